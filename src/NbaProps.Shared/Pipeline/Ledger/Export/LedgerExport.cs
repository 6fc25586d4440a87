using Microsoft.Extensions.Logging;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.State;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Batching;

namespace NbaProps.Shared.Pipeline.Ledger.Export;

/// <summary>
/// Hands runs, messages, metered calls and the state of phases on to the logs of <c>nba_orchestration</c>. Afterwards a run is marked in state, and a message or
/// a call, which nothing reads, leaves it. A crash in between hands them on again, which readers of a log take for one. One process does it: the watcher's.
/// </summary>
public sealed partial class LedgerExport
{
    private const int DocumentsPerCommit = 400;

    private readonly PipelineManifest _manifest;
    private readonly Ports _ports;
    private readonly TimeProvider _time;
    private readonly ILogger<LedgerExport> _logger;

    internal LedgerExport(PipelineManifest manifest, Ports ports, TimeProvider time, ILogger<LedgerExport> logger) =>
        (_manifest, _ports, _time, _logger) = (manifest, ports, time, logger);

    /// <summary>Hands on what has not been yet.</summary>
    /// <param name="outputs">The expected outputs as they stand, for the phases' status.</param>
    /// <param name="cancellationToken">Ends the export; the rest is handed on by the next.</param>
    /// <exception cref="Resilience.TransientException">A store could not be reached; nothing is lost.</exception>
    public async Task RunAsync(IReadOnlyList<ExpectedOutput> outputs, CancellationToken cancellationToken)
    {
        var lineage = new Lineage($"ledger_export|{ContentHash.Of(_time.GetUtcNow().ToString("O"))}", string.Empty, _time.GetUtcNow(), 0, 0);
        var runs = await DocumentsAsync<LedgerRow, PhaseExecutionLogRow>(
            LedgerRow.Collection, lineage, run => PhaseExecutionLogRow.Of(run, run.EndedAt!.Value), run => StateJson.Write(run with { Exported = true }), cancellationToken);
        await AppendAsync(lineage, ProcessorHeartbeatRow.Of(runs), cancellationToken);
        await BaselinesAsync(runs, cancellationToken);
        await DocumentsAsync<MessageDocument, PipelineEventLogRow>(
            MessageDocument.Collection, lineage, PipelineEventLogRow.Of, _ => null, cancellationToken);
        await DocumentsAsync<MeteredCall, UpstreamCreditsRow>(MeteredCall.Collection, lineage, UpstreamCreditsRow.Of, _ => null, cancellationToken);
        await StatusAsync(lineage, outputs, cancellationToken);
    }

    private async Task<IReadOnlyList<TRow>> DocumentsAsync<TDocument, TRow>(
        string collection, Lineage lineage, Func<TDocument, TRow> row, Func<TDocument, string?> left, CancellationToken cancellationToken)
        where TRow : WarehouseRow
    {
        var all = new List<TRow>();
        while (true)
        {
            var query = new DocumentQuery(collection, Field: "attention", Value: true, Limit: DocumentsPerCommit);
            var found = await _ports.State.QueryAsync(query, cancellationToken);
            var documents = found.Select(document => StateJson.Read<TDocument>(document.Json)).ToArray();
            var rows = documents.Select(row).ToArray();
            await AppendAsync(lineage, rows, cancellationToken);
            all.AddRange(rows);
            var marks = found.Zip(documents, (stored, document) => new DocumentWrite(stored.Path, left(document), Precondition.VersionIs(stored.Version))).ToArray();

            // A message that is delivered again meanwhile is written anew and handed on by the next export.
            if (marks.Length == 0 || await _ports.State.CommitAsync(marks, cancellationToken) is not CommitResult.Committed || marks.Length < DocumentsPerCommit)
            {
                return all;
            }
        }
    }

