using System.CommandLine;

using NbaProps.Cli.Rendering;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Manifest;

namespace NbaProps.Cli.Commands;

/// <summary>A day's predictions with their grades.</summary>
internal static class PredictionsCommand
{
    private static readonly Option<string?> Date = CommonOptions.Date("--date", "The game date");
    private static readonly Option<string?> System = new("--system") { Description = "One prediction system, such as moving_average_v1" };

    public static Command Command { get; } = new("predictions", "That day's predictions, graded where the games are over") { Date, System };

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var date = CommonOptions.DateOf(context.Parsed, Date);
        var system = SystemOf(context);
        return context.WithStoresAsync(
            async (stores, _) =>
            {
                var shown = await ShownPredictions.ReadAsync(stores.Ports.Warehouse, new GameDateRange(date, date), system, cancellationToken);
                await (context.Json
                    ? JsonOutput.WriteAsync(context.Output, json => PredictionsJson.Write(json, shown))
                    : PredictionsText.WriteAsync(context.Output, date, shown));
                return ExitCodes.Done;
            },
            cancellationToken);
    }

    private static string? SystemOf(CommandContext context)
    {
        if (context.Parsed.GetValue(System) is not { } system)
        {
            return null;
        }

        var meant = NearestMatch.Of(system, PredictionsPhase.Systems) is { } name ? $"; did you mean {name}?" : string.Empty;
        return PredictionsPhase.Systems.Contains(system, StringComparer.Ordinal)
            ? system
            : throw new UsageException($"--system {system} is not known: accepted are {string.Join(", ", PredictionsPhase.Systems)}{meant}");
    }
}
