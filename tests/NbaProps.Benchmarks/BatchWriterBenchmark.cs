using BenchmarkDotNet.Attributes;

using Microsoft.Data.Sqlite;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Batching;
using NbaProps.Tests.Support;

namespace NbaProps.Benchmarks;

/// <summary>
/// The batch writer appending rows of the execution log to the embedded warehouse, beside bare prepared inserts of the same values, in
/// transactions of the same size, on the same disk with the same settings. What lies between the two is checking, stamping and the port.
/// </summary>
public class BatchWriterBenchmark
{
    /// <summary>Rows stored in an iteration.</summary>
    public const int Rows = 20_000;

    private static readonly BatchWriterOptions Batches = new();
    private static readonly TableSchema Schema = Table<PhaseExecutionLogRow>.Instance.Schema;
    private static readonly Lineage Stamp = new("benchmark", "benchmark", new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero), 1, 1);

    private PhaseExecutionLogRow[] _rows = [];
    private object[][] _values = [];
    private TemporaryFolder? _folder;
    private SqliteWarehouse? _warehouse;
    private SqliteConnection? _bare;

    /// <summary>Makes the rows, and for the bare inserts their values as SQLite stores them.</summary>
    [GlobalSetup]
    public void MakeRows()
    {
        _rows = [.. Enumerable.Range(0, Rows).Select(Row)];
        _values = [.. _rows.Select(row => Stamp.Stamp(Table<PhaseExecutionLogRow>.Instance.ToValues(row)).Select(SqliteValues.ToSqlite).ToArray())];
    }

    /// <summary>An empty table for each of the two.</summary>
    [IterationSetup]
    public void Open()
    {
        _folder = new TemporaryFolder();
        _warehouse = new SqliteWarehouse(new EmbeddedOptions { DataDirectory = _folder.Path });
        _warehouse.ApplySchemaAsync(Schema, CancellationToken.None).GetAwaiter().GetResult();
        _bare = new SqliteConnection($"Data Source={_folder.Of("bare.db")};Pooling=False");
        _bare.Open();
        var columns = Schema.Columns.Select(column => $"{column.Name} {SqliteValues.DeclaredType(column.Type)}");
        Execute($"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE log({string.Join(", ", columns)});");
    }

    /// <summary>Closes and removes both.</summary>
    [IterationCleanup]
    public void Close()
    {
        _bare!.Dispose();
        _warehouse!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder!.Dispose();
    }

    /// <summary>The resource itself.</summary>
    [Benchmark(Baseline = true)]
    public void BareInserts()
    {
        using var insert = _bare!.CreateCommand();
        insert.CommandText = $"INSERT INTO log VALUES ({string.Join(", ", Schema.Columns.Select((_, index) => $"@p{index}"))})";
        var parameters = Schema.Columns.Select((_, index) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" })).ToArray();
        foreach (var batch in _values.Chunk(Batches.MaxRows))
        {
            using var transaction = _bare.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in batch)
            {
                for (var index = 0; index < parameters.Length; index++)
                {
                    parameters[index].Value = row[index];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>The batch writer.</summary>
    [Benchmark]
    public async Task BatchWriterAsync()
    {
        await using var writer = new BatchWriter<PhaseExecutionLogRow>(_warehouse!, Stamp, TimeProvider.System, Batches);
        foreach (var row in _rows)
        {
            var added = await writer.AddAsync(row, CancellationToken.None);
            if (added.Verdict != AddVerdict.Accepted)
            {
                throw new InvalidOperationException(added.Reason);
            }
        }

        var flushed = await writer.FlushAsync(CancellationToken.None);
        if (!flushed.IsComplete || writer.Counters.Stored != Rows)
        {
            throw new InvalidOperationException($"{writer.Counters.Stored} of {Rows} rows were stored.");
        }
    }

    private static PhaseExecutionLogRow Row(int number)
    {
        var date = new GameDate(2022, 10, 18).AddDays(number / 200);
        return new()
        {
            GameDate = date, ExecutionId = $"{number:x32}", Processor = "player_game_summary", Phase = 3, State = "Succeeded", Reason = "223 rows of 10 games",
            OutputRows = 223, Wrote = true, UnitGeneration = 1, FencingToken = 1, AskedBy = "Completed nbac_player_boxscores by raw-processors", ChainId = $"{number / 20:x32}",
            Instance = "analytics-1", StartedAt = date.At(30).AddSeconds(number % 200), EndedAt = date.At(30).AddSeconds((number % 200) + 1), Source = "runtime", AsOf = date.At(30),
        };
    }

    private void Execute(string statement)
    {
        using var command = _bare!.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
