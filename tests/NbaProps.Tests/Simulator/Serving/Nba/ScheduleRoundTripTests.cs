using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>Schedule and scoreboards, read back, are the season's games with their starts and scores.</summary>
public sealed class ScheduleRoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_schedule_of_a_pocket_season_is_its_games(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        await ScheduleAgrees(served);
    }

    [Fact]
    public async Task The_schedule_of_a_full_season_is_its_games_play_in_and_playoffs_among_them()
    {
        await using var served = await Served.Of(Leagues.Full);
        await ScheduleAgrees(served);
    }

    [Fact]
    public async Task Both_scoreboards_of_each_date_of_a_pocket_season_are_its_games()
    {
        await using var served = await Served.Of(Leagues.Pocket(5));
        foreach (var date in served.Season.ByDate.Keys)
        {
            await ScoreboardsAgree(served, date);
        }
    }

    [Fact]
    public async Task Both_scoreboards_of_a_date_of_the_full_league_are_its_games()
    {
        await using var served = await Served.Of(Leagues.Full);
        await ScoreboardsAgree(served, served.Season.Games[333].Scheduled.Date);
        await ScoreboardsAgree(served, served.Season.Games[^1].Scheduled.Date);
    }

    private static async Task ScheduleAgrees(Served served)
    {
        var expected = served.Season.Games.Select(Truth).ToArray();
        foreach (var address in new[] { NbaAddresses.Schedule, NbaAddresses.ScheduleCdn })
        {
            var reading = await served.Read("nba_schedule", address);
            reading.LeftOut.ShouldBeEmpty();
            reading.Rows.Cast<NbacScheduleRow>().Select(row =>
                $"{row.GameDate} {row.GameId} {row.GameStatus} {row.GameStatusText} {row.AwayTeam} {row.HomeTeam} {row.AwayScore}-{row.HomeScore} {row.TipOff.ToUniversalTime():O} {row.TipOffAssumed} {row.Postponed} {row.NeutralSite}")
                .ShouldBe(expected.Select(line => $"{line} False False False"));
        }
    }

    private static async Task ScoreboardsAgree(Served served, GameDate date)
    {
        var games = served.Season.ByDate[date];

        // The content network's board turns at noon: the next morning it is still the date's.
        served.MoveTo(date.AddDays(1).At(11));
        foreach (var (address, source) in new[] { (NbaAddresses.Today, "nba_scoreboard_cdn"), (NbaAddresses.Scoreboard(date), "nba_scoreboard_v2") })
        {
            var rows = await served.Rows<NbacScoreboardRow>("nba_scoreboard", address);
            rows.Select(row => $"{row.GameDate} {row.GameId} {row.GameStatus} {row.GameStatusText} {row.AwayTeam} {row.HomeTeam} {row.AwayScore}-{row.HomeScore} {row.Source}")
                .ShouldBe(games.Select(game => $"{Truth(game)[..^(Start(game).Length + 1)]} {source}"));
            rows.Select(row => row.TipOff).ShouldBe(games.Select(game => source == "nba_scoreboard_cdn" ? game.Scheduled.TipOff : (DateTimeOffset?)null));
            rows.ShouldAllBe(row => row.Winner == (row.HomeScore > row.AwayScore ? row.HomeTeam : row.AwayTeam));
        }
    }

    private static string Truth(SimulatedGame game) =>
        $"{game.Scheduled.Date} {game.Scheduled.Id} 3 {(game.Box.Overtimes == 0 ? "Final" : game.Box.Overtimes == 1 ? "Final/OT" : $"Final/OT{game.Box.Overtimes}")} {game.Scheduled.Away} {game.Scheduled.Home} {game.Box.AwayScore}-{game.Box.HomeScore} {Start(game)}";

    private static string Start(SimulatedGame game) => $"{game.Scheduled.TipOff.ToUniversalTime():O}";
}
