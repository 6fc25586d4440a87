using NbaProps.Analytics;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Analytics;

public sealed class UpcomingTeamTests
{
    private static readonly RunContext Context = new(new(Day), Day.At(10));

    [Fact]
    public void A_team_comes_into_a_game_by_its_earlier_games_alone()
    {
        TeamOffenseGameSummaryRow[] games =
        [
            Offense(1, Bos, won: true, margin: 7), Offense(3, Bos, won: true), Offense(4, Bos, won: false), Offense(8, Bos, won: true),
            Offense(15, Bos, won: false), Offense(0, Bos, won: false), Offense(-2, Bos, won: false),
        ];
        var boston = Rows(games, gamesBefore: 5).Single(row => row.Team == Bos);

        (boston.TeamDaysRest, boston.BackToBack, boston.GamesInLast7Days, boston.GamesInLast14Days).ShouldBe((0, true, 3, 4));
        (boston.TeamWinStreak, boston.TeamLossStreak, boston.GameNumberInSeason, boston.LastGameMargin).ShouldBe((2, 0, 6, 7));
        boston.SeasonWinPct.ShouldBe(3 / 5.0);
    }

    [Fact]
    [Trait("Incident", "I-19")]
    public void A_first_game_has_nothing_to_tell_and_no_zeros()
    {
        var boston = Rows([]).Single(row => row.Team == Bos);

        (boston.TeamDaysRest, boston.BackToBack, boston.GamesInLast7Days, boston.SeasonWinPct, boston.LastGameMargin).ShouldBe((null, null, null, null, null));
        boston.GameNumberInSeason.ShouldBe(1);
    }

    [Fact]
    public void The_season_before_counts_for_load_and_not_for_rest_or_standing()
    {
        var boston = Rows([Offense(5, Bos) with { Season = new Season(2021) }]).Single(row => row.Team == Bos);

        (boston.TeamDaysRest, boston.SeasonWinPct, boston.GamesInLast7Days, boston.BackToBack).ShouldBe((null, null, 1, false));
    }

    [Fact]
    public void A_postponed_game_is_not_prepared() =>
        new UpcomingTeamGameContextProcessor().Compute(
            new FakeInputs().With([Scheduled(1) with { Postponed = true }]).With<TeamOffenseGameSummaryRow>([]), Context).State.ShouldBe(RunState.NoData);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(10, 9)]
    public void Days_of_rest_are_the_days_between(int daysBack, int rest) => RestMath.DaysRest(Day, Day.AddDays(-daysBack)).ShouldBe(rest);

    [Fact]
    public void A_window_of_seven_days_begins_seven_days_before_and_leaves_the_day_out() =>
        RestMath.Count([Day, Day.AddDays(-1), Day.AddDays(-7), Day.AddDays(-8)], Day, 7).ShouldBe(2);

    [Fact]
    public void Back_to_backs_are_pairs_of_consecutive_days() =>
        RestMath.BackToBacks([Day.AddDays(-1), Day.AddDays(-2), Day.AddDays(-3), Day.AddDays(-6), Day.AddDays(-7)], Day, 14).ShouldBe(3);

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(5, 4, false)]
    [InlineData(19, 1, false)]
    [InlineData(20, 1, true)]
    [InlineData(40, 2, true)]
    [InlineData(40, 3, false)]
    public void Earlier_games_that_the_schedule_has_and_we_have_not_take_form_and_rest_away_beyond_one_in_twenty(int before, int missing, bool whole)
    {
        var games = Enumerable.Range(1, before - missing).Select(day => Offense(day, Bos, won: true)).ToArray();
        var boston = Rows(games, before).Single(row => row.Team == Bos);

        (boston.SeasonGamesMissing, boston.HistoryIsWhole, boston.GameNumberInSeason).ShouldBe((missing, whole, before + 1));
        (boston.SeasonWinPct, boston.TeamDaysRest, boston.TeamWinStreak, boston.GamesInLast7Days is not null, boston.BackToBack)
            .ShouldBe(whole ? (1, 0, before - missing, true, true) : (null, null, null, false, null));
    }

    private static IReadOnlyList<UpcomingTeamGameContextRow> Rows(TeamOffenseGameSummaryRow[] games, int gamesBefore = 0) =>
        new UpcomingTeamGameContextProcessor().Compute(new FakeInputs().With([Scheduled(1) with { HomeGamesBefore = gamesBefore }]).With(games), Context).Rows;
}
