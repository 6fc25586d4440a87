using System.Text;

using NbaProps.Analytics;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.RawProcessors.Odds;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Tests.Support;
using static NbaProps.Tests.RawProcessors.Odds.OddsGames;

namespace NbaProps.Tests.RawProcessors.Odds;

/// <summary>The real snapshot was taken 35 minutes into the game, and the feed had moved the start to the actual one.</summary>
public sealed class AfterTipOffTests
{
    [SkippableFact]
    public void No_line_of_the_real_snapshot_becomes_a_players_line_before_the_game()
    {
        var rows = Props(Snapshot());
        rows.Count.ShouldBe(2);
        LineOf(rows).ShouldBeNull();
        rows.ShouldAllBe(row => !Pregame(row));
    }

    // The same at a time before the game: it is the time alone that keeps the others out.
    [SkippableFact]
    public void The_same_snapshot_from_before_the_game_does()
    {
        var rows = Props(Snapshot().Replace("2024-01-25T03:55", "2024-01-25T02:55", StringComparison.Ordinal));
        LineOf(rows).ShouldBe(new PointsLine(28.5m));
        rows.ShouldAllBe(row => Pregame(row));
    }

    private static bool Pregame(OddsApiPlayerPointsPropsRow row) =>
        PregameQuote.TryCreate(row.PointsLine, price: null, row.Bookmaker, row.SnapshotAt, row.SnapshotAssumed, TipOff.Known(Game().TipOff), out _);

    private static PointsLine? LineOf(IReadOnlyList<OddsApiPlayerPointsPropsRow> props)
    {
        var (home, away) = (Game().HomeTeam, Game().AwayTeam);
        UpcomingTeamGameContextRow[] teams = [.. new[] { (home, away), (away, home) }.Select(pair => GameRows.TeamContext(pair.Item1) with
        {
            GameDate = Date, GameId = Game().GameId, Team = pair.Item1, Opponent = pair.Item2, HomeGame = pair.Item1 == home, TipOff = Game().TipOff,
        })];
        var curry = GameRows.Registered(1, home) with { GameDate = Date.AddDays(-2), PlayerName = "Stephen Curry", NameKey = NbaProps.Domain.Players.NameKey.From("Stephen Curry") };
        var played = GameRows.Played(2, 30) with { GameDate = Date.AddDays(-2), Team = home, Opponent = away, Season = new Season(2023) };
        var inputs = new FakeInputs().With(teams).With([played]).With(props).With([curry]);
        return new UpcomingPlayerGameContextProcessor().Compute(inputs, Runs.Of(Date)).Rows.Single().CurrentPointsLine;
    }

    private static IReadOnlyList<OddsApiPlayerPointsPropsRow> Props(string payload) => new PlayerPointsPropsProcessor().Compute(
        new FakeInputs().With([Game()]).WithCapture("odds_api_player_points", Date.At(10), Encoding.UTF8.GetBytes(payload)), Runs.Of(Date)).Rows;

    // With its totals as points lines: all that differs is the market's key, a player's name and the points.
    private static string Snapshot() => Encoding.UTF8.GetString(Parsing.Bytes("payloads/odds_api/historical_game_lines.json"))
        .Replace("\"key\":\"totals\"", "\"key\":\"player_points\"", StringComparison.Ordinal)
        .Replace("\"name\":\"Over\"", "\"name\":\"Over\",\"description\":\"Stephen Curry\"", StringComparison.Ordinal)
        .Replace("\"name\":\"Under\"", "\"name\":\"Under\",\"description\":\"Stephen Curry\"", StringComparison.Ordinal)
        .Replace("248.5", "28.5", StringComparison.Ordinal)
        .Replace("247.5", "27.5", StringComparison.Ordinal);
}
