using System.Globalization;

namespace NbaProps.Shared.Pipeline;

/// <summary>When the clock triggers a unit: at a moment of its own game day, or of a day after it, for what appears late.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="DaysLater">Of which day: 0 the unit's own, 1 the next.</param>
public readonly record struct Trigger(Moment Moment, int DaysLater = 0)
{
    /// <summary>A moment of the unit's own game day.</summary>
    public static implicit operator Trigger(Moment moment) => new(moment);

    /// <summary>The moment's name, with the number of days where it is a later day's: <c>Context+1</c>.</summary>
    public override string ToString() => DaysLater == 0 ? Moment.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Moment}+{DaysLater}");
}

/// <summary>A trigger that has come.</summary>
/// <param name="Trigger">Which.</param>
/// <param name="AsOf">The instant of its moment, UTC.</param>
/// <param name="Visit">1 for the first time; more when a back-fill was walked again.</param>
public sealed record TriggerVisit(Trigger Trigger, DateTimeOffset AsOf, int Visit);

/// <summary>Visits as a whole.</summary>
internal static class TriggerVisits
{
    /// <summary>What a look for the newest of some visits covers: each of them.</summary>
    public static SortedDictionary<string, int> Covered(IReadOnlyList<TriggerVisit> visits) =>
        new(visits.ToDictionary(visit => visit.Trigger.ToString(), visit => visit.Visit, StringComparer.Ordinal), StringComparer.Ordinal);
}
