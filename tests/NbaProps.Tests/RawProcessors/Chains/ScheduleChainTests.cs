using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Chains.ChainPayloads;

namespace NbaProps.Tests.RawProcessors.Chains;

public sealed class ScheduleChainTests
{
    private const string League = "nba_schedule";
    private const string Cdn = "nba_schedule_cdn";
    private const string Espn = "espn_schedule";

    private static readonly GameDate Date = new(2024, 1, 15);
    private static readonly ScheduleProcessor Processor = new();

    [Theory]
    [InlineData(10, 12, "nba_schedule_cdn")]
    [InlineData(12, 10, "nba_schedule")]
    [InlineData(12, 12, "nba_schedule")]
    public void The_newest_of_the_leagues_two_schedules_counts_and_of_one_instant_the_first(int league, int cdn, string source)
    {
        var inputs = Inputs().WithCapture(League, Date.At(league), Schedule(Game())).WithCapture(Cdn, Date.At(cdn), Schedule(Game()));
        var run = Processor.Compute(inputs, Runs.Of(Date));
        (run.State, run.Rows.Single().Source).ShouldBe((RunState.Succeeded, source));
    }

    [Fact]
    public void The_newest_word_of_ESPN_is_how_a_game_stands_that_the_league_has_listed()
    {
        var inputs = Inputs().WithCapture(League, Date.At(10), Schedule(Game())).WithCapture(Espn, Date.At(30), EspnBoard(EspnGame("1", "PHI", "HOU", "2024-01-15T18:00Z")));
        var run = Processor.Compute(inputs, Runs.Of(Date));
        var row = run.Rows.Single();
        (run.State, row.GameId.ToString(), row.GameStatus, row.GameStatusText, row.HomeScore, row.AwayScore).ShouldBe((RunState.Succeeded, "0022300555", 3, "Final/OT", 110, 101));
        (row.Source, row.AsOf, row.TipOff, row.ArenaName, row.Postponed).ShouldBe(("espn", Date.At(30), At("2024-01-15T23:00:00Z"), "Wells Fargo Center", false));
        run.Rows.ShouldObeyTheirTable();
    }

    [Theory]
    [InlineData(12, "2024-01-16T01:00Z", true, "2024-01-16T01:00:00Z")]
    [InlineData(12, "2024-01-16T01:00Z", false, "2024-01-15T23:00:00Z")]
    [InlineData(20, "2024-01-16T01:00Z", true, "2024-01-15T23:00:00Z")]
    public void ESPN_moves_a_start_before_it_with_a_time_that_it_knows(int hour, string stated, bool known, string start)
    {
        var espn = EspnGame("1", "PHI", "HOU", stated, "pre", "STATUS_SCHEDULED", timeValid: known);
        var row = Processor.Compute(Inputs().WithCapture(League, Date.At(10), Schedule(Game())).WithCapture(Espn, Date.At(hour), EspnBoard(espn)), Runs.Of(Date)).Rows.Single();
        (row.TipOff, row.GameStatus, row.HomeScore).ShouldBe((At(start), 1, (int?)null));
    }

    [Theory]
    [InlineData("in", "STATUS_IN_PROGRESS", 2, "as ESPN says", false)]
    [InlineData("post", "STATUS_POSTPONED", 1, "PPD", true)]
    public void A_game_that_is_on_or_was_postponed_has_no_score(string state, string status, int expected, string text, bool postponed)
    {
        var inputs = Inputs().WithCapture(League, Date.At(10), Schedule(Game())).WithCapture(Espn, Date.At(30), EspnBoard(EspnGame("1", "PHI", "HOU", "2024-01-15T23:00Z", state, status)));
        var row = Processor.Compute(inputs, Runs.Of(Date)).Rows.Single();
        (row.GameStatus, row.GameStatusText, row.Postponed, row.HomeScore, row.AwayScore).ShouldBe((expected, text, postponed, (int?)null, (int?)null));
    }

