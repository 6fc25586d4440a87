using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

using Side = NbaProps.Simulator.Play.Side;

namespace NbaProps.Simulator.Plausibility;

/// <summary>The facts of a simulated season.</summary>
internal static class SimulatedFacts
{
    // The one book of which real lines are at hand.
    private static readonly Bookmaker[] Book = [.. Bookmaker.All.Where(book => book.Key == "draftkings")];

    /// <summary>The regular season, with a book's main lines as they stand five minutes before each game.</summary>
    public static SeasonFacts Of(SimulatedSeason season)
    {
        var board = new PropBoard(season);
        var games = season.Games.Where(game => game.Scheduled.Id.Phase == SeasonPhase.Regular).ToArray();
        return new(games.SelectMany(Players), games.SelectMany(game => Lines(board, game)));
    }

    private static IEnumerable<PlayerGame> Players(SimulatedGame game) => game.Box.Players.Where(line => line.Seconds > 0).Select(line => new PlayerGame(
        game.Scheduled.Id, game.Scheduled.Date, game.Plan.Of(line.Side).Team, line.Side == Side.Home, line.Player.Id, line.Seconds / 60.0, Counts(line)));

    private static BoxCounts Counts(PlayerCounts line) => new(
        line.Points,
        line.FieldGoalsMade,
        line.FieldGoalsAttempted,
        line.ThreesMade,
        line.ThreesAttempted,
        line.FreeThrowsMade,
        line.FreeThrowsAttempted,
        line.OffensiveRebounds,
        line.DefensiveRebounds,
        line.Assists,
        line.Steals,
        line.Blocks,
        line.Turnovers,
        line.Fouls);

    private static IEnumerable<LineOutcome> Lines(PropBoard board, SimulatedGame game)
    {
        var played = Players(game).ToDictionary(line => line.Player);
        foreach (var quote in board.Of(game, game.Scheduled.TipOff.AddMinutes(-5), Book).Where(quote => quote.IsMain))
        {
            yield return new(game.Scheduled.Id, quote.Line, new TwoWayPrice(quote.Over, quote.Under!.Value), played.GetValueOrDefault(quote.Player.Id));
        }
    }
}
