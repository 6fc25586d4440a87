using System.CommandLine;

using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Quality.Review;

namespace NbaProps.Cli.Commands;

/// <summary>Says whom a name means, or takes it back. It computes nothing: what follows is found by the next tick.</summary>
internal static class NamesAliasCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The name as a source writes it, or as list shows it" };
    private static readonly Argument<string?> Player = new("player-id") { Description = "The league's person id of who is meant", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Remove = new("--remove") { Description = "Takes the name's aliases back" };
    private static readonly Option<string?> From = CommonOptions.Date("--from", "The first date that it counts for; default the first on which the name resolved to nobody");

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var alias = new Command("alias", "Says whom a name means") { Name, Player, NamesCommand.Source, From, Remove };
        bind(alias, RunAsync);
        return alias;
    }

    private static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var text = context.Parsed.GetValue(Name)!;
        var name = NameKey.TryFrom(text, out var key) ? key : throw new UsageException($"\"{text}\" is no name: accepted is one with a letter or a digit in it");
        var source = NamesCommand.SourceOf(context);
        var from = CommonOptions.OptionalDateOf(context.Parsed, From);
        var id = context.Parsed.GetValue(Player);
        if (context.Parsed.GetValue(Remove))
        {
            return id is null && from is null
                ? context.WithStoresAsync((stores, watcher) => RemoveAsync(context, stores, watcher, name, source, cancellationToken), cancellationToken)
                : throw new UsageException("--remove takes back what stands: accepted beside it are a name and --source");
        }

        if (id is null)
        {
            throw new UsageException($"Who is meant by {name}? Accepted is the league's person id after the name: nbaprops names list shows likely ones");
        }

        var player = PlayerKey.TryParse(id, out var known) ? known : throw new UsageException($"{id} is not a player id: accepted is the league's person id, a whole number above zero");
        return context.WithStoresAsync((stores, watcher) => GiveAsync(context, stores, watcher, new(name, source, player, from), cancellationToken), cancellationToken);
    }

    private static async Task<int> GiveAsync(CommandContext context, IPipelineStores stores, PipelineRuntime watcher, Asked asked, CancellationToken cancellationToken)
    {
        if (await watcher.Days.ListAsync(range: null, cancellationToken) is not [.., var newest])
        {
            throw new UsageException($"No day has begun, so that nobody was seen. Begin with: nbaprops backfill --from D --to D --source {await FolderLeague.HintAsync(stores.Ports.State, cancellationToken)}");
        }

        var warehouse = stores.Ports.Warehouse;
        var rows = await NamesCommand.RowsAsync(warehouse, new(GameDate.MinValue, GameDate.MaxValue), asked.Source, asked.Name, cancellationToken);
        var from = asked.From ?? (rows.Count > 0 ? rows.Min(row => row.GameDate) : newest.Date);
        var seen = await NamesCommand.SeenAsync(warehouse, from, cancellationToken);
        if (AliasCheck.WhyNot(asked.Name, asked.Player, seen) is { } why)
        {
            throw new UsageException(why);
        }

        var alias = new NameAlias
        {
            Name = asked.Name,
            Source = asked.Source,
            PlayerId = asked.Player,
            From = from,
            PlayerName = seen.Everyone().First(player => player.PlayerId == asked.Player).PlayerName,
            GivenAt = TimeProvider.System.GetUtcNow(),
        };
        var given = await new NameAliasStore(stores.Ports.State).GiveAsync(alias, cancellationToken);
        if (given is AliasGiven.Contradicts { Alias: var standing })
        {
            throw new UsageException($"{NamesText.Of(standing)} already. To replace it, first: {NamesText.Removing(standing)}");
        }

        var follows = given is AliasGiven.Stands ? null : Follows([given.Alias], [newest]);
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => NamesJson.Write(json, given, follows))
            : NamesText.WriteAsync(context.Output, given, rows.Select(row => row.GameDate).Distinct().Count(), follows));
        return ExitCodes.Done;
    }

    private static async Task<int> RemoveAsync(
        CommandContext context, IPipelineStores stores, PipelineRuntime watcher, NameKey name, string? source, CancellationToken cancellationToken)
    {
        var removed = await new NameAliasStore(stores.Ports.State).RemoveAsync(name, source, cancellationToken);
        if (removed.Count == 0)
        {
            throw new UsageException($"{name} has no alias{(source is null ? string.Empty : $" restricted to {source}")}: accepted is a name that nbaprops names aliases shows");
        }

        var follows = Follows(removed, await watcher.Days.ListAsync(range: null, cancellationToken));
        await (context.Json
            ? JsonOutput.WriteAsync(context.Output, json => NamesJson.WriteRemoved(json, removed, follows))
            : NamesText.WriteRemovedAsync(context.Output, removed, follows));
        return ExitCodes.Done;
    }

    /// <summary>What computes anew what aliases concern, on the dates that have begun; null when they concern none of them.</summary>
    private static string? Follows(IReadOnlyList<NameAlias> aliases, IReadOnlyList<GameDay> days)
    {
        var from = aliases.Min(alias => alias.From);
        return days is [.., var newest] && from <= newest.Date ? NamesText.Recomputing(new(from, newest.Date)) : null;
    }

    /// <summary>What was typed.</summary>
    private sealed record Asked(NameKey Name, string? Source, PlayerKey Player, GameDate? From);
}
