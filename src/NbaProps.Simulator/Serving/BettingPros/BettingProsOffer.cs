using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

using Side = NbaProps.Simulator.Play.Side;

namespace NbaProps.Simulator.Serving.BettingPros;

/// <summary>What books that BettingPros lists offer on a player's points.</summary>
/// <param name="Game">The game.</param>
/// <param name="Player">The player.</param>
/// <param name="Spelled">The same under the name that he is listed with.</param>
/// <param name="Team">His team.</param>
/// <param name="Quotes">The books' lines, those of a book together.</param>
/// <param name="Active">Whether they can be bet on: until the game starts; then they stay as they were.</param>
internal sealed record BettingProsOffer(SimulatedGame Game, SimulatedPlayer Player, SimulatedPlayer Spelled, TeamTricode Team, IReadOnlyList<Quote> Quotes, bool Active)
{
    /// <summary>The offers on a game at a moment, by the players' names.</summary>
    public static IReadOnlyList<BettingProsOffer> Of(LeagueMoment moment, SimulatedGame game, Boards boards)
    {
        if (game.IsOff)
        {
            return [];
        }

        var open = boards.PropsOf(moment, game, Feeds.BettingPros);
        var active = moment.StatusOf(game) == GameStatus.Scheduled || open.Count > 0;
        return
        [
            .. (active ? open : boards.ClosingPropsOf(moment, game))
                .Where(quote => quote.Book.BettingProsId is not null)
                .GroupBy(quote => quote.Player.Id)
                .Select(lines => new BettingProsOffer(game, lines.First().Player, Spelling(moment, game, lines.First().Player), TeamOf(game, lines.First().Player), [.. lines], active))
                .OrderBy(offer => offer.Player.FullName, StringComparer.Ordinal)
                .ThenBy(offer => offer.Player.Id),
        ];
    }

    /// <summary>Its id: market, event and player.</summary>
    public string Id(int market) =>
        FormattableString.Invariant($"NBA:{market}:{SourceNumbers.BettingPros.Of(Game.Scheduled.Id)}:{SourceNumbers.BettingPros.Of(Player.Id)}");

    /// <summary>The price of a line's side; null where it is not offered.</summary>
    public static AmericanOdds? Price(Quote quote, bool over) => over ? quote.Over : quote.Under;

    private static SimulatedPlayer Spelling(LeagueMoment moment, SimulatedGame game, SimulatedPlayer player) =>
        moment.FaultOf(FaultKind.MisspeltName, Feeds.BettingPros, game, player.Id) is { } fault ? Misspelling.Of(player, moment.Season.League, fault.Number) : player;

    private static TeamTricode TeamOf(SimulatedGame game, SimulatedPlayer player)
    {
        var isHome = game.Plan.Home.Players.Any(plan => plan.Player == player) || game.HomeAbsences.Any(absence => absence.Player == player);
        return game.Plan.Of(isHome ? Side.Home : Side.Away).Team;
    }
}
