using NbaProps.Domain.Calendar;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Captures;

/// <summary>What scrapers have captured, for those who tell of it.</summary>
/// <param name="state">Where it is kept.</param>
public sealed class CaptureLog(IStateStore state)
{
    /// <summary>A scraper's captures of a date, in no particular order.</summary>
    public async Task<IReadOnlyList<CaptureDocument>> OfAsync(string scraper, GameDate date, CancellationToken cancellationToken) =>
        [.. (await state.QueryAsync(CaptureDocument.QueryFor(scraper, date), cancellationToken)).Select(document => StateJson.Read<CaptureDocument>(document.Json))];
}
