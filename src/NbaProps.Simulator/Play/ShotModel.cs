using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>How shots end, by zone, as the league's did about 2022-23; a player's skills shift it.</summary>
internal static class ShotModel
{
    private static readonly double[] GoesIn = [0.584, 0.375, 0.378, 0.381, 0.348];
    private static readonly double[] FouledOnMiss = [0.360, 0.160, 0.055, 0.022, 0.022];
    private static readonly double[] FouledOnMake = [0.120, 0.055, 0.018, 0.005, 0.005];
    private static readonly double[] BlockedOnMiss = [0.290, 0.145, 0.045, 0.012, 0.012];
    private static readonly double[] Assisted = [0.53, 0.43, 0.40, 0.95, 0.79];

    /// <summary>Advantage of the home team: added to the probability of each of its shots.</summary>
    public const double HomeCourt = 0.0095;

    private const double EasePerPoint = 0.0019;

    public static double Makes(ShotZone zone, PlayerPlan shooter, double defence, double legs, bool home, int ahead)
    {
        var skills = shooter.Player.Skills;
        var three = zone is ShotZone.CornerThree or ShotZone.AboveTheBreakThree;
        return Math.Clamp(GoesIn[(int)zone] + skills.Touch + (three ? skills.Range : 0) + shooter.Form - defence + legs + (home ? HomeCourt : -HomeCourt) - Ease(ahead), 0.05, 0.95);
    }

    /// <summary>Who leads eases off and who trails presses: without it, games would end further apart than the league's do.</summary>
    private static double Ease(int ahead) => Math.Clamp(EasePerPoint * ahead, -0.035, 0.035);

    public static double FouledOn(ShotZone zone, bool made, Skills shooter) => (made ? FouledOnMake : FouledOnMiss)[(int)zone] * shooter.DrawsFouls;

    public static double Blocked(ShotZone zone, double blocks) => BlockedOnMiss[(int)zone] * blocks;

    public static double AssistOf(ShotZone zone, double passing) => Math.Min(0.97, Assisted[(int)zone] * passing);
}
