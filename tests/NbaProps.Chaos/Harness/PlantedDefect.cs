using System.Globalization;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Chaos.Harness;

/// <summary>Mistakes that the harness must catch: it proves nothing if it cannot.</summary>
public enum PlantedDefect
{
    None,

    /// <summary>A new run does not make the old run's write harmless.</summary>
    NoSettle,

    /// <summary>A run takes the last success to stand although a write of an abandoned run may have become visible.</summary>
    SkipIgnoresUnsettledWrite,

    /// <summary>A run ends its unit without asking whether it still holds it.</summary>
    CommitWithoutToken,

    /// <summary>A run tells that it is done before it is.</summary>
    PublishBeforeCommit,

    /// <summary>A partition is deleted, then inserted.</summary>
    NonAtomicReplace,

    /// <summary>What was blocked once is not looked at again.</summary>
    BlockedIsLatched,

    /// <summary>Of what was captured only the payload of the newest message is parsed.</summary>
    ParsesThePayloadOfTheMessage,

    /// <summary>A join counts completions in a document that is read, then written: of two at once one is lost.</summary>
    CompletionsCountedByReadModifyWrite,

    /// <summary>No mistake: the same join with a counter that loses nothing. What is caught beside it is caught for the lost count alone.</summary>
    CompletionsCountedAtomically,

    /// <summary>A build whose processor says something else is deployed without a new version of the processor.</summary>
    NewOutputUnderTheOldVersion,
}

/// <summary>The mistakes, made at the ports so that the code under test carries no hook for them.</summary>
internal static class Defects
{
    private static readonly SortedDictionary<string, string> NoAttributes = new(StringComparer.Ordinal);

    public static StateRead HideOpen(StateRead read)
    {
        if (read.Document is not { Path.Collection: "units" } document)
        {
            return read;
        }

        var unit = StateJson.Read<UnitDocument>(document.Json);
        return read with { Document = document with { Json = StateJson.Write(unit with { Open = [] }) } };
    }

    public static IReadOnlyList<DocumentWrite> WithoutPrecondition(IReadOnlyList<DocumentWrite> writes) => writes
        .Select(write => Unit(write) is { LeaseUntil: null } ? write with { Precondition = Precondition.None } : write)
        .ToArray();

    public static IReadOnlyList<DocumentWrite> PublishFirst(IReadOnlyList<DocumentWrite> writes, World world) => writes
        .Select(write =>
        {
            if (Unit(write) is not { Outbox.Count: > 0 } unit)
            {
                return write;
            }

            foreach (var message in unit.Outbox)
            {
                world.Publish(message.Topic, [new OutgoingMessage(message.Body, NoAttributes)]);
            }

            return write with { Json = StateJson.Write(unit with { Outbox = [], OutboxSince = null }) };
        })
        .ToArray();

    /// <summary>What is blocked looks as if somebody held it for ever.</summary>
    public static StateRead Latch(StateRead read)
    {
        if (read.Document is not { Path.Collection: "units" } document || StateJson.Read<UnitDocument>(document.Json) is not { Outcome: RunState.Blocked, LeaseUntil: null } unit)
        {
            return read;
        }

        return read with { Document = document with { Json = StateJson.Write(unit with { LeaseUntil = DateTimeOffset.MaxValue }) } };
    }

    /// <summary>Of captures those that were committed last.</summary>
    public static IReadOnlyList<Document> OfTheNewestCommit(IReadOnlyList<Document> captures)
    {
        var newest = captures.Select(capture => long.Parse(capture.Version, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        return [.. captures.Where(capture => string.Equals(capture.Version, newest.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))];
    }

    private static UnitDocument? Unit(DocumentWrite write) =>
        write is { Path.Collection: "units", Json: { } json } ? StateJson.Read<UnitDocument>(json) : null;
}
