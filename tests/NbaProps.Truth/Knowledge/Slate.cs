using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Knowledge;

/// <summary>
/// Who may play on a date, and the lines on them, as known at a moment. Rules: whoever appeared in the 45 days before, for the team that he appeared for last; whoever has a line in a game of
/// that team, also after a longer pause; who has a line in a game of other teams is nobody's. A name of a line is known from the player's first appearance on.
/// </summary>
internal sealed class Slate
{
    private const int RecentDays = 45;

    private readonly HashSet<GameId> _quoted;

    public Slate(DayTruth day, Moment moment)
    {
        var quotes = SeenQuotes.OfPlayers(day, moment).ToArray();
        _quoted = [.. quotes.Select(quote => quote.Game.Scheduled.Id)];
        var lines = quotes.Where(quote => day.Seen.ContainsKey(quote.Quote.Player.Id)).GroupBy(quote => (quote.Quote.Player.Id, Game: quote.Game.Scheduled.Id))
            .ToDictionary(group => group.Key, group => SeenLine.Of(group));
        var elsewhere = lines.Where(line => SideOf(line.Value.Current.Game, day.Seen[line.Key.Id].Team) is null).Select(line => line.Key.Id).ToHashSet();
        Candidates =
        [
            .. from latest in day.Seen.Values
               from game in day.Games
               let side = SideOf(game, latest.Team)
               let line = lines.GetValueOrDefault((latest.Player.Id, game.Scheduled.Id))
               let recent = !elsewhere.Contains(latest.Player.Id) && day.Date.DaysSince(latest.Date) <= RecentDays
               where side is not null && (recent || line is not null)
               orderby latest.Player.Id
               select new Candidate(latest.Player, game, side.Value, recent ? "appearance" : "line", line),
        ];
    }

    /// <summary>The candidates, by id.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>Whether any line at all was seen for a game.</summary>
    public bool HasLines(SimulatedGame game) => _quoted.Contains(game.Scheduled.Id);

    private static Side? SideOf(SimulatedGame game, TeamTricode team) => game.Scheduled.Home == team ? Side.Home : game.Scheduled.Away == team ? Side.Away : null;
}
