using System.CommandLine;

using NbaProps.Cli.Rendering;

namespace NbaProps.Cli.Commands;

/// <summary>What is missing on this machine, and what works without it.</summary>
internal static class DoctorCommand
{
    public static Command Command { get; } = new("doctor", "What is missing on this machine, and what works without it");

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var findings = Examination.Of(context.Options);
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
