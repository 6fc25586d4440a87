using NbaProps.Domain.Calendar;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Captures;

/// <summary>
/// Says that an object of the raw archive counts. It is committed together with its scraper's unit: an object that a run put and never
/// committed is not read by anyone.
/// </summary>
public sealed record CaptureDocument
{
    internal const string Collection = "captures";

    /// <summary>Path of the object: <c>source/date/captured-at_hash</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The moment of the game day that the capture speaks for, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>When the upstream answered, by the game clock, UTC: the moment itself where it is walked, later where a scraper was late.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Hash of the object's bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>Place in the scrape that brought it: payloads of one moment keep their order.</summary>
    public required int Order { get; init; }

    /// <summary>What of the date it is about, such as a game id; null where it is about the date as a whole.</summary>
    public string? Item { get; init; }

    /// <summary>The newest of what a scraper captured for some dates; null when it captured nothing.</summary>
    public static async Task<CaptureDocument?> NewestAsync(IStateStore state, string scraper, GameDateRange dates, CancellationToken cancellationToken)
    {
        var documents = await state.QueryAsync(new DocumentQuery(Collection, $"{scraper}|{dates.From}|", $"{scraper}|{dates.To}|~"), cancellationToken);
        return documents.Select(document => StateJson.Read<CaptureDocument>(document.Json)).MaxBy(capture => (capture.CapturedAt, capture.AsOf, capture.Order));
    }

    internal static DocumentPath PathOf(string scraper, GameDate date, string objectName) => new(Collection, $"{scraper}|{date}|{objectName}");

    internal static DocumentQuery QueryFor(string scraper, GameDate date) =>
        new(Collection, $"{scraper}|{date}|", $"{scraper}|{date}|~");
}
