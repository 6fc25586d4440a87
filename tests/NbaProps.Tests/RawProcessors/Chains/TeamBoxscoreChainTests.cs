using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.RawProcessors.BoxScores;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Chains.ChainPayloads;

namespace NbaProps.Tests.RawProcessors.Chains;

public sealed class TeamBoxscoreChainTests
{
    private const string Log = "nba_team_gamelog";
    private const string BoxScore = "nba_team_boxscore";
    private const string Id = "0022400561";

    private static readonly GameDate Date = new(2025, 1, 15);
    private static readonly DateTimeOffset Morning = Date.At(30);
    private static readonly TeamBoxscoreProcessor Processor = new();

    [SkippableFact]
    public void The_real_box_score_of_a_game_gives_the_lines_of_both_teams()
    {
        var run = Processor.Compute(Inputs(119, 125).WithCapture(BoxScore, Morning, Parsing.Bytes("payloads/nba_team_boxscore/boxscoretraditional_0022400561.json"), item: Id), Runs.Of(Date));
        run.State.ShouldBe(RunState.Succeeded, run.Reason);
        run.Rows.ShouldObeyTheirTable();
        run.Rows.Select(row => (row.Team.Value, row.Opponent.Value, row.IsHome, row.Won, row.Minutes, row.Points, row.Rebounds, row.Turnovers, row.PlusMinus, row.Source)).ShouldBe(
            [("NYK", "PHI", false, true, 265, 125, 45, 13, 6, BoxScore), ("PHI", "NYK", true, false, 265, 119, 35, 12, -6, BoxScore)]);
        Processor.Compute(Inputs(118, 125).WithCapture(BoxScore, Morning, Parsing.Bytes("payloads/nba_team_boxscore/boxscoretraditional_0022400561.json"), item: Id), Runs.Of(Date)).Reason
            .ShouldBe("0 lines of 0 games; 0022400561 is final and no source has it; nba_team_boxscore/20250116T110000Z_00: game 0022400561 is left out: its points are 125 @ 119, the score is 125 @ 118");
    }

    [Fact]
    public void The_third_version_gives_them_too_and_a_game_that_has_not_begun_is_missing_without_a_finding()
    {
        // Both teams have eighteen points in it, which no final game has; what it is held against does not mind.
        Processor.Compute(Inputs(18, 18).WithCapture(BoxScore, Morning, BoxScorePayloads.Traditional(), Id), Runs.Of(Date)).Rows.Select(row => row.Won).ShouldBe([null, null]);
        const string Empty = """{"resultSets":[{"name":"PlayerStats","headers":["GAME_ID"],"rowSet":[]},{"name":"TeamStats","headers":["GAME_ID"],"rowSet":[]}]}""";
        Should.Throw<PermanentException>(() => Processor.Compute(Inputs(18, 18).WithCapture(BoxScore, Morning, Empty, Id), Runs.Of(Date))).Message.ShouldContain("is missing");
    }

    [Fact]
    public void The_log_that_comes_late_supersedes_and_half_of_a_game_in_the_log_does_not()
    {
        var inputs = Inputs(18, 18).WithCapture(BoxScore, Morning, BoxScorePayloads.Traditional(), Id).WithCapture(Log, Morning, LogOf("PHI"));
        var run = Processor.Compute(inputs, Runs.Of(Date));
        run.Rows.ShouldAllBe(row => row.Source == BoxScore);
        run.State.ShouldBe(RunState.Succeeded, run.Reason);

        var late = Processor.Compute(inputs.WithCapture(Log, Morning.AddHours(1), LogOf("PHI", "NYK")), Runs.Of(Date));
        (late.State, late.Rows.Count).ShouldBe((RunState.Succeeded, 2));
        late.Rows.ShouldAllBe(row => row.Source == "nba_leaguegamelog");

        var half = Processor.Compute(Inputs(18, 18).WithCapture(Log, Morning, LogOf("PHI")), Runs.Of(Date));
        (half.State, half.Reason).ShouldBe((RunState.Degraded, "1 lines of 1 games; 0022400561 has rows of PHI only"));
    }

    [Fact]
    public void A_bad_box_score_is_named_beside_a_log_of_another_game_and_fails_the_run_alone()
    {
        var run = Processor.Compute(Inputs(18, 18).WithCapture(Log, Morning, LogOf()).WithCapture(BoxScore, Morning, "{}", Id), Runs.Of(Date));
        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("nba_team_boxscore/20250116T110000Z_00: is no payload of nba_team_boxscore");
        Should.Throw<PermanentException>(() => Processor.Compute(Inputs(18, 18).WithCapture(BoxScore, Morning, "{}", Id), Runs.Of(Date)));
    }

    [Fact]
    public void Nothing_captured_is_no_data() => Processor.Compute(Inputs(1, 0), Runs.Of(Date)).ShouldBe(Computation<NbacTeamBoxscoreRow>.NoData("no game log was captured"));

    private static FakeInputs Inputs(int home, int away) => new FakeInputs().Of(Processor.Declaration).With([Scheduled(Id, Date, "PHI", "NYK", home, away)]);

    private static string LogOf(params string[] teams)
    {
        var lines = teams.Select(team => FormattableString.Invariant(
            $"[\"22024\",\"{team}\",\"{Id}\",\"2025-01-15\",\"{(team == "PHI" ? "PHI vs. NYK" : "NYK @ PHI")}\",\"{(team == "PHI" ? "L" : "W")}\",240,4,9,1,3,2,2,1,2,3,4,1,0,2,3,11,3]"));
        return """{"parameters":{"SeasonType":"Regular Season"},"resultSets":[{"name":"LeagueGameLog","headers":["SEASON_ID","TEAM_ABBREVIATION","GAME_ID","GAME_DATE","MATCHUP","WL","MIN","FGM","FGA","FG3M","FG3A","FTM","FTA","OREB","DREB","REB","AST","STL","BLK","TOV","PF","PTS","PLUS_MINUS"],"rowSet":["""
            + string.Join(',', lines) + "]}]}";
    }
}
