using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Tests.Support;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;
using NbaProps.Truth.Walking;

namespace NbaProps.Truth;

/// <summary>The season of a pocket league, walked once for the tests that look at its tables; who changes them puts them back.</summary>
public sealed class PocketSeason : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteWarehouse? _warehouse;
    private SeasonTruth? _truth;

    internal SqliteWarehouse Warehouse => _warehouse ??= new(new EmbeddedOptions { DataDirectory = _folder.Of("data") });

    internal SeasonTruth Truth => _truth!;

    public async Task InitializeAsync() => _truth = await PocketWalk.RunAsync(1, _folder.Of("data"), withPlays: true);

    public async Task DisposeAsync() => await Warehouse.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    internal Task<IReadOnlyList<TableReport>> CompareAsync() => new SeasonComparison(Warehouse, Truth).RunAsync(done: null, CancellationToken.None);
}
