using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.Quality;

/// <summary>
/// Finds the player whom a source means by a name in a game, from who has appeared before. First among those whose newest team is one of
/// the game's two, then in the whole league; one candidate resolves, none or several do not. Never a guess: nothing is matched by likeness.
/// An operator's alias names the player and wins over that, with one exception: a player of the game who bears the very name is meant where the
/// alias's player is of neither team.
/// </summary>
public sealed class PlayerNameResolver
{
    private readonly Dictionary<NameKey, List<SeenPlayer>> _byName = [];
    private readonly Dictionary<PlayerKey, SeenPlayer> _byId;
    private readonly NameAliases _aliases;

    private PlayerNameResolver(Dictionary<PlayerKey, SeenPlayer> byId, NameAliases aliases) => (_byId, _aliases) = (byId, aliases);

    /// <summary>Builds the resolver.</summary>
    /// <param name="rows">Registry rows of dates before the game's only, in any order.</param>
    /// <param name="aliases">The operator's aliases that count for the game's date.</param>
    public static PlayerNameResolver From(IEnumerable<PlayersRegistryRow> rows, NameAliases aliases)
    {
        var newest = new Dictionary<PlayerKey, SeenPlayer>();
        var names = new HashSet<(NameKey Name, PlayerKey Player)>();
        foreach (var row in rows)
        {
            // A person keeps every name he was listed under, and the league's present one where an earlier one is known.
            names.Add((row.NameKey, row.PlayerId));
            names.Add((PlayerAliases.Resolve(row.NameKey), row.PlayerId));
            if (!newest.TryGetValue(row.PlayerId, out var seen) || Newer(row, seen))
            {
                newest[row.PlayerId] = new(row.PlayerId, row.PlayerName, row.Team, row.GameDate);
            }
        }

        var resolver = new PlayerNameResolver(newest, aliases);
        foreach (var (name, player) in names)
        {
            if (!resolver._byName.TryGetValue(name, out var players))
            {
                resolver._byName[name] = players = [];
            }

            players.Add(newest[player]);
        }

        return resolver;
    }

    /// <summary>The player meant by a name in a game.</summary>
    /// <param name="source">Who writes the name, as <see cref="NameSources"/> has it.</param>
    /// <param name="name">The name's key, as the source writes it; aliases are looked up here.</param>
    /// <param name="home">One team of the game.</param>
    /// <param name="away">The other.</param>
    public NameResolution Resolve(string source, NameKey name, TeamTricode home, TeamTricode away)
    {
        var candidates = Candidates(name);
        var ofTheGame = candidates.Where(player => player.Team == home || player.Team == away).ToArray();
        if (_aliases.Find(source, name) is { } meant)
        {
            var player = _byId.GetValueOrDefault(meant);
            if (ofTheGame.Length == 0 || player?.Team == home || player?.Team == away)
            {
                return new(player, player is null ? NameResolutionMethod.AliasOfUnseen : NameResolutionMethod.Alias);
            }
        }

        return (ofTheGame.Length, candidates.Count) switch
        {
            (1, _) => new(ofTheGame[0], NameResolutionMethod.TeamOfTheGame),
            (0, 1) => new(candidates[0], NameResolutionMethod.WholeLeague),
            (_, 0) => new(null, NameResolutionMethod.Unknown),
            _ => new(null, NameResolutionMethod.Ambiguous),
        };
    }

    /// <summary>Everyone who was seen under a name, the team that he last appeared for included, by id; no operator's alias is looked at.</summary>
    public IReadOnlyList<SeenPlayer> Bearers(NameKey name) => [.. Candidates(name).OrderBy(player => player.PlayerId)];

    /// <summary>Everyone who was seen, by id.</summary>
    public IReadOnlyList<SeenPlayer> Everyone() => [.. _byId.Values.OrderBy(player => player.PlayerId)];

    private static bool Newer(PlayersRegistryRow row, SeenPlayer seen) =>
        row.GameDate > seen.LastSeen || (row.GameDate == seen.LastSeen && row.Team.CompareTo(seen.Team) < 0);

    private IReadOnlyList<SeenPlayer> Candidates(NameKey name)
    {
        var written = _byName.GetValueOrDefault(name) ?? [];
        var canonical = PlayerAliases.Resolve(name);
        return canonical == name || !_byName.TryGetValue(canonical, out var others) ? written : [.. written.Union(others)];
    }
}

/// <summary>A player as he was last seen.</summary>
/// <param name="PlayerId">The league's person id.</param>
/// <param name="PlayerName">His name as the league last wrote it.</param>
/// <param name="Team">The team he last appeared for.</param>
/// <param name="LastSeen">The date of that appearance.</param>
public sealed record SeenPlayer(PlayerKey PlayerId, string PlayerName, TeamTricode Team, GameDate LastSeen);

/// <summary>The answer to a name.</summary>
/// <param name="Player">The one player; null when there is none or more than one.</param>
/// <param name="Method">How he was found, or why not.</param>
public sealed record NameResolution(SeenPlayer? Player, NameResolutionMethod Method);

/// <summary>How a name was resolved, or why not.</summary>
public enum NameResolutionMethod
{
    /// <summary>Nobody was seen under the name.</summary>
    Unknown,

    /// <summary>Several players were, and the game's teams do not tell them apart.</summary>
    Ambiguous,

    /// <summary>Exactly one of the players last seen with either team bears it.</summary>
    TeamOfTheGame,

    /// <summary>None of the two teams' players bears it, and exactly one of the league's does: traded, or back after a pause.</summary>
    WholeLeague,

    /// <summary>An operator's alias names him.</summary>
    Alias,

    /// <summary>An operator's alias names somebody who has not appeared before the date: nobody else is meant, and nothing is known of him.</summary>
    AliasOfUnseen,
}
