using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>Where and how a shot was taken.</summary>
/// <param name="Zone">From where.</param>
/// <param name="X">Across the court, tenths of feet from the basket, to one side below 0.</param>
/// <param name="Y">Along the court, tenths of feet from the basket, behind it below 0.</param>
/// <param name="Style">How.</param>
public sealed record ShotSpot(ShotZone Zone, int X, int Y, ShotStyle Style)
{
    /// <summary>Whether it counts three.</summary>
    public bool IsThree => Zone is ShotZone.CornerThree or ShotZone.AboveTheBreakThree;

    /// <summary>Distance from the basket in feet, to a hundredth.</summary>
    public double Feet => Math.Round(Math.Sqrt(((double)X * X) + ((double)Y * Y)) / 10, 2);

    /// <summary>A place in a zone.</summary>
    internal static ShotSpot In(ShotZone zone, Dice dice) => zone switch
    {
        ShotZone.RestrictedArea => new(zone, dice.Between(-24, 24), dice.Between(-15, 31), dice.Happens(0.28) ? ShotStyle.Dunk : dice.Happens(0.6) ? ShotStyle.DrivingLayup : ShotStyle.Layup),
        ShotZone.Paint => new(zone, dice.Between(-75, 75), dice.Between(45, 130), dice.Happens(0.35) ? ShotStyle.Floater : dice.Happens(0.3) ? ShotStyle.Hook : ShotStyle.JumpShot),
        ShotZone.MidRange => new(zone, (dice.Happens(0.5) ? 1 : -1) * dice.Between(85, 145), dice.Between(20, 140), dice.Happens(0.5) ? ShotStyle.PullUp : dice.Happens(0.3) ? ShotStyle.Fadeaway : ShotStyle.JumpShot),
        ShotZone.CornerThree => new(zone, (dice.Happens(0.5) ? 1 : -1) * dice.Between(222, 238), dice.Between(-40, 80), ShotStyle.JumpShot),
        ShotZone.AboveTheBreakThree => AboveTheBreak(dice),
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "Not a zone."),
    };

    // Outside the arc of 23.75 feet, which no sine is needed for: along the court by what Pythagoras leaves.
    private static ShotSpot AboveTheBreak(Dice dice)
    {
        var x = dice.Between(-215, 215);
        var radius = 240 + (int)(38 * dice.Share() * dice.Share());
        var y = (int)Math.Ceiling(Math.Sqrt(((double)radius * radius) - ((double)x * x)));
        return new(ShotZone.AboveTheBreakThree, x, Math.Max(y, 93), dice.Happens(0.3) ? ShotStyle.PullUp : dice.Happens(0.15) ? ShotStyle.StepBack : ShotStyle.JumpShot);
    }
}

/// <summary>How a shot is taken.</summary>
public enum ShotStyle
{
    /// <summary>From a stand.</summary>
    JumpShot,

    /// <summary>Out of a dribble.</summary>
    PullUp,

    /// <summary>After a step away from the basket.</summary>
    StepBack,

    /// <summary>Leaning away.</summary>
    Fadeaway,

    /// <summary>Over the head with one hand.</summary>
    Hook,

    /// <summary>Lobbed on the run.</summary>
    Floater,

    /// <summary>From under the basket.</summary>
    Layup,

    /// <summary>The same out of a drive.</summary>
    DrivingLayup,

    /// <summary>From above the rim.</summary>
    Dunk,
}
