using System.CommandLine;

using NbaProps.Cli.Rendering;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Quality.Review;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Cli.Commands;

/// <summary>Names that resolve to nobody, and the operator's word for whom they mean.</summary>
internal static class NamesCommand
{
    private static readonly Option<string?> From = CommonOptions.Date("--from", "First date; default all");
    private static readonly Option<string?> To = CommonOptions.Date("--to", "Last date; default all");

    /// <summary>The source that the names are of.</summary>
    public static Option<string?> Source { get; } = new("--source") { Description = "Only names of one source, such as odds_api" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var list = new Command("list", "Names that resolved to nobody, with whom they may mean and what to type") { From, To, Source };
        var aliases = new Command("aliases", "The aliases that stand") { Source };
        bind(list, ListAsync);
        bind(aliases, AliasesAsync);
        return new Command("names", "Names that resolve to nobody, and their aliases") { list, NamesAliasCommand.Create(bind), aliases };
    }

    /// <summary>The source that was named, or null.</summary>
    public static string? SourceOf(CommandContext context)
    {
        if (context.Parsed.GetValue(Source) is not { } source)
        {
            return null;
        }

        var meant = NearestMatch.Of(source, NameSources.All) is { } near ? $"; did you mean {near}?" : string.Empty;
        return NameSources.All.Contains(source, StringComparer.Ordinal)
            ? source
            : throw new UsageException($"--source {source} writes no names: accepted are {string.Join(", ", NameSources.All)}{meant}");
    }

    /// <summary>Rows of the review table.</summary>
    public static async Task<IReadOnlyList<UnresolvedPlayerNameRow>> RowsAsync(
        IWarehouse warehouse, GameDateRange dates, string? source, NameKey? name, CancellationToken cancellationToken)
    {
        var rows = await warehouse.ReadAsync<UnresolvedPlayerNameRow>(dates, cancellationToken: cancellationToken);
        return [.. rows.Where(row => (source is null || string.Equals(row.NameSource, source, StringComparison.Ordinal)) && (name is null || row.NameKey == name))];
    }

    /// <summary>Everyone who was seen from so many days before a date on as names are looked for, and later.</summary>
    public static async Task<PlayerNameResolver> SeenAsync(IWarehouse warehouse, GameDate date, CancellationToken cancellationToken)
    {
        var first = date.DaysSince(GameDate.MinValue) > Shared.Manifest.RawProcessorsPhase.RegistryDays
            ? date.AddDays(-Shared.Manifest.RawProcessorsPhase.RegistryDays)
            : GameDate.MinValue;
        return PlayerNameResolver.From(await warehouse.ReadAsync<PlayersRegistryRow>(new GameDateRange(first, GameDate.MaxValue), cancellationToken: cancellationToken), NameAliases.None);
    }

    private static Task<int> ListAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var source = SourceOf(context);
        var dates = DatesOf(context);
        return context.WithStoresAsync(
            async (stores, _) =>
            {
                var rows = await RowsAsync(stores.Ports.Warehouse, dates, source, name: null, cancellationToken);
                IReadOnlyList<UnresolvedName> names = [];
                if (rows.Count > 0)
                {
                    var seen = await SeenAsync(stores.Ports.Warehouse, rows.Min(row => row.GameDate), cancellationToken);
                    names = UnresolvedName.Of(rows, seen, await new NameAliasStore(stores.Ports.State).ReadAsync(cancellationToken));
                }

                await (context.Json ? JsonOutput.WriteAsync(context.Output, json => NamesJson.Write(json, names)) : NamesText.WriteAsync(context.Output, names));
                return ExitCodes.Done;
            },
            cancellationToken);
    }

    private static Task<int> AliasesAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var source = SourceOf(context);
        return context.WithStoresAsync(
            async (stores, _) =>
            {
                var all = (await new NameAliasStore(stores.Ports.State).ReadAsync(cancellationToken)).All;
                NameAlias[] aliases = [.. all.Where(alias => source is null || alias.Source is null || alias.IsOf(source))];
                await (context.Json ? JsonOutput.WriteAsync(context.Output, json => NamesJson.Write(json, aliases)) : NamesText.WriteAsync(context.Output, aliases));
                return ExitCodes.Done;
            },
            cancellationToken);
    }

    private static GameDateRange DatesOf(CommandContext context)
    {
        var (from, to) = (CommonOptions.OptionalDateOf(context.Parsed, From) ?? GameDate.MinValue, CommonOptions.OptionalDateOf(context.Parsed, To) ?? GameDate.MaxValue);
        return from <= to ? new GameDateRange(from, to) : throw new UsageException($"--from {from} is after --to {to}: accepted is a first and a last date, in this order");
    }
}
