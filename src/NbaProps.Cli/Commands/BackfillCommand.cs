using System.CommandLine;

using NbaProps.Cli.Running;

namespace NbaProps.Cli.Commands;

/// <summary>Walks a range of dates, oldest first. A walk that was interrupted goes on; one that came to its end visits every day anew.</summary>
internal static class BackfillCommand
{
    private static readonly Option<string?> From = CommonOptions.Date("--from", "First date");
    private static readonly Option<string?> To = CommonOptions.Date("--to", "Last date");
    private static readonly Option<string?> Source = CommonOptions.Source();
    private static readonly Option<string[]> Fault = CommonOptions.Fault();

    public static Command Command { get; } = new("backfill", "Runs the pipeline over a range of dates, oldest first; resumable") { From, To, Source, Fault };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var range = CommonOptions.RangeOf(context.Parsed, From, To);
        await using var session = await WalkSession.OpenAsync(
            context, context.Parsed.GetValue(Source), CommonOptions.FaultsOf(context.Parsed, Fault, context.Parsed.GetValue(Source)), range, cancellationToken);
        await session.WalkAsync(range, evening: null, onlyOnce: false, cancellationToken);
        return await session.ReportAsync(range, cancellationToken);
    }
}
