using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Gamebook;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Gamebook;

public sealed class GamebookProcessorTests
{
    private const string Scraper = "nba_gamebook";
    private const string Id = "0022301146";
    private static readonly GameDate Date = new(2024, 4, 10);
    private static readonly GameId Game = GameId.Parse(Id);
    private static readonly GameId Other = GameId.Parse("0022301147");
    private static readonly TeamTricode Mem = TeamTricode.Parse("MEM");
    private static readonly TeamTricode Cle = TeamTricode.Parse("CLE");
    private static readonly string[] ThreeOfAName = ["Jones (Rest)", "Jones (Injury/Illness - Left Knee; Sprain)"];

    [SkippableFact]
    public void Every_player_of_the_reference_is_a_row()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("payloads/nba_gamebook/reference_parse_MEM_CLE_2024-04-10.json")));
        var text = GamebookRendering.Render(reference.RootElement);
        var lines = GamebookRendering.Open(text).Lines;

        var run = Run(Inputs().WithCapture(Scraper, Date.At(30), text, Id));

        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, 21 + 6 + 12));
        run.Rows.Select(row => (row.Team, row.PlayerName, row.PlayerStatus, row.Reason, row.SecondsPlayed, row.Points, row.Rebounds, row.PlusMinus))
            .ShouldBe(lines.Select(line => (line.Team, line.PlayerName, line.PlayerStatus.ToStorageName(), line.Reason, line.SecondsPlayed, line.Points, line.Rebounds, line.PlusMinus)), ignoreOrder: true);
        run.Rows.ShouldAllBe(row => row.GameId == Game && row.Source == "nba_gamebook" && row.Quality == "gold" && row.Season.StartYear == 2023);
    }

    [Fact]
    public void Players_of_the_tables_are_found_in_the_box_score_and_else_among_those_seen_before()
    {
        var run = Run(Inputs(boxes: [Line(45, "Dan Dean Jr.", Mem)], registry: [Seen(7, "Ed East", "MEM"), Seen(8, "Fred First", "BOS"), Seen(9, "Fred First", "NYK")])
            .WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id));

        Name(run, "Dan Dean Jr.").ShouldBe((45, "resolved", 1.0, "box_score", "dan dean"));
        Name(run, "Ed East").ShouldBe((7, "resolved", 1.0, "full_name", "ed east"));
        Name(run, "Fred First").ShouldBe((null, "ambiguous", 0.6, null, "fred first"));
        Name(run, "Ian Idle").ShouldBe((null, "not_found", null, null, "ian idle"));
    }

    [Fact]
    public void Inactive_players_are_found_by_last_name_among_the_newest_team_of_each()
    {
        PlayersRegistryRow[] registry =
        [
            Seen(1, "Jim Jones", "MEM"), Seen(2, "Karl Kline", "MEM"), Seen(3, "Moe Moss", "MEM") with { GameDate = Date.AddDays(-90) }, Seen(3, "Moe Moss", "BOS"),
        ];
        var run = Run(Inputs(registry: registry).WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id));

        run.State.ShouldBe(RunState.Succeeded);
        Name(run, "Jones").ShouldBe((1, "resolved", 1.0, "roster", "jim jones"));
        Name(run, "Kline Jr.").ShouldBe((2, "resolved", 1.0, "roster", "karl kline"));
        Name(run, "Moss").ShouldBe((null, "not_found", null, null, "moss"));
        run.Reason.ShouldContain("2 of 3 inactive players are known by last name");
    }

    [Fact]
    public void An_alias_of_a_last_name_holds_within_the_team_and_one_of_a_full_name_leads_to_the_box_score()
    {
        PlayersRegistryRow[] registry = [Seen(1, "Jim Jones", "MEM"), Seen(2, "Joe Jones", "MEM"), Seen(3, "Moe Moss", "BOS"), Seen(7, "Edward East", "MEM")];
        var inputs = Inputs(boxes: [Line(45, "Daniel Dean", Mem)], registry: registry).WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id)
            .With(NameExamples.Aliases(NameExamples.Alias("Jones", 2, "nba_gamebook", Date), NameExamples.Alias("Moss", 3, from: Date), NameExamples.Alias("Dan Dean", 45, from: Date), NameExamples.Alias("Ed East", 7, from: Date)));
        var run = Run(inputs);

        Name(run, "Jones").ShouldBe((2, "resolved", 1.0, "alias", "joe jones"));
        Name(run, "Moss").ShouldBe((null, "not_found", null, null, "moss"));
        Name(run, "Dan Dean Jr.").ShouldBe((45, "resolved", 1.0, "alias", "dan dean"));
        Name(run, "Ed East").ShouldBe((7, "resolved", 1.0, "alias", "ed east"));
    }

    [Fact]
    public void An_injury_report_that_writes_him_otherwise_tells_by_its_alias()
    {
        PlayersRegistryRow[] registry = [Seen(1, "Jim Jones", "MEM"), Seen(2, "Joe Jones", "MEM")];
        var inputs = Inputs(registry: registry, injuries: [Injured("Jonesy, Joey", Mem)]).WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id)
            .With(NameExamples.Aliases(NameExamples.Alias("Joey Jonesy", 2, "nba_injury_report", Date)));

        Name(Run(inputs), "Jones").ShouldBe((2, "resolved", 0.95, "injury_list", "joe jones"));
    }

    [Fact]
    public void Of_two_players_of_a_last_name_the_injury_report_tells_and_who_is_in_the_table_is_not_inactive()
    {
        PlayersRegistryRow[] registry = [Seen(1, "Jim Jones", "MEM"), Seen(2, "Joe Jones", "MEM"), Seen(3, "Gus Moss", "MEM"), Seen(4, "Dan Moss", "MEM")];
        var injured = new[] { Injured("Jones, Joe", Mem) };
        var table = GamebookRendering.Small.Replace("8 Gus Ginn", "8 Gus Moss", StringComparison.Ordinal);
        var run = Run(Inputs(registry: registry, injuries: injured).WithCapture(Scraper, Date.At(30), table, Id));

        Name(run, "Jones").ShouldBe((2, "resolved", 0.95, "injury_list", "joe jones"));
        Name(run, "Moss").ShouldBe((4, "resolved", 1.0, "roster", "dan moss"));
        Name(Run(Inputs(registry: registry).WithCapture(Scraper, Date.At(30), table, Id)), "Jones").ShouldBe((null, "ambiguous", 0.6, null, "jones"));
    }

    [Fact]
    public void Two_of_a_last_name_who_cannot_be_told_apart_have_one_row_and_the_other_is_named()
    {
        var twice = GamebookRendering.Small.Replace("Inactive: Cavaliers - None", $"Inactive: Cavaliers - {string.Join(", ", ThreeOfAName)}", StringComparison.Ordinal);
        var run = Run(Inputs(registry: [Seen(1, "Jim Jones", "CLE")]).WithCapture(Scraper, Date.At(30), twice, Id));

        // One Jones is known and two are inactive: nothing tells which of them he is.
        run.State.ShouldBe(RunState.Degraded);
        run.Rows.Where(row => row.Team == Cle && row.PlayerName == "Jones").Select(row => (row.PlayerId, row.NameResolutionStatus, row.Reason)).ShouldBe([(null, "ambiguous", "Rest")]);
        run.Reason.ShouldContain("a second inactive 'Jones' (Injury/Illness - Left Knee; Sprain) of CLE in 0022301146 has no row: both have the key 'jones'");
    }

    [Fact]
    public void A_game_without_a_gamebook_has_the_box_score_and_the_run_says_so()
    {
        var inputs = Inputs(boxes: [Line(45, "Dan Dean Jr.", Mem), Line(46, "Olaf Other", Cle) with { GameId = Other, Source = "nba_cdn_boxscore" }], others: true);
        var run = Run(inputs.WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id));

        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("no gamebook of 0022301147, MEM@CLE: its box score stands in");
        var silver = run.Rows.Where(row => row.GameId == Other).ShouldHaveSingleItem();
        (silver.Quality, silver.Source, silver.PlayerId!.Value.Id, silver.PlayerStatus, silver.SecondsPlayed, silver.Points).ShouldBe(("silver", "nba_cdn_boxscore", 46, "active", null, 12));

        // It comes late: gold again.
        var late = inputs.WithCapture(Scraper, Date.At(30).AddHours(6), GamebookRendering.Small, Other.ToString());
        (Run(late).State, Run(late).Rows.All(row => row.Quality == "gold")).ShouldBe((RunState.Succeeded, true));
    }

    [Fact]
    public void The_newest_gamebook_of_a_game_counts_and_a_bad_one_gives_way_to_the_one_before()
    {
        var corrected = GamebookRendering.Small.Replace("-13 22", "-14 22", StringComparison.Ordinal);
        var inputs = Inputs().WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id).WithCapture(Scraper, Date.At(30).AddHours(6), corrected, Id);
        Run(inputs).Rows.Single(row => row.PlayerName == "Dan Dean Jr.").PlusMinus.ShouldBe(-14);

        var bad = Run(inputs.WithCapture(Scraper, Date.At(30).AddHours(7), "no gamebook", Id));
        (bad.State, bad.Rows.Single(row => row.PlayerName == "Dan Dean Jr.").PlusMinus).ShouldBe((RunState.Degraded, -14));
        bad.Reason.ShouldContain("has no line that begins with VISITOR:");
    }

    [Theory]
    [InlineData("VISITOR: Memphis Grizzlies", "VISITOR: Boston Celtics", Id, "is the gamebook of BOS@CLE on 2024-04-10; accepted is that of game 0022301146, MEM@CLE on 2024-04-10")]
    [InlineData("April 10, 2024", "April 11, 2024", Id, "on 2024-04-11; accepted is")]
    [InlineData("VISITOR:", "GUEST:", Id, "has no line that begins with VISITOR:")]
    public void A_gamebook_that_is_not_of_its_game_fails_the_run_when_it_is_alone(string what, string instead, string item, string says) =>
        Should.Throw<PermanentException>(() => Run(Inputs().WithCapture(Scraper, Date.At(30), GamebookRendering.Small.Replace(what, instead, StringComparison.Ordinal), item))).Message.ShouldContain(says);

    [Fact]
    public void A_gamebook_of_no_game_of_the_date_is_a_finding()
    {
        var run = Run(Inputs().WithCapture(Scraper, Date.At(30), GamebookRendering.Small, "0022300001"));
        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 0));
        run.Reason.ShouldContain("was captured for '0022300001', no game of the date's schedule");
    }

    [Fact]
    public void Errors_are_counted_by_section_for_the_ledger()
    {
        var torn = GamebookRendering.Small.Replace("+4 0", "+4", StringComparison.Ordinal);
        var run = Run(Inputs().WithCapture(Scraper, Date.At(30), torn, Id));

        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("stat_line_parsing of 0022301146 has 1 errors, first: Ed East has 15 counts");
        NamedCount.TextOf(run.Counts).ShouldBe(
            "gamebooks=1; games_by_box_score=0; game_metadata=0; officials_parsing=0; active_player_extraction=0; stat_line_parsing=1; dnp_extraction=0; dnd_extraction=0; nwt_extraction=0; inactive_player_extraction=0; individual_inactive_player=0");
    }

    [Fact]
    public void A_pdf_without_its_text_is_a_finding_and_beside_its_text_it_is_none()
    {
        Run(Inputs().WithCapture(Scraper, Date.At(30), "%PDF-1.4", Id)).Reason.ShouldContain("is a PDF without a text");
        Run(Inputs().WithCapture(Scraper, Date.At(30), "%PDF-1.4", Id).WithCapture(Scraper, Date.At(30), GamebookRendering.Small, Id)).State.ShouldBe(RunState.Succeeded);
    }

    [Fact]
    public void Without_any_gamebook_the_box_scores_stand_in_and_without_both_there_is_nothing()
    {
        var run = Run(Inputs(boxes: [Line(45, "Dan Dean Jr.", Mem)]));
        (run.State, run.Reason).ShouldBe((RunState.Succeeded, "1 players of 0 gamebooks and 1 box scores; 0 of 0 inactive players are known by last name; no gamebook was captured"));
        run.Rows.Single().ShouldSatisfyAllConditions(row => row.Quality.ShouldBe("silver"), row => row.PlayerId!.Value.Id.ShouldBe(45));
        Run(Inputs()).State.ShouldBe(RunState.NoData);
    }

    private static (long? Id, string Status, double? Confidence, string? Method, string Key) Name(Computation<GamebookPlayerStatsRow> run, string player)
    {
        var row = run.Rows.Single(row => row.PlayerName == player);
        return (row.PlayerId?.Id, row.NameResolutionStatus, row.NameResolutionConfidence, row.NameResolutionMethod, row.NameKey.Value);
    }

    private static Computation<GamebookPlayerStatsRow> Run(FakeInputs inputs) => new GamebookProcessor().Compute(inputs, Runs.Of(Date));

    private static FakeInputs Inputs(
        NbacPlayerBoxscoreRow[]? boxes = null, PlayersRegistryRow[]? registry = null, InjuryReportRow[]? injuries = null, bool others = false)
    {
        var game = GameRows.Scheduled() with { GameDate = Date, GameId = Game, Season = new Season(2023), HomeTeam = Cle, AwayTeam = Mem };
        return new FakeInputs().WithoutCaptures(Scraper).With<NbacScheduleRow>(others ? [game, game with { GameId = Other }] : [game])
            .With<NbacPlayerBoxscoreRow>(boxes ?? []).With<PlayersRegistryRow>(registry ?? []).With<InjuryReportRow>(injuries ?? []);
    }

    private static NbacPlayerBoxscoreRow Line(int id, string name, TeamTricode team) => GameRows.PlayerLine(id, team, 30, 12) with
    {
        GameDate = Date, GameId = Game, PlayerName = name, NameKey = NameKey.From(name), Opponent = team == Mem ? Cle : Mem, IsHome = team == Cle,
    };

    private static PlayersRegistryRow Seen(int id, string name, string team) => GameRows.Registered(id, TeamTricode.Parse(team)) with
    {
        GameDate = Date.AddDays(-3), PlayerName = name, NameKey = NameKey.From(name),
    };

    private static InjuryReportRow Injured(string name, TeamTricode team) => new()
    {
        GameDate = Date, Team = team, NameKey = NameKey.From(name), ReportAt = Date.At(12), GameId = Game, GameTime = "07:30", AwayTeam = Mem, HomeTeam = Cle, PlayerId = null,
        PlayerName = name, InjuryStatus = "out", Reason = "Rest", ReasonCategory = "rest", Source = "nba_injury_report", AsOf = Date.At(13),
    };
}
