using NbaProps.Shared.State;

namespace NbaProps.Shared.Notifications;

/// <summary>Something a person may have to know: opened once per cause, updated while it lasts, closed when it is over.</summary>
public sealed record Incident
{
    internal const string Collection = "incidents";
    internal const string History = "incident_history";

    /// <summary>What it is about, stable while it lasts: for an overdue output its unit.</summary>
    public required string Key { get; init; }

    /// <summary>How bad.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence: what is wrong.</summary>
    public required string Title { get; init; }

    /// <summary>Why, as far as the system knows.</summary>
    public required string Cause { get; init; }

    /// <summary>What the system has already done about it.</summary>
    public required string Done { get; init; }

    /// <summary>The command that helps.</summary>
    public required string Command { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Last change, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended, UTC; null while it lasts.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether it lasts.</summary>
    public bool IsOpen => ClosedAt is null;

    internal static DocumentPath PathOf(string key) => new(Collection, key);

    // Of a key the newest incident has the document; those before it would be lost to whoever asks how long they took.
    internal DocumentPath HistoryPath => new(History, FormattableString.Invariant($"{Key}|{OpenedAt.UtcDateTime:yyyyMMddTHHmmss.fffffffZ}"));
}

/// <summary>How bad an incident is.</summary>
public enum Severity
{
    /// <summary>Worth knowing, nothing to do.</summary>
    Info,

    /// <summary>Something is degraded; look today.</summary>
    Warning,

    /// <summary>Something a person must act on now.</summary>
    Critical,
}
