using System.Globalization;

using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The content network's words for shots, places, turnovers and fouls.</summary>
internal static class PlayWords
{
    /// <summary>Subtype and descriptor of a shot.</summary>
    public static (string SubType, string? Descriptor) Of(ShotStyle style) => style switch
    {
        ShotStyle.PullUp => ("Jump Shot", "pullup"),
        ShotStyle.StepBack => ("Jump Shot", "step back"),
        ShotStyle.Fadeaway => ("Jump Shot", "fadeaway"),
        ShotStyle.Hook => ("Hook", null),
        ShotStyle.Floater => ("Jump Shot", "driving floating"),
        ShotStyle.Layup => ("Layup", null),
        ShotStyle.DrivingLayup => ("Layup", "driving"),
        ShotStyle.Dunk => ("DUNK", null),
        _ => ("Jump Shot", null),
    };

    /// <summary>Subtype and descriptor of a turnover; a pass or ball that nobody took went out of bounds.</summary>
    public static (string SubType, string? Descriptor) Of(TurnoverKind kind, bool stolen) => kind switch
    {
        TurnoverKind.BadPass => stolen ? ("bad pass", null) : ("out-of-bounds", "bad pass"),
        TurnoverKind.LostBall => stolen ? ("lost ball", null) : ("out-of-bounds", "lost ball"),
        TurnoverKind.Traveling => ("traveling", null),
        TurnoverKind.OffensiveFoul => ("offensive foul", null),
        _ => ("shot clock", null),
    };

    /// <summary>Subtype and descriptor of a foul.</summary>
    public static (string SubType, string? Descriptor) Of(FoulKind kind) => kind switch
    {
        FoulKind.Shooting => ("personal", "shooting"),
        FoulKind.LooseBall => ("personal", "loose ball"),
        FoulKind.Offensive => ("offensive", null),
        _ => ("personal", null),
    };

    /// <summary>The area of the court.</summary>
    public static string Area(ShotSpot spot) => spot.Zone switch
    {
        ShotZone.RestrictedArea => "Restricted Area",
        ShotZone.Paint => "In The Paint (Non-RA)",
        ShotZone.MidRange => "Mid-Range",
        ShotZone.CornerThree => spot.X < 0 ? "Left Corner 3" : "Right Corner 3",
        _ => "Above the Break 3",
    };

    /// <summary>How far and to which side: "8-16 Left". The sides are sectors seen from the basket, told by the ratio of across to along.</summary>
    public static string AreaDetail(ShotSpot spot)
    {
        var side = spot.X < 0 ? "Left" : "Right";
        var slope = spot.Y <= 0 ? double.MaxValue : Math.Abs((double)spot.X) / spot.Y;
        return spot.Feet switch
        {
            < 8 => "0-8 Center",
            < 16 => $"8-16 {(slope < 0.64 ? "Center" : side)}",
            < 24 when !spot.IsThree => $"16-24 {Sector(slope, side)}",
            _ => $"24+ {(spot.Zone == ShotZone.CornerThree ? side : Sector(slope, side))}",
        };
    }

    /// <summary>How far, where the league says it in words: " 24'".</summary>
    public static string Feet(ShotSpot spot) => spot.Feet < 8 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {(int)spot.Feet}'");

    private static string Sector(double slope, string side) => slope < 0.325 ? "Center" : slope < 1.376 ? $"{side} Center" : side;
}
