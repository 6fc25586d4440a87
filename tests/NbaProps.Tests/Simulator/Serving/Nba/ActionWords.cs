using NbaProps.Simulator.Play;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>What our table calls the kind of an event that the content network tells: its own words, those of a descriptor first.</summary>
internal static class ActionWords
{
    /// <summary>The kind; of a substitution, which is two actions, there is none for both.</summary>
    public static string Subtype(PlayEvent play) => play.Kind switch
    {
        PlayKind.PeriodStart => "start of period",
        PlayKind.PeriodEnd => "end of period",
        PlayKind.JumpBall => play.Period == 1 ? "startperiod recovered" : "overtime recovered",
        PlayKind.Shot => $"{(play.Spot!.IsThree ? "3pt " : string.Empty)}{Style(play.Spot.Style)}",
        PlayKind.FreeThrow => FormattableString.Invariant($"free throw {play.FreeThrow!.Value.Number}/{play.FreeThrow.Value.Of}"),
        PlayKind.Rebound => play.Offensive == true ? "rebound offensive" : "rebound defensive",
        PlayKind.Turnover => Lost(play),
        PlayKind.Foul => Fouled(play.Foul!.Value),
        PlayKind.Timeout => "full",
        _ => throw new ArgumentOutOfRangeException(nameof(play), play, "Several actions tell it."),
    };

    private static string Style(ShotStyle style) => style switch
    {
        ShotStyle.PullUp => "pullup jump shot",
        ShotStyle.StepBack => "step back jump shot",
        ShotStyle.Fadeaway => "fadeaway jump shot",
        ShotStyle.Hook => "hook",
        ShotStyle.Floater => "driving floating jump shot",
        ShotStyle.Layup => "layup",
        ShotStyle.DrivingLayup => "driving layup",
        ShotStyle.Dunk => "dunk",
        _ => "jump shot",
    };

    private static string Lost(PlayEvent play) => (play.Turnover, play.Other) switch
    {
        (TurnoverKind.BadPass, null) => "bad pass out-of-bounds",
        (TurnoverKind.BadPass, _) => "bad pass",
        (TurnoverKind.LostBall, null) => "lost ball out-of-bounds",
        (TurnoverKind.LostBall, _) => "lost ball",
        (TurnoverKind.Traveling, _) => "traveling",
        (TurnoverKind.OffensiveFoul, _) => "offensive foul",
        _ => "shot clock",
    };

    private static string Fouled(FoulKind kind) => kind switch
    {
        FoulKind.Shooting => "shooting personal",
        FoulKind.Offensive => "offensive",
        FoulKind.LooseBall => "loose ball personal",
        _ => "personal",
    };
}
