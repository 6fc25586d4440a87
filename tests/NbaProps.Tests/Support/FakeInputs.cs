using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Support;

/// <summary>Inputs of a processor under test: rows by type, captures by scraper. Asking for what was not given fails, as an undeclared input does.</summary>
internal sealed class FakeInputs : IInputs
{
    private readonly Dictionary<Type, object> _rows = [];
    private readonly Dictionary<Type, object> _own = [];
    private readonly Dictionary<string, List<CapturedPayload>> _captures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _emptyTables = new(StringComparer.Ordinal);

    public NameAliases Aliases { get; private set; } = NameAliases.None;

    public DeploymentFacts Deployment { get; private set; } = DeploymentFacts.NotWatched;

    public FakeInputs With(DeploymentFacts deployment)
    {
        Deployment = deployment;
        return this;
    }

    public FakeInputs With(NameAliases aliases)
    {
        Aliases = aliases;
        return this;
    }

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

    /// <summary>All that a processor declares, empty as far as nothing else is given.</summary>
    public FakeInputs Of(ProcessorDeclaration declaration)
    {
        foreach (var captures in declaration.Inputs.OfType<InputDeclaration.Captures>())
        {
            _ = Of(captures.Scraper);
        }

        _emptyTables.UnionWith(declaration.Inputs.OfType<InputDeclaration.Rows>().Select(rows => rows.Table.FullName));
        return this;
    }

    public IReadOnlyList<TRow> Rows<TRow>()
        where TRow : WarehouseRow =>
        !_rows.ContainsKey(typeof(TRow)) && _emptyTables.Contains(Table<TRow>.Instance.Schema.FullName) ? [] : Given<TRow>(_rows, "a declared input");

    public IReadOnlyList<TRow> Own<TRow>()
        where TRow : WarehouseRow => Given<TRow>(_own, "the processor's own table");

    public IReadOnlyList<CapturedPayload> Captures(string scraper) => _captures.TryGetValue(scraper, out var list)
        ? [.. list.OrderBy(payload => payload.CapturedAt)]
        : StandsIn(scraper)
        ? []
        : throw new InvalidOperationException($"{scraper} is not a declared input of this test.");

    // Whoever gives the first of a chain need not say that nobody stood in for it.
    private bool StandsIn(string scraper) => ScrapersPhase.All
        .FirstOrDefault(known => string.Equals(known.Name, scraper, StringComparison.Ordinal))?.Inputs
        .OfType<InputDeclaration.InsteadOf>().Any(first => _captures.ContainsKey(first.Scraper)) == true;

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
