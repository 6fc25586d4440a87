namespace NbaProps.Shared.State;

/// <summary>Where a document lives.</summary>
/// <param name="Collection">Lower-case name of the collection.</param>
/// <param name="Id">Identifier inside the collection; ordered ordinally; no slash.</param>
public readonly record struct DocumentPath(string Collection, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Collection}/{Id}";
}

/// <summary>A document as it was read.</summary>
/// <param name="Path">Where it lives.</param>
/// <param name="Json">The body: one JSON object.</param>
/// <param name="Version">The store's version of this body; opaque, compared for equality only.</param>
public sealed record Document(DocumentPath Path, string Json, string Version);

/// <summary>The answer to a read.</summary>
/// <param name="Document">The document, or null when there is none.</param>
/// <param name="StoreTime">The store's clock at the read, UTC.</param>
public sealed record StateRead(Document? Document, DateTimeOffset StoreTime);

/// <summary>What must be true of a document for a commit to apply.</summary>
public abstract record Precondition
{
    private Precondition()
    {
    }

    /// <summary>The write applies whatever is there.</summary>
    public static Precondition None { get; } = new Unconditional();

    /// <summary>There must be no document yet.</summary>
    public static Precondition Absent { get; } = new MustBeAbsent();

    /// <summary>The document must still be the one that was read.</summary>
    public static Precondition VersionIs(string version) => new MustBeVersion(version);

    /// <summary>See <see cref="None"/>.</summary>
    public sealed record Unconditional : Precondition;

    /// <summary>See <see cref="Absent"/>.</summary>
    public sealed record MustBeAbsent : Precondition;

    /// <summary>See <see cref="VersionIs"/>.</summary>
    /// <param name="Version">The version that was read.</param>
    public sealed record MustBeVersion(string Version) : Precondition;
}

/// <summary>One write of a commit.</summary>
/// <param name="Path">The document.</param>
/// <param name="Json">The new body (a JSON object), or null to delete the document.</param>
/// <param name="Precondition">What must hold for the whole commit to apply.</param>
public sealed record DocumentWrite(DocumentPath Path, string? Json, Precondition Precondition);

/// <summary>The outcome of a commit that was answered.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>All writes were applied.</summary>
    /// <param name="StoreTime">The store's clock at the commit, UTC.</param>
    /// <param name="Versions">The new version of each written document, in the order of the writes; empty text for a deletion.</param>
    public sealed record Committed(DateTimeOffset StoreTime, IReadOnlyList<string> Versions) : CommitResult;

    /// <summary>Nothing was applied: a precondition did not hold.</summary>
    /// <param name="Path">The first document whose precondition failed.</param>
    public sealed record Conflict(DocumentPath Path) : CommitResult;
}

/// <summary>A query over one collection. All conditions are combined; results are ordered by id.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="FromId">Smallest id, inclusive; null for no bound.</param>
/// <param name="ToId">Largest id, inclusive; null for no bound.</param>
/// <param name="Field">A top-level field that must equal <paramref name="Value"/>; null for no such condition.</param>
/// <param name="Value">A string, a bool or a long.</param>
/// <param name="Limit">At most this many documents; null for all.</param>
public sealed record DocumentQuery(
    string Collection,
    string? FromId = null,
    string? ToId = null,
    string? Field = null,
    object? Value = null,
    int? Limit = null);
