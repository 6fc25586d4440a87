using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The promises of the warehouse, in two scratch datasets.</summary>
internal sealed class WarehouseVerification : IPortVerification
{
    private const int StreamAttempts = 8;

    private static readonly TimeSpan StreamPause = TimeSpan.FromSeconds(15);
    private static readonly GameDate Date = new(2026, 1, 12);
    private static readonly Partition Partition = new(Date);
    private static readonly DateTimeOffset Instant = new DateTimeOffset(2026, 1, 12, 18, 0, 0, TimeSpan.Zero).AddMicroseconds(123_457);

    private readonly GoogleRestClient _client;
    private readonly BigQueryNames _names;
    private readonly TimeProvider _time;
    private readonly BigQueryWarehouse _warehouse;
    private readonly BigQueryWarehouse _staging;
    private readonly TableSchema _rows;
    private readonly TableSchema _events;
    private readonly string[] _datasets;

    public WarehouseVerification(GoogleRestClient client, VerificationPlan plan, TimeProvider time)
    {
        var options = plan.BigQuery with { StagingDataset = $"nbaprops_{plan.Run}_staging", JobPrefix = plan.Run };
        var quota = new BigQueryQuota(time, NullLogger<BigQueryQuota>.Instance);
        (_client, _time, _names) = (client, time, new(plan.Project, options));
        _warehouse = new(client, plan.Project, options, quota, time);
        _staging = new(client, plan.Project, options with { LongestInline = 0 }, quota, time);
        _rows = Table<VerifiedRow>.Instance.Schema with { Dataset = $"nbaprops_{plan.Run}" };
        _events = Table<VerifiedEvent>.Instance.Schema with { Dataset = _rows.Dataset };
        _datasets = [_rows.Dataset, options.StagingDataset];
        Checks =
        [
            new("a table is made, and is what its record says; a second time changes nothing", TableAsync),
            new("a partition holds exactly the rows that replaced it, each value as it was", ReplaceAsync),
            new("a write that is repeated is written; other rows under its token are not", RepeatAsync),
            new("after a token was settled nothing under it becomes visible", SettleAsync),
            new("long content goes through a staging table", StagedAsync),
            new("no rows are content too: the partition is empty", EmptyAsync),
            new("a column can be added, and older code writes on", WiderAsync),
            new("a log takes rows, and names those that it refuses", AppendAsync),
        ];
    }

    public string Port => "warehouse";

