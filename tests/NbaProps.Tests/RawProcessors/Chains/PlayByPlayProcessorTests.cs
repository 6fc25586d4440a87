using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Chains.ChainPayloads;

namespace NbaProps.Tests.RawProcessors.Chains;

public sealed class PlayByPlayProcessorTests
{
    private const string File = "bigdataball";
    private const string Network = "nba_playbyplay";
    private const string Id = "0022400500";
    private const string Other = "0022400501";

    private static readonly GameDate Date = new(2025, 1, 6);
    private static readonly DateTimeOffset Morning = Date.At(30);
    private static readonly PlayByPlayProcessor Processor = new();

    [SkippableTheory]
    [InlineData(File, "bigdataball/playbyplay_0042400407.csv.gz", "0042400407", "2025-06-22", "OKC", 103, "IND", 91, 510, "bigdataball")]
    [InlineData(Network, "nba_playbyplay/playbyplay_0022400500.json.gz", "0022400500", "2025-01-06", "MIN", 108, "LAC", 106, 540, "nbacom_fallback")]
    [InlineData(Network, "nba_playbyplay/playbyplay_0022500775.json.gz", "0022500775", "2026-02-11", "CHA", 110, "ATL", 107, 572, "nbacom_fallback")]
    public void The_real_plays_of_a_game_are_rows_that_end_at_its_score(string scraper, string file, string id, string day, string home, int homeScore, string away, int awayScore, int plays, string source)
    {
        var date = GameDate.Parse(day);
        var inputs = Inputs(Scheduled(id, date, home, away, homeScore, awayScore)).WithCapture(scraper, date.At(30), Parsing.Bytes($"payloads/{file}"), item: id);
        var run = Processor.Compute(inputs, Runs.Of(date));
        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, plays), run.Reason);
        run.Rows.ShouldObeyTheirTable();
        run.Rows.ShouldAllBe(row => row.DataSource == source && row.Source == scraper && row.GameDate == date && row.HomeTeam.Value == home);
        (run.Rows[^1].ScoreHome, run.Rows[^1].ScoreAway).ShouldBe((homeScore, awayScore));
    }

    [SkippableFact]
    public void The_file_that_comes_late_supersedes_the_content_network()
    {
        var date = new GameDate(2025, 6, 22);
        const string Game = "0042400407";
        var network = Plays(103, 91).Replace(Id, Game, StringComparison.Ordinal).Replace("1610612746,\"teamTricode\":\"LAC\"", "1610612754,\"teamTricode\":\"IND\"", StringComparison.Ordinal);
        var inputs = Inputs(Scheduled(Game, date, "OKC", "IND", 103, 91)).WithCapture(Network, date.At(30), network, Game);
        Processor.Compute(inputs, Runs.Of(date)).Rows.Single().DataSource.ShouldBe("nbacom_fallback");
        inputs.WithCapture(File, date.At(30).AddHours(5), Parsing.Bytes("payloads/bigdataball/playbyplay_0042400407.csv.gz"), item: Game);
        var run = Processor.Compute(inputs, Runs.Of(date));
        run.Rows.Count.ShouldBe(510);
        run.Rows.ShouldAllBe(row => row.DataSource == "bigdataball" && row.AsOf == date.At(30).AddHours(5));
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_its_game_to_the_content_network_and_is_named()
    {
        var run = Processor.Compute(Inputs(Game()).WithCapture(File, Morning, "play_id,event_type\n1,shot\n", Id).WithCapture(Network, Morning, Plays(2, 0), Id), Runs.Of(Date));
        (run.State, run.Rows.Single().DataSource).ShouldBe((RunState.Degraded, "nbacom_fallback"));
        run.Reason.ShouldStartWith("1 plays of 1 games; bigdataball/20250107T110000Z_00: column game_id");
    }

    [Fact]
    public void Games_without_plays_are_named_once_another_has_some_and_exhibition_games_are_not_missed()
    {
        var missed = Scheduled(Other, Date, "BOS", "NYK", 1, 0);
        var live = Scheduled("0022400502", Date, "DAL", "UTA", null, null, status: 2);
        var inputs = Inputs(Game(), missed, live, missed with { GameId = GameId.Parse("0012400009"), SeasonPhase = "preseason" }).WithCapture(Network, Morning, Plays(2, 0), Id);
        var run = Processor.Compute(inputs, Runs.Of(Date));
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "1 plays of 1 games; 0022400501 is final and no source has it"));
    }

    [Fact]
    public void A_bad_payload_beside_good_ones_is_named_and_the_newest_good_one_of_a_game_counts()
    {
        var inputs = Inputs(Game(), Scheduled(Other, Date, "BOS", "NYK", 1, 0))
            .WithCapture(Network, Morning, Plays(2, 0), Id).WithCapture(Network, Morning.AddHours(1), Plays(2, 0), Id).WithCapture(Network, Morning, Plays(2, 0), Other);
        var run = Processor.Compute(inputs, Runs.Of(Date));
        run.Rows.Single().AsOf.ShouldBe(Morning.AddHours(1));
        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("nba_playbyplay/20250107T110000Z_02: event 7 of game 0022400500");
    }

    [Fact]
    public void Plays_that_end_before_the_game_are_kept_and_said_to_be_a_part()
    {
        var run = Processor.Compute(Inputs(Game() with { HomeScore = 108 }).WithCapture(Network, Morning, Plays(2, 0), Id), Runs.Of(Date));
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "1 plays of 1 games; 0022400500 ends at 0 @ 2 in the plays of nba_playbyplay, its score is 0 @ 108"));
    }

    [Fact]
    public void Payloads_that_are_all_bad_fail_the_run_and_none_at_all_are_no_data()
    {
        Should.Throw<PermanentException>(() => Processor.Compute(Inputs(Game()).WithCapture(Network, Morning, "<html>", Id), Runs.Of(Date))).Message.ShouldContain("is a page of HTML");
        Processor.Compute(Inputs(Game()), Runs.Of(Date)).ShouldBe(Computation<BigDataBallPlayByPlayRow>.NoData("no play-by-play was captured"));
    }

    private static NbacScheduleRow Game() => Scheduled(Id, Date, "MIN", "LAC", 2, 0);

    private static FakeInputs Inputs(params NbacScheduleRow[] schedule) => new FakeInputs().Of(Processor.Declaration).With(schedule);

    private static string Plays(int home, int away) => $$"""
        {"game":{"gameId":"{{Id}}","actions":[{"actionNumber":7,"orderNumber":1,"clock":"PT11M42.00S","period":1,"periodType":"REGULAR","actionType":"timeout",
        "subType":"full","teamId":1610612746,"teamTricode":"LAC","scoreHome":"{{home}}","scoreAway":"{{away}}"}]} }
        """;
}
