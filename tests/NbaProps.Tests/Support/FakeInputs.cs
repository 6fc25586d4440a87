using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Support;

/// <summary>Inputs of a processor under test: rows by type, captures by scraper. Asking for what was not given fails, as an undeclared input does.</summary>
internal sealed class FakeInputs : IInputs
{
    private readonly Dictionary<Type, object> _rows = [];
    private readonly Dictionary<Type, object> _own = [];
    private readonly Dictionary<string, List<CapturedPayload>> _captures = new(StringComparer.Ordinal);

    public FakeInputs With<TRow>(IEnumerable<TRow> rows)
        where TRow : WarehouseRow
    {
        _rows[typeof(TRow)] = rows.ToArray();
        return this;
    }

    public FakeInputs WithOwn<TRow>(IEnumerable<TRow> rows)
        where TRow : WarehouseRow
    {
        _own[typeof(TRow)] = rows.ToArray();
        return this;
    }

    /// <summary>Adds a payload; the captures of a scraper are handed out oldest first.</summary>
    public FakeInputs WithCapture(string scraper, DateTimeOffset capturedAt, ReadOnlyMemory<byte> bytes, DateTimeOffset? asOf = null, string? item = null)
    {
        var list = Of(scraper);
        list.Add(new CapturedPayload($"{scraper}/{capturedAt:yyyyMMddTHHmmssZ}_{list.Count:00}", capturedAt, bytes, new Dictionary<string, string>()) { AsOf = asOf ?? capturedAt, Item = item });
        return this;
    }

    /// <summary>Adds a payload that is text.</summary>
    public FakeInputs WithCapture(string scraper, DateTimeOffset capturedAt, string text, string? item = null) =>
        WithCapture(scraper, capturedAt, System.Text.Encoding.UTF8.GetBytes(text), item: item);

    /// <summary>Scrapers that have captured nothing, unless something is added.</summary>
    public FakeInputs WithoutCaptures(params string[] scrapers)
    {
        foreach (var scraper in scrapers)
        {
            _ = Of(scraper);
        }

        return this;
    }

    public IReadOnlyList<TRow> Rows<TRow>()
        where TRow : WarehouseRow => Given<TRow>(_rows, "a declared input");

    public IReadOnlyList<TRow> Own<TRow>()
        where TRow : WarehouseRow => Given<TRow>(_own, "the processor's own table");

    public IReadOnlyList<CapturedPayload> Captures(string scraper) => _captures.TryGetValue(scraper, out var list)
        ? [.. list.OrderBy(payload => payload.CapturedAt)]
        : throw new InvalidOperationException($"{scraper} is not a declared input of this test.");

    private static IReadOnlyList<TRow> Given<TRow>(Dictionary<Type, object> rows, string what) => rows.TryGetValue(typeof(TRow), out var given)
        ? (IReadOnlyList<TRow>)given
        : throw new InvalidOperationException($"{typeof(TRow).Name} is not {what} of this test.");

    private List<CapturedPayload> Of(string scraper)
    {
        if (!_captures.TryGetValue(scraper, out var list))
        {
            _captures[scraper] = list = [];
        }

        return list;
    }
}
