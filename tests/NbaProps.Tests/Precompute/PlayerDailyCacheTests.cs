using FsCheck.Fluent;

using NbaProps.Domain.Calendar;
using NbaProps.Precompute;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Domain;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Precompute;

public sealed class PlayerDailyCacheTests
{
    private static readonly RunContext Context = new(new(Day), Day.At(10));

    // Newest first: 30, 20, 25, 15, 10, 18, and one of the season before.
    private static readonly PlayerGameSummaryRow[] Games =
    [
        Played(1, 30, 36) with { UsageRate = 30, FgAttempts = 20, FtAttempts = 10, FtMakes = 8 },
        Played(3, 20, 32) with { UsageRate = 25, FgAttempts = 15, FtAttempts = 5, FtMakes = 4, Opponent = Bos },
        Played(5, 25, 34) with { UsageRate = null, FgAttempts = 18, FtAttempts = 6, FtMakes = 5 },
        Played(8, 15, 28) with { UsageRate = 20, FgAttempts = 12, FtAttempts = 4, FtMakes = 3 },
        Played(10, 10, 24) with { UsageRate = 18, FgAttempts = 10, FtAttempts = 2, FtMakes = 0 },
        Played(12, 18, 26) with { UsageRate = 22, FgAttempts = 14, FtAttempts = 3, FtMakes = 3 },
        Played(240, 40, 40) with { Season = new Season(2021), UsageRate = 33, FgAttempts = 28, FtAttempts = 10, FtMakes = 9 },
    ];

    [Fact]
    public void Averages_are_over_games_played()
    {
        var row = Row(Games);

        // Last five (30 + 20 + 25 + 15 + 10) / 5; season (100 + 18) / 6; all seven are the last ten: 158 / 7.
        (row.PointsAvgLast5, row.PointsAvgSeason, row.GamesPlayedSeason, row.GamesInLast7Days).ShouldBe((20.0, 118 / 6.0, 6, 3));
        row.PointsAvgLast10!.Value.ShouldBe(158 / 7.0, 1e-12);
        row.MinutesAvgLast10!.Value.ShouldBe(220 / 7.0, 1e-12);
        row.MinutesAvgSeason!.Value.ShouldBe(180 / 6.0, 1e-12);
        row.PointsPerMinuteLast10!.Value.ShouldBe(158 / 220.0, 1e-12);

        // Two newest against the three before: 25 - (25 + 15 + 10) / 3.
        row.PointsTrendLast5!.Value.ShouldBe(25 - (50 / 3.0), 1e-12);
    }

    [Fact]
    public void A_deviation_is_a_sample_deviation()
    {
        // 10 and 20: mean 15, squares 25 + 25, by n - 1 = 1: the root of 50.
        Row([Played(1, 10), Played(2, 20)]).PointsStdLast10!.Value.ShouldBe(Math.Sqrt(50), 1e-12);
        Row([Played(1, 10)]).PointsStdLast10.ShouldBeNull();
    }

    [Fact]
    public void Usage_is_weighed_by_minutes_and_shooting_by_attempts()
    {
        var row = Row(Games);

        // 30 x 36 + 25 x 32 + 20 x 28 + 18 x 24 + 22 x 26 + 33 x 40 = 4764 over the 186 minutes that have a rate.
        row.UsageRateLast10!.Value.ShouldBe(4764 / 186.0, 1e-12);

        // 158 points / (2 x (117 + 0.44 x 40)).
        row.TsPctLast10!.Value.ShouldBe(158 / (2 * (117 + (0.44 * 40))), 1e-12);
        row.FreeThrowPointShareLast10!.Value.ShouldBe(32 / 158.0, 1e-12);
    }

    [Fact]
    public void Against_this_opponent_count_the_games_of_a_year()
    {
        var row = Row([.. Games, Played(366, 50) with { Season = new Season(2021) }]);

        // All but the one against Boston itself: 30, 25, 15, 10, 18, 40.
        (row.GamesVsOpponent, row.PointsAvgVsOpponent).ShouldBe((6, 138 / 6.0));
    }

    [Fact]
    public void Who_never_played_has_no_figures_and_no_zeros()
    {
        var row = Row([Played(3, 0, minutes: 0)]);

        (row.PointsAvgLast5, row.PointsAvgSeason, row.MinutesAvgLast10, row.PointsPerMinuteLast10, row.PointsAvgVsOpponent, row.PointsTrendLast5).ShouldBe(
            (null, null, null, null, null, null));
        (row.GamesPlayedSeason, row.GamesVsOpponent, row.GamesInLast7Days).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Teams_are_measured_over_their_last_games()
    {
        var offense = Enumerable.Range(1, 12).Select(day => Offense(day, Bos, won: day % 3 != 0, pace: 90 + day, rating: 100 + day))
            .Concat(Enumerable.Range(1, 16).Select(day => Offense(day, Nyk, pace: 80 + day))).ToArray();
        var defense = Enumerable.Range(1, 16).Select(day => Defense(day, Nyk, rating: 100 + day)).ToArray();
        var row = Row([Played(1, 20)], offense, defense);

        // Boston's last ten: 91 to 100; New York's last fifteen: 81 to 95, last ten: 81 to 90; four of Boston's twelve were lost.
        (row.TeamPaceLast10, row.TeamOffRatingLast10, row.TeamWinPct, row.OpponentPaceLast15, row.OpponentPaceLast10, row.OpponentDefRatingLast15)
            .ShouldBe((95.5, 105.5, 8 / 12.0, 88.0, 85.5, 108.0));
    }

    [Fact]
    [Trait("Incident", "I-10")]
    public void The_order_of_the_inputs_and_what_comes_later_change_nothing()
    {
        var expected = Row(Games);
        Property.ForAll(
            from shuffled in Gen.Shuffle(Games)
            from day in Gen.Choose(0, 20)
            select (shuffled, day),
            given => Row([Played(-given.day, 60, 48), .. given.shuffled]).ShouldBe(expected));
    }

    private static PlayerDailyCacheRow Row(PlayerGameSummaryRow[] games, TeamOffenseGameSummaryRow[]? offense = null, TeamDefenseGameSummaryRow[]? defense = null) =>
        new PlayerDailyCacheProcessor().Compute(
            new FakeInputs().With([PlayerContext()]).With(games).With(offense ?? []).With(defense ?? []), Context).Rows.Single();
}
