using System.Globalization;

using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Operations;

/// <summary>What was tried for an output, in words.</summary>
internal static class Tries
{
    /// <summary>How often, when last, and what is done from now on.</summary>
    public static string Of(ExpectedOutput output) => output switch
    {
        { Attempts: 0 } => "Nothing yet.",
        { EndedAt: null } => string.Create(CultureInfo.InvariantCulture, $"Tried {output.Attempts} times."),
        { IsTriedOut: true } => string.Create(
            CultureInfo.InvariantCulture,
            $"Tried {output.Attempts} times, last {output.EndedAt:u}; no more than a probe now and then, until its inputs change or another date of it succeeds."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Tried {output.Attempts} times, last {output.EndedAt:u}; tried on."),
    };
}
