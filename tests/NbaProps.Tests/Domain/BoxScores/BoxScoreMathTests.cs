using System.Globalization;
using FsCheck.Fluent;
using NbaProps.Domain.BoxScores;
using NbaProps.Tests.Domain.Support;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Domain.BoxScores;

public sealed class BoxScoreMathTests
{
    [Fact]
    public void Known_figures_come_out()
    {
        // Luka Dončić, 2022-12-27: 60 points on 21 of 31 (2 threes), 16 of 22 free throws.
        BoxScoreMath.TrueShooting(60, 31, 22)!.Value.ShouldBe(60 / 81.36, 1e-12);
        BoxScoreMath.EffectiveFieldGoal(21, 2, 31)!.Value.ShouldBe(22 / 31.0, 1e-12);
        BoxScoreMath.PointsIdentityHolds(21, 2, 16, 60).ShouldBe(true);
        BoxScoreMath.PointsIdentityHolds(21, 2, 16, 61).ShouldBe(false);
        BoxScoreMath.Possessions(88, 25, 14, 10)!.Value.ShouldBe(103, 1e-12);
        BoxScoreMath.Pace(103, null, 240)!.Value.ShouldBe(103, 1e-12);
        BoxScoreMath.Pace(103, 101, 240)!.Value.ShouldBe(102, 1e-12);
        BoxScoreMath.Pace(106, null, 265)!.Value.ShouldBe(96, 1e-12);
        BoxScoreMath.OffensiveRating(115, 100)!.Value.ShouldBe(115, 1e-12);
        BoxScoreMath.DefensiveRating(109, 100)!.Value.ShouldBe(109, 1e-12);
    }

    [Fact]
    public void Five_equal_players_who_never_rest_use_a_fifth_each()
        => Property.ForAll(
            from fga in Gen.Choose(0, 40)
            from fta in Gen.Choose(0, 30)
            from tov in Gen.Choose(0, 10)
            from overtimes in Gen.Choose(0, 6)
            where fga + fta + tov > 0
            select (fga, fta, tov, minutes: 48 + (5 * overtimes)),
            player => BoxScoreMath.UsageRate(
                player.fga, player.fta, player.tov, player.minutes, 5 * player.fga, 5 * player.fta, 5 * player.tov, 5 * player.minutes)!.Value
                .ShouldBe(20, 1e-9));

    [Fact]
    public void Usage_weighted_by_minutes_is_a_fifth_whatever_each_player_did()
        => Property.ForAll(
            Gen.Four(Gen.Choose(0, 30)).Zip(Gen.Choose(1, 30)),
            drawn =>
            {
                var ((a, b, c, d), e) = drawn;
                int[] attempts = [a, b, c, d, e];
                var team = attempts.Sum();
                attempts.Sum(fga => BoxScoreMath.UsageRate(fga, 0, 0, 48, team, 0, 0, 240)!.Value).ShouldBe(100, 1e-9);
            });

    [Fact]
    public void Overtime_does_not_change_a_share()
        => BoxScoreMath.UsageRate(20, 5, 3, 40, 90, 20, 12, 240).ShouldNotBe(BoxScoreMath.UsageRate(20, 5, 3, 40, 90, 20, 12, 265));

    [Fact]
    public void A_figure_whose_input_is_missing_is_missing()
    {
        BoxScoreMath.TrueShooting(null, 10, 2).ShouldBeNull();
        BoxScoreMath.TrueShooting(10, null, 2).ShouldBeNull();
        BoxScoreMath.EffectiveFieldGoal(5, null, 10).ShouldBeNull();
        BoxScoreMath.UsageRate(5, 2, null, 30, 80, 20, 10, 240).ShouldBeNull();
        BoxScoreMath.UsageRate(5, 2, 1, 30, 80, 20, 10, null).ShouldBeNull();
        BoxScoreMath.Possessions(80, 20, 10, null).ShouldBeNull();
        BoxScoreMath.Pace(null, 100, 240).ShouldBeNull();
        BoxScoreMath.OffensiveRating(100, null).ShouldBeNull();
        BoxScoreMath.PointsIdentityHolds(1, null, 0, 2).ShouldBeNull();
        BoxScoreMath.OvertimePeriods(null).ShouldBeNull();
    }

