using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Tests.Simulator;

/// <summary>Who meets whom, and when.</summary>
public sealed class RegularSeasonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_of_thirty_plays_82_games_and_half_of_them_at_home(long seed)
    {
        var games = RegularSeason.Of(Leagues.Create(seed, LeagueSize.Full));

        games.Count.ShouldBe(1_230);
        games.Select(game => game.Id).Distinct().Count().ShouldBe(1_230);
        TeamTricode.All.ShouldAllBe(team => games.Count(game => game.Home == team) == 41 && games.Count(game => game.Away == team) == 41);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Nobody_plays_twice_on_a_day_or_three_days_running(long seed)
    {
        var games = RegularSeason.Of(Leagues.Create(seed, LeagueSize.Full));
        foreach (var team in TeamTricode.All)
        {
            var days = games.Where(game => game.Home == team || game.Away == team).Select(game => game.Date).ToArray();
            days.Distinct().Count().ShouldBe(82);
            days.Zip(days.Skip(2)).ShouldAllBe(pair => pair.Second.DaysSince(pair.First) > 2);
        }
    }

    [Fact]
    public void It_ends_in_the_middle_of_april_at_the_latest_and_pauses_for_the_all_star_game()
    {
        var games = RegularSeason.Of(Leagues.Create(1, LeagueSize.Full));

        games[^1].Date.ShouldBeLessThanOrEqualTo(new GameDate(2026, 4, 15));
        games.ShouldNotContain(game => game.Date.Month == 2 && game.Date.Day >= 13 && game.Date.Day <= 18);
    }

    [Fact]
    public void The_pocket_league_has_two_games_on_each_of_twelve_days()
    {
        var games = RegularSeason.Of(Leagues.Create(1, LeagueSize.Pocket));

        games.GroupBy(game => game.Date).Select(day => day.Count()).ShouldAllBe(count => count == 2);
        games.Count.ShouldBe(24);
    }

    [Fact]
    public void A_game_starts_on_its_own_date_not_before_noon_in_the_east() =>
        RegularSeason.Of(Leagues.Create(1, LeagueSize.Full)).ShouldAllBe(game => game.TipOff >= game.Date.At(12) && game.TipOff < game.Date.At(24));
}