    [Fact]
    public void Games_of_ESPN_without_an_id_or_a_status_of_the_leagues_are_named()
    {
        var espn = EspnBoard(
            EspnGame("1", "PHI", "HOU", "2024-01-15T23:00Z", "post", "STATUS_CANCELED"), EspnGame("2", "NY", "GS", "2024-01-15T23:00Z"), EspnGame("3", "BOS", "TOR", "2024-01-16T23:00Z"));
        var run = Processor.Compute(Inputs().WithCapture(League, Date.At(10), Schedule(Game())).WithCapture(Espn, Date.At(30), espn), Runs.Of(Date));
        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldBe("1 games; ESPN's HOU @ PHI (1) is STATUS_CANCELED, which the league has no word for; ESPN's GSW @ NYK (2) has no id in any schedule of the league's");
        (run.Rows.Single().Source, run.Rows.Single().GameStatus).ShouldBe((League, 1));
        Processor.Compute(Inputs().WithCapture(Espn, Date.At(10), espn), Runs.Of(Date)).ShouldSatisfyAllConditions(alone => alone.State.ShouldBe(RunState.Degraded), alone => alone.Rows.ShouldBeEmpty());
    }

    [Fact]
    public void The_league_that_comes_late_supersedes_ESPN()
    {
        var inputs = Inputs().WithCapture(League, Date.At(10), Schedule(Game())).WithCapture(Espn, Date.At(20), EspnBoard(EspnGame("2", "NY", "GS", "2024-01-15T23:00Z")))
            .WithCapture(League, Date.At(30), Schedule(Game(3, 124, 115)));
        var run = Processor.Compute(inputs, Runs.Of(Date));
        (run.State, run.Rows.Single().HomeScore, run.Rows.Single().Source).ShouldBe((RunState.Succeeded, 124, League));
    }

    [Fact]
    public void A_schedule_that_cannot_be_read_is_named_beside_one_that_can_and_fails_the_run_alone()
    {
        var run = Processor.Compute(Inputs().WithCapture(League, Date.At(12), "<html>").WithCapture(Cdn, Date.At(10), Schedule(Game())), Runs.Of(Date));
        (run.State, run.Rows.Single().Source).ShouldBe((RunState.Degraded, Cdn));
        run.Reason.ShouldContain("nba_schedule/20240115T170000Z_00: is a page of HTML or XML; accepted is JSON");
        Should.Throw<PermanentException>(() => Processor.Compute(Inputs().WithCapture(League, Date.At(12), "<html>").WithCapture(Espn, Date.At(12), "{}"), Runs.Of(Date)))
            .Message.ShouldContain("espn_schedule/20240115T170000Z_00: is no payload of espn");
    }

    [Fact]
    public void Nothing_captured_is_no_data() => Processor.Compute(Inputs(), Runs.Of(Date)).ShouldBe(Computation<NbaProps.Shared.Manifest.Raw.NbacScheduleRow>.NoData("no schedule was captured"));

    private static FakeInputs Inputs() => new FakeInputs().Of(Processor.Declaration);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Schedule(params string[] games) => """{"leagueSchedule":{"gameDates":[{"games":[""" + string.Join(',', games) + "]}]}}";

    private static string Game(int status = 1, int home = 0, int away = 0) => $$"""
        {"gameId":"0022300555","gameStatus":{{status}},"gameStatusText":"{{(status == 3 ? "Final" : "6:00 pm ET")}}","gameDateEst":"2024-01-15T00:00:00Z","gameDateTimeEst":"2024-01-15T18:00:00Z",
        "gameDateTimeUTC":"2024-01-15T23:00:00Z","arenaName":"Wells Fargo Center","homeTeam":{"teamTricode":"PHI","score":{{home}}},"awayTeam":{"teamTricode":"HOU","score":{{away}}} }
        """;
}
