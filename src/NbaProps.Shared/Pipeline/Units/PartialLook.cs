namespace NbaProps.Shared.Pipeline.Units;

/// <summary>A scraper's look at its source of which something failed that may be there when it is asked for again. What it brought stands meanwhile.</summary>
/// <param name="Visit">The visit of the trigger that it was made for, as <see cref="VisitOf"/> writes it.</param>
/// <param name="Brought">Items that it has brought: another attempt does not ask for them.</param>
public sealed record PartialLook(string Visit, IReadOnlyList<string> Brought)
{
    /// <summary>The name of a visit.</summary>
    internal static string VisitOf(TriggerVisit visit) => FormattableString.Invariant($"{visit.Trigger}#{visit.Visit}");

    /// <summary>What an attempt at the same visit has brought; nothing of another's.</summary>
    internal static IReadOnlyList<string> BroughtAt(PartialLook? look, TriggerVisit visit) =>
        look is not null && string.Equals(look.Visit, VisitOf(visit), StringComparison.Ordinal) ? look.Brought : [];
}
