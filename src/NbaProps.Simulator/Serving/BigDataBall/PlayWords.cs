using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.BigDataBall;

/// <summary>BigDataBall's words for what happens.</summary>
internal static class PlayWords
{
    /// <summary>The column event_type.</summary>
    public static string Event(PlayKind kind) => kind switch
    {
        PlayKind.PeriodStart => "start of period",
        PlayKind.PeriodEnd => "end of period",
        PlayKind.JumpBall => "jump ball",
        PlayKind.Shot => "shot",
        PlayKind.FreeThrow => "free throw",
        PlayKind.Rebound => "rebound",
        PlayKind.Turnover => "turnover",
        PlayKind.Foul => "foul",
        PlayKind.Substitution => "substitution",
        PlayKind.Timeout => "timeout",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of event."),
    };

    /// <summary>The column type.</summary>
    public static string Type(PlayEvent play) => play.Kind switch
    {
        PlayKind.Shot => Shot(play.Spot!),
        PlayKind.FreeThrow => FormattableString.Invariant($"free throw {play.FreeThrow!.Value.Number}/{play.FreeThrow.Value.Of}"),
        PlayKind.Rebound => play.Player is null ? "team rebound" : play.Offensive == true ? "rebound offensive" : "rebound defensive",
        PlayKind.Turnover => Turnover(play.Turnover!.Value),
        PlayKind.Foul => Foul(play.Foul!.Value).Type,
        PlayKind.Substitution => "sub",
        PlayKind.Timeout => "timeout: regular",
        _ => Event(play.Kind),
    };

    /// <summary>The column reason: of most fouls, and of turnovers that a pass or a foul makes.</summary>
    public static string? Reason(PlayEvent play) => play switch
    {
        { Kind: PlayKind.Foul } => Foul(play.Foul!.Value).Reason,
        { Turnover: TurnoverKind.BadPass } => "bad pass",
        { Turnover: TurnoverKind.OffensiveFoul } => "offensive foul turnover",
        _ => null,
    };

    private static string Shot(ShotSpot spot) => (spot.IsThree ? "3pt " : string.Empty) + spot.Style switch
    {
        ShotStyle.JumpShot => "jump shot",
        ShotStyle.PullUp => spot.IsThree ? "pullup jump shot" : "jump shot",
        ShotStyle.StepBack => "step back jump shot",
        ShotStyle.Fadeaway => "turnaround fadeaway",
        ShotStyle.Hook => "hook shot",
        ShotStyle.Floater => "driving floating jump shot",
        ShotStyle.Layup => "layup",
        ShotStyle.DrivingLayup => "driving layup",
        ShotStyle.Dunk => "dunk",
        _ => throw new ArgumentOutOfRangeException(nameof(spot), spot, "Not a way to shoot."),
    };

    private static string Turnover(TurnoverKind kind) => kind switch
    {
        TurnoverKind.BadPass => "bad pass",
        TurnoverKind.LostBall => "lost ball",
        TurnoverKind.Traveling => "traveling",
        TurnoverKind.OffensiveFoul => "offensive foul",
        TurnoverKind.ShotClock => "shot clock",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of turnover."),
    };

    private static (string Type, string? Reason) Foul(FoulKind kind) => kind switch
    {
        FoulKind.Personal => ("personal", "p.foul"),
        FoulKind.Shooting => ("shooting", "s.foul"),
        FoulKind.LooseBall => ("loose ball", "l.b.foul"),
        FoulKind.Offensive => ("offensive", null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of foul."),
    };
}
