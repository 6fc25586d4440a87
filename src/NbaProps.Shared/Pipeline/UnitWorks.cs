using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>A processor, a gate or a scraper, as a service registers it.</summary>
public sealed class UnitWorkRegistration
{
    private readonly Func<UnitWorkSurroundings, IUnitWork> _create;

    internal UnitWorkRegistration(ProcessorDeclaration declaration, Func<UnitWorkSurroundings, IUnitWork> create)
    {
        Declaration = declaration;
        _create = create;
    }

    /// <summary>Its line of the manifest.</summary>
    public ProcessorDeclaration Declaration { get; }

    internal IUnitWork Create(UnitWorkSurroundings surroundings) => _create(surroundings);
}

/// <summary>What work stands on.</summary>
internal sealed record UnitWorkSurroundings(Ports Ports, InputLoader Loader, GameClock Clock, TimeProvider Time, RuntimeOptions Options, ComputedUnits? Computed);

/// <summary>Registers what a service can do.</summary>
public static class UnitWorks
{
    /// <summary>A table processor.</summary>
    /// <exception cref="InvalidOperationException">Its rows are not those of the table that its declaration writes.</exception>
    public static UnitWorkRegistration Table<TRow>(IProcessor<TRow> processor)
        where TRow : WarehouseRow
    {
        var declared = (processor.Declaration.Output as OutputDeclaration.ToTable)?.Table;
        return ReferenceEquals(declared, Warehouse.Table<TRow>.Instance.Schema)
            ? new(processor.Declaration, around => new TableWork<TRow>(processor, around.Loader, around.Ports.Warehouse, around.Clock, around.Computed))
            : throw new InvalidOperationException(
                $"{processor.Declaration.Name} computes rows of {Warehouse.Table<TRow>.Instance.Schema.FullName} and declares {declared?.FullName ?? "no table"}.");
    }

    /// <summary>A hand-off.</summary>
    public static UnitWorkRegistration HandOff(IHandOffGate gate) =>
        new(gate.Declaration, around => new HandOffWork(gate, around.Loader));

    /// <summary>A scraper and the way to its upstream.</summary>
    public static UnitWorkRegistration Scrape(IScraper scraper, IUpstream upstream) =>
        new(scraper.Declaration, around => new ScrapeWork(scraper, upstream, around.Loader, around.Ports.Objects, around.Ports.State, around.Clock, around.Time, around.Options));
}
