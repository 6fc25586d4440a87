using System.Globalization;

using NbaProps.Operations.Reliability;

namespace NbaProps.Cli.Rendering;

/// <summary>How well the pipeline did its work, for people.</summary>
internal static class ReliabilityText
{
    private static readonly string[] Figures = ["runs", "succeeded", "no data", "degraded", "blocked", "failed", "success"];

    public static async Task WriteAsync(TextWriter output, ReliabilityReport report)
    {
        TextTable.Write(output, ["phase", .. Figures], report.Phases.Select(phase => Row(phase.Phase.ToString(CultureInfo.InvariantCulture), phase)));
        TextTable.Write(output, ["processor", .. Figures], report.Processors.Select(processor => Row(processor.Processor!, processor)));
        if (report.Incidents.Count == 0)
        {
            await output.WriteLineAsync("No incident.");
            return;
        }

        TextTable.Write(output, ["incident", "opened", "to detect", "to repair", "what"], report.Incidents.Select(times => new[]
        {
            times.Incident.Key, times.Incident.OpenedAt.ToString("u", CultureInfo.InvariantCulture), Duration(times.ToDetect, "-"), Duration(times.ToRepair, "lasts"), times.Incident.Title,
        }));
    }

    // Rounded down: one failure in ten thousand is not none.
    private static string[] Row(string name, RunRates rates) =>
    [
        name,
        .. new[] { rates.Runs, rates.Succeeded, rates.NoData, rates.Degraded, rates.Blocked, rates.Failed }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        rates.SuccessRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Math.Round(rate * 1000, 6)) / 10:0.0} %") : "-",
    ];

    private static string Duration(TimeSpan? duration, string none) => duration switch
    {
        null => none,
        { TotalMinutes: < 1 } seconds => string.Create(CultureInfo.InvariantCulture, $"{seconds.TotalSeconds:0} s"),
        { TotalHours: < 1 } minutes => string.Create(CultureInfo.InvariantCulture, $"{(int)minutes.TotalMinutes} min {minutes.Seconds:00} s"),
        { } hours => string.Create(CultureInfo.InvariantCulture, $"{(int)hours.TotalHours} h {hours.Minutes:00} min"),
    };
}
