using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.RawProcessors;

public sealed class ManifestTests
{
    private static readonly PipelineManifest Manifest = NbaPipeline.Manifest;

    [Fact]
    public void Every_column_says_what_it_is()
    {
        foreach (var table in Manifest.Tables)
        {
            table.Description.ShouldNotBeEmpty(table.FullName);
            table.Columns.ShouldAllBe(column => column.Description.Length > 0, table.FullName);
        }
    }

    [Fact]
    public void What_reads_earlier_dates_only_may_stand_before_who_makes_them_and_hears_of_them()
    {
        var heard = Manifest.DependentsOf(RawProcessorsPhase.PlayersRegistry.Name).Single(dependent => dependent.Processor == RawProcessorsPhase.PlayerBoxscores);
        (heard.From, heard.To).ShouldBe((-RawProcessorsPhase.RegistryDays, -1));
        Should.Throw<InvalidOperationException>(() => new PipelineManifest([RawProcessorsPhase.PlayersRegistry, RawProcessorsPhase.PlayerBoxscores]))
            .Message.ShouldBe("nba_players_registry: No processor writes nba_raw.nbac_player_boxscores. A producer stands before its consumers in the manifest.");
    }

    [Fact]
    [Trait("Incident", "S-01")]
    public void A_processor_of_a_table_bears_its_name()
    {
        foreach (var processor in RawProcessorsPhase.All)
        {
            ((OutputDeclaration.ToTable)processor.Output).Table.Name.ShouldBe(processor.Name);
        }
    }

    [Fact]
    public void The_tables_are_those_that_readers_expect()
    {
        string[] expected =
        [
            "nba_raw.nbac_schedule", "nba_raw.nbac_scoreboard_v2", "nba_raw.nbac_player_boxscores", "nba_raw.nbac_team_boxscore", "nba_raw.bigdataball_play_by_play",
            "nba_raw.odds_api_player_points_props", "nba_raw.odds_api_game_lines", "nba_reference.nba_players_registry", "nba_raw.nbac_injury_report",
            "nba_raw.nbac_gamebook_player_stats", "nba_raw.nbac_player_list_current", "nba_raw.nbac_player_movement", "nba_raw.nbac_referee_game_assignments",
            "nba_raw.nbac_referee_replay_center", "nba_reference.unresolved_player_names",
        ];
        expected.Except(Manifest.Tables.Select(table => table.FullName), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Incident", "I-30")]
    public void Nothing_of_a_date_is_expected_from_a_scraper_that_no_moment_triggers() =>
        ScrapersPhase.All.ShouldAllBe(scraper => scraper.Triggers.Contains(new Trigger(scraper.AvailableFrom)));
}