    [Fact]
    public void A_figure_with_nothing_to_divide_by_is_missing()
    {
        BoxScoreMath.TrueShooting(0, 0, 0).ShouldBeNull();
        BoxScoreMath.EffectiveFieldGoal(0, 0, 0).ShouldBeNull();
        BoxScoreMath.UsageRate(0, 0, 0, 0, 80, 20, 10, 240).ShouldBeNull();
        BoxScoreMath.UsageRate(0, 0, 0, 10, 0, 0, 0, 240).ShouldBeNull();
        BoxScoreMath.UsageRate(1, 0, 0, 10, 80, 20, 10, 0).ShouldBeNull();
        BoxScoreMath.Possessions(0, 0, 0, 0).ShouldBeNull();
        BoxScoreMath.Pace(100, 100, 0).ShouldBeNull();
        BoxScoreMath.DefensiveRating(100, 0).ShouldBeNull();
    }

    [Fact]
    public void No_figure_is_ever_not_a_number()
        => Property.ForAll(
            Gen.Four(Gen.Elements<double?>(null, 0, 1, -1, 240, double.NaN, double.PositiveInfinity, double.MaxValue)),
            drawn =>
            {
                var (a, b, c, d) = drawn;
                double?[] figures =
                [
                    BoxScoreMath.TrueShooting(a, b, c), BoxScoreMath.EffectiveFieldGoal(a, b, c), BoxScoreMath.UsageRate(a, b, c, d, d, c, b, a),
                    BoxScoreMath.Pace(a, b, c), BoxScoreMath.OffensiveRating(a, b), BoxScoreMath.DefensiveRating(a, b),
                ];
                figures.ShouldAllBe(figure => figure == null || double.IsFinite(figure.Value));
            });

    [Theory]
    [InlineData(240, 0)]
    [InlineData(239, 0)]
    [InlineData(241, 0)]
    [InlineData(237, 0)]
    [InlineData(244, 0)]
    [InlineData(265, 1)]
    [InlineData(262, 1)]
    [InlineData(268, 1)]
    [InlineData(289, 2)]
    [InlineData(290, 2)]
    [InlineData(314, 3)]
    [InlineData(339, 4)]
    [InlineData(341, 4)]
    [InlineData(390, 6)]
    [Trait("Incident", "O-05")]
    public void Overtimes_are_counted_from_rounded_team_minutes(double teamMinutes, int overtimes)
        => BoxScoreMath.OvertimePeriods(teamMinutes).ShouldBe(overtimes);

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(227)]
    [InlineData(double.NaN)]
    [InlineData(double.MaxValue)]
    public void Team_minutes_of_no_finished_game_have_no_overtimes(double teamMinutes)
        => BoxScoreMath.OvertimePeriods(teamMinutes).ShouldBeNull();

    [SkippableFact]
    public void Both_teams_of_every_real_game_have_the_same_overtimes_and_points_that_add_up()
    {
        foreach (var file in Directory.GetFiles(SharedData.Require("data/nba-gamelogs"), "games_*.csv.gz"))
        {
            foreach (var game in RealRows.Csv(file).GroupBy(row => row["GAME_ID"], StringComparer.Ordinal))
            {
                var overtimes = game.Select(row => BoxScoreMath.OvertimePeriods(Number(row, "MIN"))).ToList();
                overtimes.Count.ShouldBe(2);
                overtimes[0].ShouldNotBeNull();
                overtimes[1].ShouldBe(overtimes[0], game.Key);
                game.ShouldAllBe(row => BoxScoreMath.PointsIdentityHolds(Number(row, "FGM"), Number(row, "FG3M"), Number(row, "FTM"), Number(row, "PTS")) == true);
            }
        }
    }

    private static int Number(IReadOnlyDictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
}
