using NbaProps.Domain.Calendar;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Reads the declared inputs of a run.</summary>
internal sealed class InputLoader(PipelineManifest manifest, IWarehouse warehouse, IObjectStore objects, IStateStore state, PartitionCache cache, ComputedUnits? known = null, DeploymentWatch? deployment = null)
{
    private readonly CaptureArchive _captures = new(objects, state);

    /// <summary>Reads everything that the unit's declaration names.</summary>
    public async Task<LoadedInputs> LoadAsync(ProcessorDeclaration processor, UnitTask task, CancellationToken cancellationToken)
    {
        var inputs = new LoadedInputs(processor, cache);
        foreach (var table in processor.Inputs.OfType<InputDeclaration.Rows>().Select(rows => rows.Table).DistinctBy(table => table.FullName, StringComparer.Ordinal))
        {
            await LoadRowsAsync(table, task, inputs, cancellationToken);
        }

        foreach (var input in processor.Inputs)
        {
            switch (input)
            {
                case InputDeclaration.Captures captures:
                    inputs.Add(captures.Scraper, await LoadCapturesAsync(captures.Scraper, task.Unit.Partition.Date, cancellationToken));
                    break;
                case InputDeclaration.Aliases:
                    inputs.SetAliases(task.Inputs.Aliases!);
                    break;
                case InputDeclaration.Deployment:
                    inputs.SetDeployment(deployment is null ? DeploymentFacts.NotWatched : await deployment.FindAsync(objects, cancellationToken));
                    break;
                case InputDeclaration.Rows or InputDeclaration.HandOff or InputDeclaration.Clock or InputDeclaration.InsteadOf:
                    break;
                default:
                    throw new InvalidOperationException($"Unknown input {input}.");
            }
        }

        if (processor is { ReadsOwnOutput: true, Output: OutputDeclaration.ToTable own })
        {
            inputs.SetOwn(await LoadOwnAsync(own.Table, task.Unit.Partition, cancellationToken));
        }

        return inputs;
    }

    private async Task LoadRowsAsync(TableSchema schema, UnitTask task, LoadedInputs inputs, CancellationToken cancellationToken)
    {
        var table = schema.FullName;
        var byDate = task.Inputs.Producers[table].GroupBy(unit => unit.Key.Partition.Date).OrderBy(group => group.Key).ToArray();
        var found = new SortedDictionary<GameDate, PartitionRows>();
        var missing = new List<(GameDate Date, string Version)>();
        foreach (var date in byDate)
        {
            var version = PartitionCache.VersionOf(date);
            if (cache.Find(table, date.Key, version) is { } rows)
            {
                found[date.Key] = rows;
            }
            else
            {
                missing.Add((date.Key, version));
            }
        }

        if (missing.Count > 0)
        {
            await ReadAsync(schema, missing, found, inputs, cancellationToken);
        }

        inputs.Add(table, found.Values.ToArray());
    }

    private async Task ReadAsync(
        TableSchema table, List<(GameDate Date, string Version)> missing, SortedDictionary<GameDate, PartitionRows> found, LoadedInputs inputs, CancellationToken cancellationToken)
    {
        var columns = ContentColumns(table);
        var range = new GameDateRange(missing[0].Date, missing[^1].Date);
        var batch = await warehouse.ReadAsync(new ReadRequest(table, columns, range, []), cancellationToken);
        var dateAt = IndexOf(columns, table.PartitionColumn);
        var rows = batch.Rows.GroupBy(row => (GameDate)row[dateAt]!).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var (date, version) in missing)
        {
            var partition = Rows(table, rows.TryGetValue(date, out var values) ? values : []);
            found[date] = partition;
            inputs.KeepWhenConfirmed(table.FullName, date, version, partition);
        }
    }

    private async Task<PartitionRows> LoadOwnAsync(TableSchema table, Partition partition, CancellationToken cancellationToken)
    {
        IReadOnlyList<ColumnFilter> filters = partition.Game is { } game ? [new ColumnFilter("game_id", [game.ToString()])] : [];
        var range = new GameDateRange(partition.Date, partition.Date);
        var batch = await warehouse.ReadAsync(new ReadRequest(table, ContentColumns(table), range, filters), cancellationToken);
        return Rows(table, batch.Rows);
    }

    private PartitionRows Rows(TableSchema table, IReadOnlyList<object?[]> values) => known?.Share(table, values) ?? new PartitionRows(values);

    private async Task<IReadOnlyList<CapturedPayload>> LoadCapturesAsync(string scraper, GameDate date, CancellationToken cancellationToken) =>
        manifest.Processor(scraper).Output is OutputDeclaration.ToArchive
            ? await _captures.ReadAsync(scraper, date, cancellationToken)
            : throw new InvalidOperationException($"{scraper} captures nothing.");

    private static string[] ContentColumns(TableSchema table) =>
        table.Columns.Where(column => column.Role != ColumnRole.Lineage).Select(column => column.Name).ToArray();

    private static int IndexOf(string[] columns, string name) => Array.FindIndex(columns, column => string.Equals(column, name, StringComparison.Ordinal));
}
