using NbaProps.Domain.Calendar;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Toy;

/// <summary>Inputs of the quiet rebuild: what it has computed so far, cut to what a declaration may see.</summary>
internal sealed class QuietInputs(NameAliases aliases)
{
    private readonly List<(TableSchema Table, WarehouseRow Row, GameDate Date)> _rows = [];
    private IReadOnlyList<CapturedPayload> _captures = [];

    public void SetCaptures(IReadOnlyList<CapturedPayload> captures) => _captures = captures;

    public void Add<TRow>(IReadOnlyList<TRow> rows)
        where TRow : WarehouseRow
    {
        var schema = Table<TRow>.Instance.Schema;
        var at = schema.Columns.Select(column => column.Name).ToList().IndexOf(schema.PartitionColumn);
        _rows.AddRange(rows.Select(row => (schema, (WarehouseRow)row, (GameDate)Table<TRow>.Instance.ToValues(row)[at]!)));
    }

    public IEnumerable<TRow> All<TRow>()
        where TRow : WarehouseRow => _rows.Select(entry => entry.Row).OfType<TRow>();

    private NameAliases AliasesOf(InputDeclaration.Aliases input, GameDate date) => aliases.For(date, input.Sources);

    public IInputs For(ProcessorDeclaration processor, GameDate date) => new View(this, processor, date);

    private sealed class View(QuietInputs all, ProcessorDeclaration processor, GameDate date) : IInputs
    {
        public IReadOnlyList<TRow> Rows<TRow>()
            where TRow : WarehouseRow
        {
            var inputs = processor.Inputs.OfType<InputDeclaration.Rows>().Where(input => input.Table == Table<TRow>.Instance.Schema).ToArray();
            return all._rows
                .Where(entry => inputs.Any(input => input.Table == entry.Table && entry.Date >= date.AddDays(input.From) && entry.Date <= date.AddDays(input.To)))
                .Select(entry => entry.Row)
                .OfType<TRow>()
                .ToArray();
        }

        public IReadOnlyList<TRow> Own<TRow>()
            where TRow : WarehouseRow => throw new InvalidOperationException("The toy reads no output of its own.");

        public NameAliases Aliases => all.AliasesOf(processor.Inputs.OfType<InputDeclaration.Aliases>().Single(), date);

        public DeploymentFacts Deployment => DeploymentFacts.NotWatched;

        public IReadOnlyList<CapturedPayload> Captures(string scraper) => all._captures;
    }
}
