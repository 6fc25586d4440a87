using NbaProps.GoogleCloud.BigQuery;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Deployment.Declaring;

/// <summary>Which datasets there are, and which of them a service writes and reads: as the manifest says.</summary>
/// <param name="manifest">The pipeline.</param>
public sealed class Datasets(PipelineManifest manifest)
{
    /// <summary>Where rows wait that are too long to travel with a statement.</summary>
    public static string Staging { get; } = new BigQueryOptions().StagingDataset;

    /// <summary>Those of the tables, sorted.</summary>
    public IReadOnlyList<string> OfTables { get; } = [.. manifest.AllTables.Select(table => table.Dataset).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Those that a service writes.</summary>
    public IReadOnlyList<string> WrittenBy(DeployedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (service.Phase is not { } phase)
        {
            return Sorted(OrchestrationTables.All);
        }

        var tables = Of(phase).Select(processor => processor.Output).OfType<OutputDeclaration.ToTable>().Select(output => output.Table).ToArray();
        return tables.Length == 0 ? [] : [.. Sorted(tables).Append(Staging).Order(StringComparer.Ordinal)];
    }

    /// <summary>Those that it reads and does not write.</summary>
    public IReadOnlyList<string> ReadBy(DeployedService service)
    {
        ArgumentNullException.ThrowIfNull(service);

        // The watcher asks for the schedule, quotes and plays, and compares every output that there should be.
        var read = service.Phase is { } phase
            ? Of(phase).SelectMany(processor => processor.Inputs).OfType<InputDeclaration.Rows>().Select(rows => rows.Table)
            : [Table<NbacScheduleRow>.Instance.Schema];
        return [.. Sorted(read).Except(WrittenBy(service), StringComparer.Ordinal)];
    }

    /// <summary>Those of which it only asks what columns they have: no service is ready while a table is not what its build writes.</summary>
    public IReadOnlyList<string> DescribedBy(DeployedService service) =>
        [.. OfTables.Except(WrittenBy(service), StringComparer.Ordinal).Except(ReadBy(service), StringComparer.Ordinal)];

    private IEnumerable<ProcessorDeclaration> Of(Phase phase) => manifest.Processors.Where(processor => processor.Phase == phase);

    private static IReadOnlyList<string> Sorted(IEnumerable<TableSchema> tables) =>
        [.. tables.Select(table => table.Dataset).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
