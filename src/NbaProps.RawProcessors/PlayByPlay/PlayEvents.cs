using System.Collections.Frozen;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Kinds of events, in BigDataBall's words.</summary>
internal static class PlayEvents
{
    public const string Shot = "shot";
    public const string FreeThrow = "free throw";
    public const string Rebound = "rebound";
    public const string Turnover = "turnover";
    public const string Foul = "foul";
    public const string Substitution = "substitution";
    public const string Timeout = "timeout";
    public const string Violation = "violation";
    public const string JumpBall = "jump ball";
    public const string StartOfPeriod = "start of period";
    public const string EndOfPeriod = "end of period";
    public const string Ejection = "ejection";

    /// <summary>A missed shot from the back court at the end of a period, which counts for the team and for no player. The CDN's word.</summary>
    public const string Heave = "heave";

    /// <summary>A line that says who was on court and not what happened.</summary>
    public const string Unknown = "unknown";

    /// <summary>All of them.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        Shot, FreeThrow, Rebound, Turnover, Foul, Substitution, Timeout, Violation, JumpBall, StartOfPeriod, EndOfPeriod, Ejection, Heave, Unknown,
    }.ToFrozenSet(StringComparer.Ordinal);
}