    private async Task AppendAsync<TRow>(Lineage lineage, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : WarehouseRow
    {
        // What a log refuses is said and left out: one row that cannot be stored must not keep all later ones from people's eyes.
        var writer = new BatchWriter<TRow>(_ports.Warehouse, lineage, _time, onRefused: refused => LogRefused(_logger, Table<TRow>.Instance.Schema.FullName, refused.Reason, refused.Row));
        await using (writer.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                var added = await writer.AddAsync(row, cancellationToken);
                if (added.Verdict == AddVerdict.Full)
                {
                    throw new Resilience.TransientException(added.Reason!);
                }
            }

            await writer.FlushAsync(cancellationToken);
        }
    }

    // What the ledger says of how long runs take, where whoever looks for stale ones can read it without reading all of it.
    private async Task BaselinesAsync(IReadOnlyList<PhaseExecutionLogRow> runs, CancellationToken cancellationToken)
    {
        if (runs.Count == 0)
        {
            return;
        }

        var known = (await _ports.State.QueryAsync(new DocumentQuery(RunBaseline.Collection), cancellationToken))
            .Select(document => StateJson.Read<RunBaseline>(document.Json))
            .ToDictionary(baseline => baseline.Processor, StringComparer.Ordinal);
        var writes = runs
            .Where(run => Enum.Parse<RunState>(run.State).HasOutput())
            .OrderBy(run => run.EndedAt)
            .GroupBy(run => run.Processor, StringComparer.Ordinal)
            .Select(runsOf => (known.GetValueOrDefault(runsOf.Key) ?? new RunBaseline { Processor = runsOf.Key }).With(runsOf.Select(run => run.EndedAt - run.StartedAt)))
            .Select(baseline => new DocumentWrite(RunBaseline.PathOf(baseline.Processor), StateJson.Write(baseline), Precondition.None));
        foreach (var chunk in writes.Chunk(DocumentsPerCommit))
        {
            await _ports.State.CommitAsync(chunk, cancellationToken);
        }
    }

    private async Task StatusAsync(Lineage lineage, IReadOnlyList<ExpectedOutput> outputs, CancellationToken cancellationToken)
    {
        if (outputs.Count == 0)
        {
            return;
        }

        var dates = new GameDateRange(outputs.Min(output => output.Unit.Partition.Date), outputs.Max(output => output.Unit.Partition.Date));
        var query = new DocumentQuery(PhaseStatusDocument.Collection, dates.From.ToString(), dates.To.ToString());
        var known = (await _ports.State.QueryAsync(query, cancellationToken))
            .Select(document => StateJson.Read<PhaseStatusDocument>(document.Json))
            .ToDictionary(document => document.Date);
        var now = _time.GetUtcNow();
        var rows = outputs
            .GroupBy(output => (output.Unit.Partition.Date, _manifest.Processor(output.Unit.Processor).Phase))
            .Select(phase => PhaseStatusRow.Of(phase.Key.Date, (int)phase.Key.Phase, [.. phase], now))
            .Where(row => !string.Equals(known.GetValueOrDefault(row.GameDate)?.Figures.GetValueOrDefault(row.Phase), row.Figures, StringComparison.Ordinal))
            .OrderBy(row => row.GameDate)
            .ThenBy(row => row.Phase)
            .ToArray();
        await AppendAsync(lineage, rows, cancellationToken);
        foreach (var chunk in rows.GroupBy(row => row.GameDate).Chunk(DocumentsPerCommit))
        {
            var writes = chunk.Select(date => Remember(known.GetValueOrDefault(date.Key) ?? new PhaseStatusDocument { Date = date.Key }, date)).ToArray();
            await _ports.State.CommitAsync(writes, cancellationToken);
        }
    }

    private static DocumentWrite Remember(PhaseStatusDocument document, IEnumerable<PhaseStatusRow> rows)
    {
        var figures = new SortedDictionary<int, string>(document.Figures);
        foreach (var row in rows)
        {
            figures[row.Phase] = row.Figures;
        }

        var path = new DocumentPath(PhaseStatusDocument.Collection, document.Date.ToString());
        return new DocumentWrite(path, StateJson.Write(document with { Figures = figures }), Precondition.None);
    }

    [LoggerMessage(1101, LogLevel.Error, "{Table} refused a row: {Reason}. It is left out: {Row}")]
    private static partial void LogRefused(ILogger logger, string table, string reason, object row);
}
