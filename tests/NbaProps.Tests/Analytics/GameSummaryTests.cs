using NbaProps.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Analytics;

public sealed class GameSummaryTests
{
    private static readonly RunContext Context = new(new(Day), Day.At(30));

    [Fact]
    public void A_player_has_his_usage_and_shooting_by_the_published_formulas()
    {
        var line = PlayerLine(1, Bos, minutes: 36, points: 30) with
        {
            FieldGoalsMade = 10, FieldGoalsAttempted = 20, ThreePointersMade = 4, FreeThrowsMade = 6, FreeThrowsAttempted = 8, Turnovers = 3,
        };
        var row = Players([line], [TeamLine(Bos, 110), TeamLine(Nyk, 104)]).Rows.Single();

        // TS = 30 / (2 x (20 + 0.44 x 8)) = 30 / 47.04; eFG = (10 + 0.5 x 4) / 20.
        row.TsPct!.Value.ShouldBe(30 / 47.04, 1e-12);
        row.EfgPct.ShouldBe(0.6);

        // 100 x (20 + 0.44 x 8 + 3) x (240 / 5) / (36 x (88 + 0.44 x 25 + 13)) = 100 x 26.52 x 48 / (36 x 112).
        row.UsageRate!.Value.ShouldBe(100 * 26.52 * 48 / (36 * 112), 1e-12);
        (row.Points, row.MinutesPlayed, row.Played, row.HomeGame, row.Won).ShouldBe((30, 36, true, true, true));
    }

    [Fact]
    public void Who_was_not_on_court_has_no_rates_and_did_not_play()
    {
        var row = Players([PlayerLine(1, Bos, minutes: 0, points: 0)], [TeamLine(Bos, 110), TeamLine(Nyk, 104)]).Rows.Single();

        (row.Played, row.UsageRate, row.TsPct, row.EfgPct).ShouldBe((false, null, null, null));
    }

    [Fact]
    [Trait("Incident", "I-06")]
    public void Without_the_teams_line_usage_is_missing_and_the_run_says_so()
    {
        var run = Players([PlayerLine(1, Bos, 30, 20) with { FieldGoalsAttempted = 15 }], [TeamLine(Nyk, 104)]);

        run.State.ShouldBe(RunState.Degraded);
        run.Reason.ShouldContain("BOS has no team line in game 0022200512, so its usage rates are NULL");
        run.Rows.Single().UsageRate.ShouldBeNull();
    }

    [Fact]
    public void A_box_score_of_a_game_that_is_not_final_is_left_out_and_named()
    {
        var inputs = Inputs([PlayerLine(1, Bos, 30, 20)], [TeamLine(Bos, 110), TeamLine(Nyk, 104)], Scheduled(status: 2));
        var run = new PlayerGameSummaryProcessor().Compute(inputs, Context);

        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 0));
        run.Reason.ShouldContain("game 0022200512 has a box score and is not final in the schedule");
    }

    [Fact]
    public void A_final_game_without_a_box_score_is_named()
    {
        var run = Players([], [TeamLine(Bos, 110), TeamLine(Nyk, 104)]);

        (run.State, run.Reason).ShouldBe((RunState.Degraded, "game 0022200512 is final and has no complete box score"));
    }

    [Fact]
    public void A_teams_pace_is_the_mean_of_both_teams_possessions()
    {
        var rows = Offense(TeamLine(Bos, 110), TeamLine(Nyk, 104) with { Turnovers = 17 }).Rows;

        // Possessions: 88 + 0.44 x 25 + 13 - 10 = 102 and 106; pace = (102 + 106) / 2 x 48 / (240 / 5) = 104.
        rows.Select(row => (row.Team.Value, row.Possessions, row.Pace, row.MarginOfVictory, row.OvertimePeriods)).ShouldBe(
            [("BOS", 102.0, 104.0, 6, 0), ("NYK", 106.0, 104.0, -6, 0)]);
        rows[0].OffensiveRating!.Value.ShouldBe(100 * 110 / 102.0, 1e-12);
    }

    [Fact]
    public void Overtime_slows_the_same_possessions_down()
    {
        var rows = Offense(TeamLine(Bos, 110) with { Minutes = 265 }, TeamLine(Nyk, 104) with { Minutes = 265 }).Rows;

        // 102 x 48 / (265 / 5) = 102 x 48 / 53.
        rows.Select(row => (Math.Round(row.Pace!.Value, 9), row.OvertimePeriods)).ShouldBe([(Math.Round(102 * 48 / 53.0, 9), 1), (Math.Round(102 * 48 / 53.0, 9), 1)]);
    }

    [Fact]
    public void A_defence_is_what_the_opponent_did()
    {
        var run = new TeamDefenseGameSummaryProcessor().Compute(Inputs([], [TeamLine(Bos, 110), TeamLine(Nyk, 104) with { Turnovers = 17 }], Scheduled()), Context);
        var boston = run.Rows.Single(row => row.Team == Bos);

        (boston.PointsAllowed, boston.TurnoversForced, boston.MarginOfVictory).ShouldBe((104, 17, 6));
        boston.DefensiveRating!.Value.ShouldBe(100 * 104 / 106.0, 1e-12);
    }

    [Fact]
    public void A_defence_without_the_opponents_line_is_not_made_up()
    {
        var run = new TeamDefenseGameSummaryProcessor().Compute(Inputs([], [TeamLine(Bos, 110)], Scheduled()), Context);

        (run.State, run.Rows.Count).ShouldBe((RunState.Degraded, 0));
        run.Reason.ShouldContain("NYK has no team line in game 0022200512");
    }

    private static Computation<NbaProps.Shared.Manifest.Analytics.PlayerGameSummaryRow> Players(NbacPlayerBoxscoreRow[] players, NbacTeamBoxscoreRow[] teams) =>
        new PlayerGameSummaryProcessor().Compute(Inputs(players, teams, Scheduled()), Context);

    private static Computation<NbaProps.Shared.Manifest.Analytics.TeamOffenseGameSummaryRow> Offense(params NbacTeamBoxscoreRow[] teams) =>
        new TeamOffenseGameSummaryProcessor().Compute(Inputs([], teams, Scheduled()), Context);

    private static FakeInputs Inputs(NbacPlayerBoxscoreRow[] players, NbacTeamBoxscoreRow[] teams, NbacScheduleRow schedule) =>
        new FakeInputs().With([schedule]).With(players).With(teams);
}
