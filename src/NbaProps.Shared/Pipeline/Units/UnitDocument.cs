using System.Text.Json.Serialization;

namespace NbaProps.Shared.Pipeline.Units;

/// <summary>All that is known of a unit of work. Every step of a run is one compare-and-set on this document.</summary>
public sealed record UnitDocument
{
    /// <summary>The unit, as <see cref="UnitKey.ToString"/> writes it.</summary>
    public required string Unit { get; init; }

    /// <summary>Fencing token: one more at each acquisition.</summary>
    public long Token { get; init; }

    /// <summary>Until when the current run holds the unit, by the store's time; null when it is free.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>The run that holds the unit, or held it when it was abandoned; null when the last run ended.</summary>
    public string? Holder { get; init; }

    /// <summary>Tokens whose write is not known to have ended.</summary>
    public IReadOnlyList<long> Open { get; init; } = [];

    /// <summary>A hint came while the unit was held: look again when the run ends.</summary>
    public bool Wanted { get; init; }

    /// <summary>How the last run ended.</summary>
    public RunState Outcome { get; init; }

    /// <summary>Why it ended so.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>How the last run ended that gave an output, whatever became of those after it; null while none has.</summary>
    public StandingOutput? Stands { get; init; }

    /// <summary>Runs since the last one that gave an output.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be tried again by the tick before this instant (store's time); null when nothing is planned.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>One more each time that the content changed.</summary>
    public long Generation { get; init; }

    /// <summary>Hash of the content that the last success left.</summary>
    public string ContentHash { get; init; } = Warehouse.ContentHashing.Empty;

    /// <summary>Hash of the inputs' state and of the declaration that the last success stands for; null when it is not known to stand for any.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The inputs' state that the last run had when it gave no output; null after one that did. Other inputs are worth a try at once.</summary>
    public string? Tried { get; init; }

    /// <summary>How many runs in a row gave no output on the inputs of <see cref="Tried"/>; 0 after one that did.</summary>
    public int TriedTimes { get; init; }

    /// <summary>When the last run ended (store's time); null when none has.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the last run ended that succeeded, or brought part of what it should (store's time); null when none has.</summary>
    public DateTimeOffset? BroughtAt { get; init; }

    /// <summary>The as-of of the last write.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How many rows or captures the output has.</summary>
    public long Rows { get; init; }

    /// <summary>For scrapers: whether items that have been captured are to be asked for again.</summary>
    public bool Anew { get; init; }

    /// <summary>For scrapers: the one item that is to be asked for again; null for all.</summary>
    public string? AnewItem { get; init; }

    /// <summary>For scrapers: which visit of which trigger has been captured.</summary>
    public IReadOnlyDictionary<string, int> Covered { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>For scrapers: the newest look, while a part of it failed; null when nothing of it did.</summary>
    public PartialLook? Partial { get; init; }

    /// <summary>For scrapers: whether something of the newest look was never brought and is not asked for any more.</summary>
    public bool Lost { get; init; }

    /// <summary>For scrapers: how the source stands to its contract; null while none of its payloads was looked at.</summary>
    public ContractStanding? Contract { get; init; }

    /// <summary>Messages not yet known to be published.</summary>
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];

    /// <summary>Since when the outbox has been waiting (store's time).</summary>
    public DateTimeOffset? OutboxSince { get; init; }

    /// <summary>The chain of runs that the last run belonged to.</summary>
    public string CorrelationId { get; init; } = string.Empty;

    /// <summary>The holder's last commit, so that a commit whose answer was lost can be recognised.</summary>
    public string Revision { get; init; } = string.Empty;

    /// <summary>The hour of its last write, by the store's time or its writer's clock, such as <c>2026-11-22T14</c> (UTC); null where a build wrote it that knows of no hours.</summary>
    public string? ChangedIn { get; init; }

    /// <summary>Whether the tick must look at this unit: something is held, open, wanted, unpublished, blocked failed, or there in part.</summary>
    public bool Attention => Outbox.Count > 0 || Wanted || LeaseUntil is not null || Open.Count > 0
        || Outcome is RunState.Blocked or RunState.Failed || Partial is not null;

    /// <summary>The unit.</summary>
    [JsonIgnore]
    public UnitKey Key => UnitKey.Parse(Unit);

    /// <summary>Whether it is a unit of one game: it has a bar more than one of a date.</summary>
    [JsonIgnore]
    public bool IsOfGame => Unit.AsSpan().Count('|') > 1;

    /// <summary>Whether a run holds the unit.</summary>
    /// <param name="storeTime">The store's time, from the same read.</param>
    public bool IsHeld(DateTimeOffset storeTime) => LeaseUntil > storeTime;
}

/// <summary>An output that stands although later runs were blocked, failed or found that nothing is asked of them.</summary>
/// <param name="State">Succeeded, NoData or Degraded.</param>
/// <param name="Reason">Why.</param>
public sealed record StandingOutput(RunState State, string Reason);

/// <summary>A message that a commit promised.</summary>
/// <param name="Id">Derived from what it says, so that a repeated commit promises the same message.</param>
/// <param name="Topic">Where it goes.</param>
/// <param name="Body">UTF-8 JSON.</param>
public sealed record OutboxMessage(string Id, string Topic, string Body);
