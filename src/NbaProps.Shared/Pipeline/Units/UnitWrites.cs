using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>The one way in which a unit is written: with the hour, by which a watcher finds what has changed since it looked.</summary>
internal static class UnitWrites
{
    /// <summary>The write of a unit.</summary>
    /// <param name="unit">What it is to be.</param>
    /// <param name="now">The store's time, or this machine's where no read has just brought it.</param>
    /// <param name="precondition">What it was.</param>
    public static DocumentWrite Of(UnitDocument unit, DateTimeOffset now, Precondition precondition) =>
        new(unit.Key.Path, StateJson.Write(unit with { ChangedIn = ChangeHours.Of(now) }), precondition);
}
