using NbaProps.Chaos.Harness;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Toy;

/// <summary>What must hold once all is quiet.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Check(World world)
    {
        var documents = world.State.Dump();
        var units = Read<UnitDocument>(documents, "units").ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        foreach (var unit in units.Values)
        {
            if (unit.LeaseUntil is not null || unit.Open.Count > 0 || unit.Outbox.Count > 0 || unit.Wanted)
            {
                yield return $"{unit.Unit} is not at rest: lease {unit.LeaseUntil}, open [{string.Join(',', unit.Open)}], outbox {unit.Outbox.Count}, wanted {unit.Wanted}";
            }

            if (!unit.Outcome.HasOutput())
            {
                yield return $"{unit.Unit} ended {unit.Outcome}: {unit.Reason}";
            }
        }

        foreach (var row in Read<LedgerRow>(documents, "ledger").Where(row => row.State == RunState.Running))
        {
            yield return $"run {row.RunId} of {row.Unit} never ended";
        }

        var days = Read<GameDay>(documents, "game_days").ToArray();
        foreach (var missing in days.SelectMany(day => ToyPipeline.Manifest.Processors.Select(processor => new UnitKey(processor.Name, new(day.Date)))))
        {
            if (!units.ContainsKey(missing.ToString()))
            {
                yield return $"{missing} was never made";
            }
        }

        foreach (var difference in Rebuild.Compare(world, days, units, Read<CaptureDocument>(documents, "captures").ToArray()))
        {
            yield return difference;
        }
    }

    private static IEnumerable<T> Read<T>(IReadOnlyList<Document> documents, string collection) => documents
        .Where(document => string.Equals(document.Path.Collection, collection, StringComparison.Ordinal))
        .Select(document => StateJson.Read<T>(document.Json));
}

/// <summary>A quiet, single-threaded rebuild of every table from this run's raw archive at the recorded as-ofs.</summary>
internal static class Rebuild
{
    public static IEnumerable<string> Compare(
        World world, IReadOnlyList<GameDay> days, IReadOnlyDictionary<string, UnitDocument> units, IReadOnlyList<CaptureDocument> captures)
    {
        var rows = new QuietInputs(new NameAliasStore(world.State).ReadAsync(CancellationToken.None).GetAwaiter().GetResult());
        foreach (var day in days.OrderBy(day => day.Date))
        {
            rows.SetCaptures(Captures(world, day.Date, captures));
            Compute(new ReadingsProcessor(), day.Date, units, rows);
            Compute(new SumsProcessor(), day.Date, units, rows);
            Compute(new ReportsProcessor(), day.Date, units, rows);
        }

        return [.. Differences<ReadingRow>(world, rows), .. Differences<SumRow>(world, rows), .. Differences<ReportRow>(world, rows)];
    }

    private static void Compute<TRow>(IProcessor<TRow> processor, GameDate date, IReadOnlyDictionary<string, UnitDocument> units, QuietInputs inputs)
        where TRow : WarehouseRow
    {
        var asOf = units.GetValueOrDefault($"{processor.Declaration.Name}|{date}")?.AsOf ?? DateTimeOffset.MinValue;
        inputs.Add(processor.Compute(inputs.For(processor.Declaration, date), new RunContext(new(date), asOf)).Rows);
    }

    private static CapturedPayload[] Captures(World world, GameDate date, IReadOnlyList<CaptureDocument> captures) => captures
        .Where(capture => capture.Path.Contains($"/{date}/", StringComparison.Ordinal))
        .OrderBy(capture => capture.CapturedAt)
        .ThenBy(capture => capture.AsOf)
        .ThenBy(capture => capture.Order)
        .Select(capture => new CapturedPayload(
            capture.Path,
            capture.CapturedAt,
            world.Objects.GetAsync(capture.Path, CancellationToken.None).GetAwaiter().GetResult()!.Bytes,
            new SortedDictionary<string, string>(StringComparer.Ordinal))
        {
            AsOf = capture.AsOf,
        })
        .ToArray();

    private static IEnumerable<string> Differences<TRow>(World world, QuietInputs expected)
        where TRow : WarehouseRow
    {
        // What a row says, not since when it has stood: a moment that a fault swallowed leaves the same content with a later as-of.
        var schema = Table<TRow>.Instance.Schema;
        var content = schema.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Role == ColumnRole.Content).Select(pair => pair.index).ToArray();
        var actual = world.Warehouse.Dump(schema.FullName).Rows.Select(row => Text(content.Select(index => row[index]))).Order(StringComparer.Ordinal).ToArray();
        var wanted = expected.All<TRow>().Select(row => Table<TRow>.Instance.ToValues(row)).Select(row => Text(content.Select(index => row[index]))).Order(StringComparer.Ordinal).ToArray();
        return actual.Except(wanted, StringComparer.Ordinal).Select(row => $"{schema.FullName} holds {row}, a quiet day does not")
            .Concat(wanted.Except(actual, StringComparer.Ordinal).Select(row => $"{schema.FullName} lacks {row}"));
    }

    private static string Text(IEnumerable<object?> values) => string.Join(" | ", values.Select(value => value switch
    {
        null => "NULL",
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));
}
