using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Plausibility;

/// <summary>A regular season as plain facts, simulated or real: what the figures are computed from, and all that they may know.</summary>
internal sealed class SeasonFacts
{
    /// <summary>Games from which on a player counts as one with a history.</summary>
    public const int FewestGames = 20;

    /// <summary>Gathers facts.</summary>
    /// <param name="players">A line for each player and game of the regular season that he played in, in any order.</param>
    /// <param name="lines">One book's main points lines on them.</param>
    public SeasonFacts(IEnumerable<PlayerGame> players, IEnumerable<LineOutcome> lines)
    {
        Players = [.. players.Where(line => line.Game.Phase == SeasonPhase.Regular).OrderBy(line => line.Date).ThenBy(line => line.Game)];
        Lines = [.. lines.Where(line => line.Game.Phase == SeasonPhase.Regular)];
        Teams = [.. Players.GroupBy(line => (line.Game, line.Team)).Select(Sum)];
        Games = [.. Teams.GroupBy(team => team.Game).Select(pair => new GamePair(pair.Single(team => team.IsHome), pair.Single(team => !team.IsHome)))];
        Histories = [.. Players.GroupBy(line => line.Player).Where(player => player.Count() >= FewestGames).Select(player => (IReadOnlyList<PlayerGame>)[.. player])];
    }

    /// <summary>Players' games by date.</summary>
    public IReadOnlyList<PlayerGame> Players { get; }

    /// <summary>Teams' games by date.</summary>
    public IReadOnlyList<TeamGame> Teams { get; }

    /// <summary>Games by date.</summary>
    public IReadOnlyList<GamePair> Games { get; }

    /// <summary>The games by date of each player who has at least <see cref="FewestGames"/>.</summary>
    public IReadOnlyList<IReadOnlyList<PlayerGame>> Histories { get; }

    /// <summary>One book's main points lines.</summary>
    public IReadOnlyList<LineOutcome> Lines { get; }

    private static TeamGame Sum(IEnumerable<PlayerGame> lines)
    {
        var players = lines.ToArray();
        var first = players[0];
        return new(
            first.Game, first.Date, first.Team, first.IsHome, players.Sum(line => line.Minutes), players.Length, players.Aggregate(BoxCounts.None, (sum, line) => sum + line.Counts));
    }
}
