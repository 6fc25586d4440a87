using Microsoft.Extensions.Logging;

using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>What a run says of itself while it runs: logs, with the run's id and chain.</summary>
internal sealed partial class RunMonitor(ILogger<UnitRunner> logger)
{
    public void Started(LedgerRow run) => LogStarted(logger, run.Unit, run.RunId, run.CorrelationId, run.Trigger);

    public void Ended(LedgerRow run, RunReport report) =>
        LogEnded(logger, run.Unit, run.RunId, report.Verdict, report.State, report.Reason, report.Wrote, report.Rows);

    public void Failed(LedgerRow run, Exception failure) => LogFailed(logger, failure, run.Unit, run.RunId);

    public void OutboxKept(UnitDocument unit, Exception failure) => LogOutboxKept(logger, failure, unit.Unit, unit.Outbox.Count);

    public void OutboxTakenOver(UnitDocument unit) => LogOutboxTakenOver(logger, unit.Unit, unit.Outbox.Count);

    public void MessageNotLogged(string messageId, Exception failure) => LogMessageNotLogged(logger, failure, messageId);

    [LoggerMessage(1001, LogLevel.Debug, "{Unit}: run {RunId} of chain {CorrelationId} began, asked by {Trigger}")]
    private static partial void LogStarted(ILogger logger, string unit, string runId, string correlationId, string trigger);

    [LoggerMessage(1002, LogLevel.Information, "{Unit}: run {RunId} {Verdict} {State}: {Reason} (wrote: {Wrote}, rows: {Rows})")]
    private static partial void LogEnded(ILogger logger, string unit, string runId, RunVerdict verdict, RunState? state, string reason, bool wrote, long rows);

    [LoggerMessage(1003, LogLevel.Error, "{Unit}: run {RunId} failed")]
    private static partial void LogFailed(ILogger logger, Exception failure, string unit, string runId);

    [LoggerMessage(1004, LogLevel.Warning, "{Unit}: {Messages} messages stay in the outbox for the tick")]
    private static partial void LogOutboxKept(ILogger logger, Exception failure, string unit, int messages);

    [LoggerMessage(1006, LogLevel.Debug, "{Unit}: the next run began before {Messages} published messages were taken out of the outbox; it publishes them again")]
    private static partial void LogOutboxTakenOver(ILogger logger, string unit, int messages);

    [LoggerMessage(1005, LogLevel.Warning, "What came of message {MessageId} could not be written to the event log; it stands in its units")]
    private static partial void LogMessageNotLogged(ILogger logger, Exception failure, string messageId);
}
