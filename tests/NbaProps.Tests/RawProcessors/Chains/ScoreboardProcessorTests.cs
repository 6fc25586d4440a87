using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Scoreboard;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Chains.ChainPayloads;

namespace NbaProps.Tests.RawProcessors.Chains;

public sealed class ScoreboardProcessorTests
{
    private const string League = "nba_scoreboard";
    private const string Cdn = "nba_scoreboard_cdn";
    private const string Espn = "espn_scoreboard";

    private static readonly GameDate Date = new(2024, 1, 15);
    private static readonly DateTimeOffset Morning = Date.At(30);
    private static readonly ScoreboardProcessor Processor = new();

    [SkippableFact]
    public void The_real_scoreboards_of_the_league_and_of_ESPN_say_the_same()
    {
        var league = Processor.OnPayload(Date, Parsing.Bytes("payloads/nba_scoreboard/scoreboardv2_2024-01-15.json"));
        (league.State, league.Rows.Count, league.Reason).ShouldBe((RunState.Succeeded, 11, "11 games of nba_scoreboard_v2"));
        league.Rows.ShouldObeyTheirTable();
        league.Rows.ShouldAllBe(row => row.Source == "nba_scoreboard_v2" && row.AsOf == Morning);

        var schedule = league.Rows.Select(row => Scheduled(row.GameId.ToString(), Date, row.HomeTeam.Value, row.AwayTeam.Value, row.HomeScore, row.AwayScore));
        var espn = Processor.Compute(Inputs([.. schedule]).WithCapture(Espn, Morning, Parsing.Bytes("payloads/espn/scoreboard_2024-01-15.json.gz")), Runs.Of(Date));
        (espn.State, espn.Rows.Count).ShouldBe((RunState.Succeeded, 11), espn.Reason);
        espn.Rows.ShouldObeyTheirTable();
        espn.Rows.Select(Facts).ShouldBe(league.Rows.Select(Facts));
        espn.Rows.ShouldAllBe(row => row.Source == "espn" && row.TipOff != null);

        // The league's own board does not tell that a game went into overtime.
        espn.Rows.Zip(league.Rows).Where(pair => pair.First.GameStatusText != pair.Second.GameStatusText).Select(pair => (pair.First.GameId.ToString(), pair.First.GameStatusText, pair.Second.GameStatusText))
            .ShouldBe([("0022300562", "Final/OT", "Final")]);

        static object Facts(NbacScoreboardRow row) => (row.GameId, row.GameStatus, row.HomeTeam, row.AwayTeam, row.HomeScore, row.AwayScore, row.Winner, row.Season, row.SeasonPhase, row.Postponed);
    }

    [SkippableFact]
    public void The_real_scoreboard_of_the_content_network_says_nothing_of_another_date()
    {
        var payload = Parsing.Bytes("payloads/nba_scoreboard/todaysScoreboard_00_complete.json");
        var own = new GameDate(2026, 2, 11);
        var run = Processor.Compute(Inputs([]).WithCapture(Cdn, own.At(30), payload), Runs.Of(own));
        (run.State, run.Rows.Count).ShouldBe((RunState.Succeeded, 3));
        run.Rows.ShouldAllBe(row => row.Source == Cdn && row.GameDate == own);

        var scheduled = Scheduled("0022500774", own.AddDays(-1), "CHA", "ATL", null, null);
        var other = Processor.Compute(Inputs([scheduled]).WithCapture(Cdn, own.At(10), payload), Runs.Of(own.AddDays(-1)));
        (other.State, other.Rows.Count, other.Reason).ShouldBe((RunState.Degraded, 0, "nba_scoreboard_cdn/20260211T150000Z_00 has no game of 2026-02-10"));
    }

    [Fact]
    public void A_newer_board_without_a_game_of_the_date_leaves_the_word_to_an_older_one()
    {
        var espn = EspnBoard(EspnGame("1", "PHI", "HOU", "2024-01-15T23:00Z"));
        var run = Processor.Compute(Inputs([Game]).WithCapture(Espn, Morning, espn).WithCapture(Cdn, Morning.AddHours(5), """{"scoreboard":{"games":[]}}"""), Runs.Of(Date));
        (run.State, run.Rows.Single().Source, run.Rows.Single().HomeScore).ShouldBe((RunState.Succeeded, "espn", 110));
    }

