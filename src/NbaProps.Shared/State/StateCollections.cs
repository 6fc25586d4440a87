using NbaProps.Shared.Credits;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Pipeline.Replaying;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.State;

/// <summary>A collection of documents.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AskedBy">The top-level fields that queries may ask for; each costs an index.</param>
public sealed record StateCollection(string Name, params IReadOnlyList<string> AskedBy);

/// <summary>
/// The collections whose documents are asked for by a field. A store that keeps an index for each such field makes it from this list, and refuses a query
/// that is not in it: an emulator would answer it, production would not.
/// </summary>
public static class StateCollections
{
    private const string Attention = "attention";

    /// <summary>Those that are asked for by a field.</summary>
    public static IReadOnlyList<StateCollection> Asked { get; } =
    [
        new(Incident.Collection, "isOpen"),
        new(LedgerRow.Collection, Attention),
        new(MessageDocument.Collection, Attention),
        new(MeteredCall.Collection, Attention),
        new(UnitKey.Collection, Attention, "changedIn"),
    ];

    /// <summary>Every collection that grows, by name; those that hold one document for the whole installation are not among them.</summary>
    public static IReadOnlyList<StateCollection> All { get; } =
    [
        .. Asked
            .Concat(Unasked(
                CaptureDocument.Collection, GameDay.Collection, Incident.History, PhaseStatusDocument.Collection, ReplayProgress.Collection, RunBaseline.Collection, Walk.Collection))
            .OrderBy(collection => collection.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<StateCollection> Unasked(params string[] names) => names.Select(name => new StateCollection(name));
}
