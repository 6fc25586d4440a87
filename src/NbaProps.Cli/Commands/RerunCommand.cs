using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.Domain;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.Cli.Commands;

/// <summary>The smallest piece again, through the runtime.</summary>
internal static class RerunCommand
{
    private static readonly Option<string?> Processor = new("--processor") { Description = "A processor of the manifest" };
    private static readonly Option<int?> PhaseNumber = new("--phase") { Description = "A phase, 1 to 5" };
    private static readonly Option<string?> Source = new("--source") { Description = "A scraper of the manifest, or where it fetches from: live, sim[:seed], archive:DIR" };
    private static readonly Option<string?> From = CommonOptions.Date("--from", "First date");
    private static readonly Option<string?> To = CommonOptions.Date("--to", "Last date");
    private static readonly Option<string?> Game = new("--game") { Description = "One game" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would run" };

    public static Command Command { get; } = new("rerun", "Runs a processor, a phase or a source again") { Processor, PhaseNumber, Source, From, To, Game, DryRun };

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var range = CommonOptions.RangeOf(context.Parsed, From, To);
        GameId? game = context.Parsed.GetValue(Game) is { } text ? GameId.TryParse(text, out var id) ? id : throw new UsageException($"--game {text} is not a game id: accepted are ten digits such as 0022200512") : null;
        var processors = Chosen(context);
        if (game is not null)
        {
            // Of a phase those that work game by game: what works on whole dates follows from what they change.
            processors = [.. processors.Where(WorksByGame)];
            if (processors.Count == 0)
            {
                throw new UsageException($"--game is not accepted for what works on whole dates: accepted for {string.Join(", ", NbaPipeline.Manifest.Processors.Where(WorksByGame))}");
            }
        }

        if (context.Parsed.GetValue(DryRun))
        {
            // It looks, and starts nothing: a dry run may be asked for at any time, beside whatever runs.
            var would = await context.WithStoresAsync((_, watcher) => ForcedRuns.UnitsAsync(watcher, processors, range, game, cancellationToken), cancellationToken);
            await WriteAsync(context, would, dryRun: true);
            return would.Count == 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
        }

        var scrapes = processors.Any(processor => processor.Phase == Phase.Scrapers);
        await using var runs = await ForcedRuns.OpenAsync(context, scrapes, FetchesFrom(context), range.From, cancellationToken);
        var units = await runs.RunAsync(processors, range, game, cancellationToken);
        var problems = await runs.ProblemsAsync(units, range, cancellationToken);
        await WriteAsync(context, units, dryRun: false);
        foreach (var problem in problems)
        {
            await context.Errors.WriteLineAsync(problem);
        }

        if (units.Count == 0)
        {
            await context.Errors.WriteLineAsync($"None of these dates has come so far for what was asked. Begin with: nbaprops backfill --from {range.From} --to {range.To} --source {await FolderLeague.HintAsync(runs.Watcher.Ports.State, cancellationToken)}");
        }

        return units.Count == 0 || problems.Count > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
    }

    private static async Task WriteAsync(CommandContext context, IReadOnlyList<UnitKey> units, bool dryRun)
    {
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("dry_run", dryRun);
                JsonOutput.Texts(json, "units", units.Select(unit => unit.ToString()));
                json.WriteEndObject();
            });
            return;
        }

        var verb = dryRun ? "would run" : "ran";
        foreach (var unit in units)
        {
            await context.Output.WriteLineAsync($"{verb} {unit}");
        }

        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{units.Count} {(units.Count == 1 ? "unit" : "units")} {verb}; what follows from a change {(dryRun ? "would run" : "ran")} too"));
    }

    private static bool WorksByGame(ProcessorDeclaration processor) => processor.AsksByGame || processor.Granularity == Granularity.Game;

    private static string? FetchesFrom(CommandContext context) => context.Parsed.GetValue(Source) is { } source && IsUpstream(source) ? source : null;

    private static string? ScraperNamed(CommandContext context) => context.Parsed.GetValue(Source) is { } source && !IsUpstream(source) ? source : null;

    private static bool IsUpstream(string source) => string.Equals(source, "live", StringComparison.Ordinal) || SimulatedSource.IsMeant(source) || source.Contains(':', StringComparison.Ordinal);

    private static IReadOnlyList<ProcessorDeclaration> Chosen(CommandContext context)
    {
        var manifest = NbaPipeline.Manifest;
        string?[] named = [context.Parsed.GetValue(Processor), ScraperNamed(context), context.Parsed.GetValue(PhaseNumber)?.ToString(CultureInfo.InvariantCulture)];
        if (named.Count(one => one is not null) > 1)
        {
            throw new UsageException("What shall run again was said twice: accepted is one of --processor P, --phase N, --source SCRAPER");
        }

        if ((context.Parsed.GetValue(Processor) ?? ScraperNamed(context)) is { } name)
        {
            return [manifest.Find(name) ?? throw new UsageException($"There is no processor {name}. There are: {string.Join(", ", manifest.Processors.Select(processor => processor.Name))}")];
        }

        return context.Parsed.GetValue(PhaseNumber) switch
        {
            { } phase and >= 1 and <= 5 => manifest.Processors.Where(processor => (int)processor.Phase == phase).ToArray(),
            null => throw new UsageException("What shall run again? Accepted is --processor P or --phase N (1 to 5)"),
            { } phase => throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--phase {phase} is not accepted: 1 to 5 are")),
        };
    }
}