    [Fact]
    public void The_league_that_comes_late_supersedes_and_so_does_the_first_of_one_instant()
    {
        var espn = EspnBoard(EspnGame("1", "PHI", "HOU", "2024-01-15T23:00Z"));
        foreach (var at in new[] { Morning, Morning.AddHours(1) })
        {
            Processor.Compute(Inputs([Game]).WithCapture(Espn, Morning, espn).WithCapture(League, at, V2()), Runs.Of(Date)).Rows.Single().Source.ShouldBe("nba_scoreboard_v2");
        }

        Processor.Compute(Inputs([Game]).WithCapture(Espn, Morning, espn).WithCapture(League, Morning.AddHours(-1), V2()), Runs.Of(Date)).Rows.Single().Source.ShouldBe("espn");
    }

    [Fact]
    public void Games_that_the_board_does_not_show_and_events_that_the_schedule_does_not_have_are_named()
    {
        var other = Scheduled("0022300556", Date, "DAL", "NOP", null, null);
        var espn = EspnBoard(EspnGame("1", "PHI", "HOU", "2024-01-15T23:00Z", "in", "STATUS_IN_PROGRESS", 50, 50), EspnGame("2", "NY", "GS", "2024-01-15T23:00Z"));
        var run = Processor.Compute(Inputs([Game, other]).WithCapture(Espn, Morning, espn), Runs.Of(Date));
        (run.State, run.Reason).ShouldBe((RunState.Degraded, "1 games of espn; ESPN's GSW @ NYK (2) is not the schedule's; espn has no 0022300556, which is scheduled"));
        (run.Rows.Single().GameStatus, run.Rows.Single().HomeScore, run.Rows.Single().Winner).ShouldBe((2, 50, null));
    }

    [Fact]
    public void A_board_that_cannot_be_read_is_named_beside_one_that_can_and_fails_the_run_alone()
    {
        var run = Processor.Compute(Inputs([Game]).WithCapture(League, Morning, V2()).WithCapture(Espn, Morning.AddHours(1), "{"), Runs.Of(Date));
        (run.State, run.Rows.Single().Source).ShouldBe((RunState.Degraded, "nba_scoreboard_v2"));
        run.Reason.ShouldContain("espn_scoreboard/20240116T120000Z_00: is no JSON from byte 1");
        Should.Throw<PermanentException>(() => Processor.OnPayload(Date, "<html>")).Message.ShouldContain("is a page of HTML or XML");
    }

    [Fact]
    public void A_date_without_games_or_captures_is_no_data()
    {
        Processor.OnPayload(Date.AddDays(1), V2()).State.ShouldBe(RunState.NoData);
        Processor.Compute(Inputs([Game]), Runs.Of(Date)).ShouldBe(Computation<NbacScoreboardRow>.NoData("no scoreboard was captured"));
    }

    private static NbacScheduleRow Game => Scheduled("0022300555", Date, "PHI", "HOU", null, null);

    private static FakeInputs Inputs(IReadOnlyList<NbacScheduleRow> schedule) => new FakeInputs().Of(Processor.Declaration).With(schedule);

    private static string V2() => """
        {"resultSets":[{"name":"GameHeader","headers":["GAME_DATE_EST","GAME_ID","GAME_STATUS_ID","GAME_STATUS_TEXT","VISITOR_TEAM_ID","HOME_TEAM_ID","SEASON"],
         "rowSet":[["2024-01-15T00:00:00","0022300555",3,"Final",1610612745,1610612755,"2023"]]},
        {"name":"LineScore","headers":["GAME_ID","TEAM_ID","TEAM_ABBREVIATION","PTS"],"rowSet":[["0022300555",1610612745,"HOU",115],["0022300555",1610612755,"PHI",124]]}]}
        """;
}
