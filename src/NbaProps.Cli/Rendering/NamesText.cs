using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Quality.Review;

namespace NbaProps.Cli.Rendering;

/// <summary>Unresolved names and aliases for people, each with what to type.</summary>
internal static class NamesText
{
    private const int GamesShown = 4;

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<UnresolvedName> names)
    {
        foreach (var name in names.Where(name => name.ResolvesNow is null || name.Alias is not null))
        {
            var times = name.Occurrences == 1 ? "once" : Inv($"{name.Occurrences} times");
            var dates = name.Dates.From == name.Dates.To ? $"on {name.Dates.From}" : $"from {name.Dates.From} to {name.Dates.To}";
            await output.WriteLineAsync($"{name.PlayerName} in {name.Source}, {name.Reason}: {times} {dates}, {Games(name)}");
            foreach (var line in ToDo(name))
            {
                await output.WriteLineAsync($"  {line}");
            }
        }

        var later = names.Count(name => name.ResolvesNow is not null && name.Alias is null);
        if (later > 0)
        {
            await output.WriteLineAsync(Inv($"{later} {(later == 1 ? "name was its player's before he had appeared, and resolves" : "names were their players' before they had appeared, and resolve")} by now."));
        }
        else if (names.Count == 0)
        {
            await output.WriteLineAsync("There is none.");
        }
    }

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<NameAlias> aliases)
    {
        if (aliases.Count == 0)
        {
            await output.WriteLineAsync("There is none.");
            return;
        }

        TextTable.Write(output, ["name", "source", "player", "from", "given"], aliases.Select(alias => new[]
        {
            alias.Name.Value, alias.Source ?? "every source", $"{alias.PlayerId} {alias.PlayerName}", alias.From.ToString(), alias.GivenAt.ToString("u", CultureInfo.InvariantCulture),
        }));
    }

    /// <summary>What came of giving an alias.</summary>
    public static async Task WriteAsync(TextWriter output, AliasGiven given, int dates, string? follows)
    {
        await output.WriteLineAsync(given is AliasGiven.Stands ? $"{Of(given.Alias)} already." : $"{Of(given.Alias)}. It was nobody's on {Inv($"{dates}")} {(dates == 1 ? "date" : "dates")}.");
        await WriteFollowsAsync(output, follows);
    }

    public static async Task WriteRemovedAsync(TextWriter output, IReadOnlyList<NameAlias> removed, string? follows)
    {
        foreach (var alias in removed)
        {
            await output.WriteLineAsync($"{Of(alias)} no longer.");
        }

        await WriteFollowsAsync(output, follows);
    }

    /// <summary>An alias as a sentence without its end.</summary>
    public static string Of(NameAlias alias) => $"{alias.Name} of {alias.Source ?? "every source"} is {alias.PlayerId} {alias.PlayerName} from {alias.From} on";

    /// <summary>The command that gives an alias.</summary>
    public static string Giving(UnresolvedName name, string player) => $"nbaprops names alias \"{name.Name}\" {player} --source {name.Source}";

    /// <summary>The command that takes an alias back.</summary>
    public static string Removing(NameAlias alias) => $"nbaprops names alias --remove \"{alias.Name}\"{(alias.Source is null ? string.Empty : $" --source {alias.Source}")}";

    /// <summary>The command that computes anew what aliases concern.</summary>
    public static string Recomputing(GameDateRange dates) => $"nbaprops rerun --processor {RawProcessorsPhase.UnresolvedPlayerNames} --from {dates.From} --to {dates.To}";

    /// <summary>The command that resolves a name: the alias of the only one whom it may mean, a pattern otherwise; null where nothing is to be done.</summary>
    public static string? Command(UnresolvedName name) => name switch
    {
        { Alias: not null, Reason: "not_seen" } => null,
        { Alias: not null } => Recomputing(name.Dates),
        { ResolvesNow: not null } => null,
        { Suggestions: [var only] } => Giving(name, only.Player.PlayerId.ToString()),
        _ => Giving(name, "PLAYER_ID"),
    };

    private static async Task WriteFollowsAsync(TextWriter output, string? follows)
    {
        if (follows is not null)
        {
            await output.WriteLineAsync($"What it concerns is computed anew by the next tick of a running up, or now by: {follows}");
        }
    }

    private static IEnumerable<string> ToDo(UnresolvedName name)
    {
        if (name.Alias is { } alias)
        {
            yield return Command(name) is { } command ? $"{Of(alias)}; computed with it by: {command}" : $"{Of(alias)}, and he had not appeared before: nothing to do";
        }
        else if (name.Suggestions.Count == 0)
        {
            yield return $"nobody is like it; with his id: {Command(name)}";
        }
        else
        {
            foreach (var suggestion in name.Suggestions)
            {
                var player = suggestion.Player;
                yield return $"perhaps {player.PlayerName} ({player.Team}), who {suggestion.Why}: {Giving(name, player.PlayerId.ToString())}";
            }
        }
    }

    private static string Games(UnresolvedName name)
    {
        var games = name.Rows.DistinctBy(row => row.GameId).Select(row => $"{row.AwayTeam}@{row.HomeTeam}").ToArray();
        var more = games.Length > GamesShown ? Inv($" and {games.Length - GamesShown} more") : string.Empty;
        return string.Join(", ", games.Take(GamesShown)) + more;
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
