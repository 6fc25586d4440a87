namespace NbaProps.Simulator.Faults;

/// <summary>How a feed's payloads are built, as far as faults need it.</summary>
/// <param name="Format">Of its payloads.</param>
public sealed record FeedShape(FeedFormat Format)
{
    /// <summary>
    /// Where the rows stand in JSON, as <c>game.actions</c>, <c>resultSets[].rowSet</c>, or <c>[]</c> for the root; one document may have several, those
    /// that it has not are passed over.
    /// </summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Fields that no reader can do without: names of JSON, headings of a table, of a PDF the headings of its columns.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Whether it answers with its rows left out while there is nothing; otherwise with 404.</summary>
    public bool EmptyWhenAbsent { get; init; }
}

/// <summary>Formats of payloads.</summary>
public enum FeedFormat
{
    /// <summary>JSON.</summary>
    Json = 1,

    /// <summary>Comma-separated values with a heading.</summary>
    Csv,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A page with JSON inside.</summary>
    Page,
}
