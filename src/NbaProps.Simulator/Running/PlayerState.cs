using NbaProps.Domain.Calendar;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Running;

/// <summary>A player as the season goes on.</summary>
internal sealed class PlayerState(SimulatedPlayer player)
{
    public SimulatedPlayer Player { get; } = player;

    /// <summary>His hot or cold spell, see <see cref="Play.PlayerPlan.Form"/>.</summary>
    public double Form { get; set; }

    /// <summary>How much more than usual ends with him these weeks; about 1.</summary>
    public double Role { get; set; } = 1;

    /// <summary>How much longer than usual his coach leaves him on court these weeks; about 1.</summary>
    public double Trust { get; set; } = 1;

    /// <summary>The first date on which he can play again; null while nothing ails him.</summary>
    public GameDate? FitFrom { get; set; }

    /// <summary>What ails or ailed him last.</summary>
    public string Ailment { get; set; } = string.Empty;
}