    public IReadOnlyList<PortCheck> Checks { get; }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // A dataset that is new in each run: what it has to show is that it can be made at all.
        await _warehouse.ApplySchemaAsync(_rows, cancellationToken);
        await _warehouse.ApplySchemaAsync(_events, cancellationToken);
    }

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var cleaning = new Cleaning(_client);
        foreach (var dataset in _datasets)
        {
            await cleaning.DeleteAsync(dataset, "BigQuery delete dataset", $"{_names.Datasets}/{dataset}?deleteContents=true", cancellationToken);
        }

        cleaning.RequireNothingLeft();
    }

    private async Task<string?> TableAsync(CancellationToken cancellationToken)
    {
        await _warehouse.ApplySchemaAsync(_rows, cancellationToken);
        var findings = SchemaDiff.Compare(_rows, await _warehouse.DescribeAsync(_rows, cancellationToken));
        return findings.Count == 0 ? null : string.Join("; ", findings.Select(finding => $"{finding.Subject}: {finding.Message}"));
    }

    private async Task<string?> ReplaceAsync(CancellationToken cancellationToken)
    {
        await _warehouse.ReplaceAsync(Write(1, "replaced"), cancellationToken);
        return await WriteAsync(_warehouse, Write(2, "\u00e9 \ud83c\udfc0", "plain"), FencedWrite.Written, cancellationToken) ?? await HoldsAsync(["plain", "\u00e9 \ud83c\udfc0"], cancellationToken);
    }

    private async Task<string?> RepeatAsync(CancellationToken cancellationToken) =>
        await WriteAsync(_warehouse, Write(3, "once"), FencedWrite.Written, cancellationToken)
        ?? await WriteAsync(_warehouse, Write(3, "once"), FencedWrite.Written, cancellationToken)
        ?? await WriteAsync(_warehouse, Write(3, "other"), FencedWrite.Superseded, cancellationToken)
        ?? await HoldsAsync(["once"], cancellationToken);

    private async Task<string?> SettleAsync(CancellationToken cancellationToken)
    {
        await _warehouse.SettleAsync(_rows, Partition, 4, cancellationToken);
        return await WriteAsync(_warehouse, Write(4, "zombie"), FencedWrite.Superseded, cancellationToken)
            ?? await WriteAsync(_warehouse, Write(5, "successor"), FencedWrite.Written, cancellationToken)
            ?? await HoldsAsync(["successor"], cancellationToken);
    }

    private async Task<string?> StagedAsync(CancellationToken cancellationToken) =>
        await WriteAsync(_staging, Write(6, "staged"), FencedWrite.Written, cancellationToken) ?? await HoldsAsync(["staged"], cancellationToken);

    private async Task<string?> EmptyAsync(CancellationToken cancellationToken) =>
        await WriteAsync(_warehouse, Write(7), FencedWrite.Written, cancellationToken) ?? await HoldsAsync([], cancellationToken);

    private async Task<string?> WiderAsync(CancellationToken cancellationToken)
    {
        var wider = _rows with { Columns = [.. _rows.Columns, new ColumnSchema("later", ColumnType.String, Nullable: true, ColumnRole.Content, "Added later.")] };
        await _warehouse.ApplySchemaAsync(wider, cancellationToken);
        if (await WriteAsync(_staging, Write(8, "older"), FencedWrite.Written, cancellationToken) is { } refused)
        {
            return refused;
        }

        var read = await _warehouse.ReadAsync(new ReadRequest(wider, ["name", "later"], new(Date, Date), []), cancellationToken);
        return read.Rows is [["older", null]] ? null : $"read were {read.Rows.Count} rows, expected one that lacks the new column";
    }

    // A table that was just made may be unknown to streaming for a minute or two.
    private async Task<string?> AppendAsync(CancellationToken cancellationToken)
    {
        var row = Table<VerifiedEvent>.Instance.ToValues(new() { GameDate = Date, Name = "happened", Source = "verify", AsOf = Instant });
        var nameless = (object?[])row.Clone();
        nameless[_events.Columns.ToList().FindIndex(column => string.Equals(column.Name, "name", StringComparison.Ordinal))] = null;
        var batch = new RowBatch([.. _events.Columns.Select(column => column.Name)], [Stamped(row, 1), Stamped(nameless, 1)]);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await _warehouse.AppendAsync(_events, batch, cancellationToken);
                return outcome is { Stored: 1, Refused: [{ Index: 1 }] } ? null : $"{outcome.Stored} rows were stored and {outcome.Refused.Count} refused, expected was one of each";
            }
            catch (Exception notYet) when (notYet is TransientException or PermanentException)
            {
                if (attempt == StreamAttempts)
                {
                    throw;
                }

                await Pause.ForAsync(StreamPause, _time, cancellationToken);
            }
        }
    }

    private static async Task<string?> WriteAsync(BigQueryWarehouse warehouse, PartitionWrite write, FencedWrite expected, CancellationToken cancellationToken)
    {
        var outcome = await warehouse.ReplaceAsync(write, cancellationToken);
        return outcome == expected ? null : $"a write under token {write.Token} was {outcome}, expected {expected}";
    }

    private async Task<string?> HoldsAsync(string[] names, CancellationToken cancellationToken)
    {
        string[] columns = ["name", "game_id", "number", "real", "flag", "day", "instant"];
        var read = await _warehouse.ReadAsync(new ReadRequest(_rows, columns, new(Date, Date), []), cancellationToken);
        var expected = names.Select(name => new object?[] { name, "0022500560", (1L << 53) + 1, 0.1 + 0.2, true, Date, Instant }).ToArray();
        return read.Rows.Count == expected.Length && read.Rows.Zip(expected).All(pair => pair.First.SequenceEqual(pair.Second))
            ? null
            : $"read were {read.Rows.Count} rows [{string.Join("; ", read.Rows.Select(row => string.Join(", ", row)))}], expected {string.Join("; ", expected.Select(row => string.Join(", ", row)))}";
    }

    private PartitionWrite Write(long token, params string[] names)
    {
        var rows = names.Select(name => Table<VerifiedRow>.Instance.ToValues(new()
        {
            GameDate = Date, GameId = GameId.Parse("0022500560"), Name = name, Number = (1L << 53) + 1, Real = 0.1 + 0.2, Flag = true, Day = Date, Instant = Instant, Source = "verify", AsOf = Instant,
        }));
        return new(_rows, Partition, token, new RowBatch([.. _rows.Columns.Select(column => column.Name)], [.. rows.Select(row => Stamped(row, token))]));
    }

    // In the order of the lineage columns: run, chain, when, token, generation.
    private static object?[] Stamped(object?[] row, long token) => [.. row, "verify", "verify", Instant, token, token];
}
