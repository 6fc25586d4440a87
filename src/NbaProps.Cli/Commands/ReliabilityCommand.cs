using System.CommandLine;

using NbaProps.Cli.Rendering;
using NbaProps.Domain.Calendar;
using NbaProps.Operations.Reliability;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Ledger;

namespace NbaProps.Cli.Commands;

/// <summary>Success rates of phases and processors, and how long incidents took, from the ledger.</summary>
internal static class ReliabilityCommand
{
    private static readonly Option<string?> From = CommonOptions.Date("--from", "First game date; all without");
    private static readonly Option<string?> To = CommonOptions.Date("--to", "Last game date");

    public static Command Command { get; } = new("reliability", "Success rates, and time to detect and to repair, from the ledger") { From, To };

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        GameDateRange? range = context.Parsed.GetValue(From) is null && context.Parsed.GetValue(To) is null ? null : CommonOptions.RangeOf(context.Parsed, From, To);
        return context.WithStoresAsync(
            async (stores, watcher) =>
            {
                var runs = await new RunLedger(stores.Ports.State).SinceAsync(DateTimeOffset.MinValue, cancellationToken);
                var incidents = await new IncidentLog(stores.Ports.State).AllAsync(cancellationToken);
                var report = ReliabilityReport.Of(watcher.Manifest, runs, incidents, range);
                await (context.Json ? JsonOutput.WriteAsync(context.Output, json => ReliabilityJson.Write(json, report)) : ReliabilityText.WriteAsync(context.Output, report));
                return report.Processors.Count == 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
            },
            cancellationToken);
    }
}
