using System.CommandLine;

using NbaProps.Cli.Rendering;
using NbaProps.Embedded;
using NbaProps.Operations;

namespace NbaProps.Cli.Commands;

/// <summary>What is missing on this machine, and what works without it.</summary>
internal static class DoctorCommand
{
    public static Command Command { get; } = new("doctor", "What is missing on this machine, and what works without it");

    // Of a folder in which nothing has run yet there is nothing to say.
    private static async Task<IReadOnlyList<Examination>> CreditsAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Options.Upstreams.Allowances().Count == 0 || !EmbeddedOptions.HasBegun(context.Options.DataDirectory))
        {
            return [];
        }

        var credits = await context.WithStoresAsync((_, watcher) => StatusCommand.CreditsAsync(context, watcher, TimeProvider.System.GetUtcNow(), cancellationToken), cancellationToken);
        return [.. credits.Select(outlook => new Examination($"credits of {outlook.Allowance.Source}", !outlook.IsTrouble, Essential: false, Advice(outlook)))];
    }

    private static string Advice(CreditOutlook outlook) => outlook.IsTrouble
        ? $"{outlook} A larger plan helps, at the source and in Upstreams:{outlook.Allowance.Source}:CreditsPerMonth"
        : outlook.ToString();

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var findings = Examination.Of(context.Options).Concat(await CreditsAsync(context, cancellationToken)).ToArray();
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartArray();
                foreach (var finding in findings)
                {
                    json.WriteStartObject();
                    json.WriteString("what", finding.What);
                    json.WriteBoolean("there", finding.There);
                    json.WriteBoolean("essential", finding.Essential);
                    json.WriteString("detail", finding.Detail);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            TextTable.Write(context.Output, ["", "what", "detail"], findings.Select(finding => new[] { finding.There ? "ok" : finding.Essential ? "MISSING" : "absent", finding.What, finding.Detail }));
        }

        return findings.Any(finding => finding is { Essential: true, There: false }) ? ExitCodes.Failed : ExitCodes.Done;
    }
}
