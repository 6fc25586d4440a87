using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Running;

/// <summary>Wins and losses of the regular season.</summary>
internal sealed class Standings(IEnumerable<TeamTricode> teams)
{
    private readonly Dictionary<TeamTricode, (int Wins, int Losses, int Margin)> _records = teams.ToDictionary(team => team, _ => (0, 0, 0));

    public void Add(SimulatedGame game)
    {
        if (game.Scheduled.Id.Phase == SeasonPhase.Regular)
        {
            var margin = game.Box.HomeScore - game.Box.AwayScore;
            Add(game.Scheduled.Home, margin);
            Add(game.Scheduled.Away, -margin);
        }
    }

    /// <summary>The teams of a conference, the best first: by wins, then points, then letters.</summary>
    public IReadOnlyList<TeamTricode> Of(bool east) =>
        [.. _records.Where(team => Divisions.IsEast(team.Key) == east).OrderByDescending(team => team.Value.Wins).ThenByDescending(team => team.Value.Margin).ThenBy(team => team.Key).Select(team => team.Key)];

    /// <summary>Whether a team stands above another; of two conferences too.</summary>
    public bool IsAbove(TeamTricode one, TeamTricode other) =>
        (_records[one].Wins, _records[one].Margin, string.CompareOrdinal(other.Value, one.Value)).CompareTo((_records[other].Wins, _records[other].Margin, 0)) > 0;

    private void Add(TeamTricode team, int margin)
    {
        var (wins, losses, all) = _records[team];
        _records[team] = margin > 0 ? (wins + 1, losses, all + margin) : (wins, losses + 1, all + margin);
    }
}
