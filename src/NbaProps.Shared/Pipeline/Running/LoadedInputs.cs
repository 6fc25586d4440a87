using NbaProps.Domain.Calendar;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>The inputs of one run, read before it computes.</summary>
internal sealed class LoadedInputs(ProcessorDeclaration processor, PartitionCache cache) : IInputs
{
    private readonly Dictionary<string, IReadOnlyList<PartitionRows>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<CapturedPayload>> _captures = new(StringComparer.Ordinal);
    private readonly List<(string Table, GameDate Date, string Version, PartitionRows Rows)> _fresh = [];
    private PartitionRows? _own;
    private NameAliases? _aliases;
    private DeploymentFacts? _deployment;

    public NameAliases Aliases => _aliases ?? throw new InvalidOperationException($"{processor.Name} reads aliases and does not declare them.");

    public DeploymentFacts Deployment => _deployment ?? throw new InvalidOperationException($"{processor.Name} reads what is deployed and does not declare it.");

    public IReadOnlyList<TRow> Rows<TRow>()
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance.Schema.FullName;
        return _tables.TryGetValue(table, out var partitions)
            ? partitions.SelectMany(partition => partition.As<TRow>()).ToArray()
            : throw new InvalidOperationException($"{processor.Name} reads {table} and does not declare it.");
    }

    public IReadOnlyList<TRow> Own<TRow>()
        where TRow : WarehouseRow =>
        _own?.As<TRow>() ?? throw new InvalidOperationException($"{processor.Name} reads its own output and does not declare it.");

    public IReadOnlyList<CapturedPayload> Captures(string scraper) => _captures.TryGetValue(scraper, out var payloads)
        ? payloads
        : throw new InvalidOperationException($"{processor.Name} reads captures of {scraper} and does not declare them.");

    /// <summary>What tells these inputs from any others, where partitions are shared.</summary>
    internal IReadOnlyList<object> Identity()
    {
        var identity = new List<object>();
        foreach (var (table, partitions) in _tables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            identity.Add(table);
            identity.AddRange(partitions);
        }

        foreach (var (scraper, payloads) in _captures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            identity.Add(scraper);
            identity.AddRange(payloads.SelectMany(ComputedFrom.Of));
        }

        if (_own is not null)
        {
            identity.Add(_own);
        }

        identity.Add(_aliases?.Content ?? string.Empty);
        return identity;
    }

    internal void Add(string table, IReadOnlyList<PartitionRows> partitions) => _tables.Add(table, partitions);

    internal void Add(string scraper, IReadOnlyList<CapturedPayload> payloads) => _captures.Add(scraper, payloads);

    internal void SetOwn(PartitionRows rows) => _own = rows;

    internal void SetAliases(NameAliases aliases) => _aliases = aliases;

    internal void SetDeployment(DeploymentFacts facts) => _deployment = facts;

    internal void KeepWhenConfirmed(string table, GameDate date, string version, PartitionRows rows) => _fresh.Add((table, date, version, rows));

    /// <summary>No input moved while it was read: what was read may serve other runs.</summary>
    internal void Confirm()
    {
        foreach (var (table, date, version, rows) in _fresh)
        {
            cache.Keep(table, date, version, rows);
        }
    }
}
