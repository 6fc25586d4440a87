using NbaProps.Domain.Teams;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Books;

/// <summary>What results so far say of teams: points above the mean that each scores, and that each allows. With few games it stays near the mean.</summary>
internal sealed class TeamRatings
{
    private const double HomeCourt = 2.4;
    private const double SecondNight = 1.6;

    // As if ten games at the mean had been seen before the first one; later ones weigh at least so much that a change shows.
    private const double GamesBefore = 10;
    private const double LeastGain = 0.04;
    private const double MeanGain = 0.004;

    private readonly Dictionary<TeamTricode, (double Attack, double Defence, int Games)> _teams = [];
    private double _mean = 113.5;

    /// <summary>The same, apart from later results.</summary>
    public TeamRatings Copy()
    {
        var copy = new TeamRatings { _mean = _mean };
        foreach (var (team, rating) in _teams)
        {
            copy._teams[team] = rating;
        }

        return copy;
    }

    /// <summary>Points expected of the home team and of the visitors.</summary>
    /// <param name="home">Home team.</param>
    /// <param name="away">Visiting team.</param>
    /// <param name="homeTired">Whether the home team plays on the second night running.</param>
    /// <param name="awayTired">Whether the visitors do.</param>
    public (double Home, double Away) Expected(TeamTricode home, TeamTricode away, bool homeTired, bool awayTired)
    {
        var (h, a) = (_teams.GetValueOrDefault(home), _teams.GetValueOrDefault(away));
        var edge = (HomeCourt + (awayTired ? SecondNight : 0) - (homeTired ? SecondNight : 0)) / 2;
        return (_mean + h.Attack + a.Defence + edge, _mean + a.Attack + h.Defence - edge);
    }

    /// <summary>Points expected of a mean team against an opponent, relative to the mean: how well that defends and how fast it plays are both in what it allows.</summary>
    /// <param name="opponent">The opponent.</param>
    /// <param name="atHome">Whether the opponent visits.</param>
    public double Against(TeamTricode opponent, bool atHome) => 1 + ((_teams.GetValueOrDefault(opponent).Defence + (atHome ? HomeCourt / 2 : -HomeCourt / 2)) / _mean);

    /// <summary>Learns from a game.</summary>
    public void Learn(SimulatedGame game, bool homeTired, bool awayTired)
    {
        var (home, away) = (game.Scheduled.Home, game.Scheduled.Away);
        var expected = Expected(home, away, homeTired, awayTired);

        // Points of an overtime say nothing about regulation.
        var regulation = 48.0 / (48 + (5 * game.Box.Overtimes));
        var (homeError, awayError) = ((game.Box.HomeScore * regulation) - expected.Home, (game.Box.AwayScore * regulation) - expected.Away);
        Learn(home, homeError, awayError);
        Learn(away, awayError, homeError);
        _mean += MeanGain * (homeError + awayError) / 2;
    }

    private void Learn(TeamTricode team, double scored, double allowed)
    {
        var (attack, defence, games) = _teams.GetValueOrDefault(team);
        var gain = Math.Max(LeastGain, 1 / (games + GamesBefore));
        _teams[team] = (attack + (gain * scored), defence + (gain * allowed), games + 1);
    }
}
