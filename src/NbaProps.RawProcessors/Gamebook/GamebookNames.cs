using NbaProps.Domain;
using NbaProps.Domain.Injuries;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.Gamebook;

/// <summary>
/// Tells who the players of a gamebook are: those of the tables by their names in the game's box score, else among who appeared before; inactive ones
/// by last name among those whose newest team is theirs and who are in no table of the game. An operator's alias of a last name holds within the team
/// only: the next team's Jackson is another one.
/// </summary>
internal sealed class GamebookNames
{
    private const string Source = NameSources.Gamebook;
    private const string ByAlias = "alias";

    private readonly NameAliases _aliases;
    private readonly NameCache _names;
    private readonly HashSet<(GameId, TeamTricode, PlayerKey)> _inBoxes;
    private readonly ILookup<(GameId, TeamTricode, NameKey), PlayerKey> _boxes;
    private readonly ILookup<TeamTricode, RosterPlayer> _rosters;
    private readonly ILookup<TeamTricode, NameKey> _injured;

    public GamebookNames(IReadOnlyList<PlayersRegistryRow> registry, IReadOnlyList<NbacPlayerBoxscoreRow> boxes, IEnumerable<InjuryReportRow> injuries, NameAliases aliases)
    {
        _aliases = aliases;
        _names = new NameCache(PlayerNameResolver.From(registry, aliases));
        _inBoxes = [.. boxes.Select(line => (line.GameId, line.Team, line.PlayerId))];
        _boxes = boxes.ToLookup(line => (line.GameId, line.Team, PlayerAliases.Resolve(line.NameKey)), line => line.PlayerId);
        _rosters = registry.GroupBy(row => row.PlayerId).SelectMany(Names).ToLookup(player => player.Team);
        var names = registry.ToLookup(row => row.PlayerId, row => row.NameKey);
        _injured = injuries
            .SelectMany(row => (aliases.Find(row.Source, row.NameKey) is { } meant ? names[meant] : [row.NameKey]).Select(name => (row.Team, Name: name)))
            .ToLookup(row => row.Team, row => row.Name);
    }

    /// <summary>Each line with who it is.</summary>
    public IReadOnlyList<(GamebookLine Line, GamebookName Name)> Of(GameId game, IReadOnlyList<GamebookLine> lines)
    {
        var table = lines.Where(line => line.PlayerStatus != GamebookStatus.Inactive).Select(line => (Line: line, Name: OfTable(game, line))).ToArray();
        var listed = table.Select(player => player.Name.PlayerId).OfType<PlayerKey>().ToHashSet();
        var names = table.Select(player => (player.Line.Team, PlayerAliases.Resolve(player.Line.NameKey))).ToHashSet();
        var inactive = lines.Where(line => line.PlayerStatus == GamebookStatus.Inactive).Select(line => (Line: line, Name: OfList(line))).ToArray();

        // Two names that lead to one player: one of them is somebody who has not been seen yet, and nothing tells which.
        var twice = inactive.Where(player => player.Name.PlayerId is not null).GroupBy(player => player.Name.PlayerId).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet();
        return [.. table, .. inactive.Select(player => player.Name.PlayerId is not null && twice.Contains(player.Name.PlayerId) ? (player.Line, GamebookName.Ambiguous(player.Line.NameKey)) : player)];

        GamebookName OfList(GamebookLine line)
        {
            var others = _rosters[line.Team].Where(player => !listed.Contains(player.PlayerId) && !names.Contains((player.Team, PlayerAliases.Resolve(player.Name.Key)))).ToArray();
            if (_aliases.Find(Source, line.NameKey) is { } alias && others.FirstOrDefault(player => player.PlayerId == alias) is { } aliased)
            {
                return GamebookName.Resolved(alias, aliased.Name.Key, ByAlias);
            }

            return GamebookName.Of(LastNameResolver.Resolve(line.PlayerName, line.Team, others, [.. _injured[line.Team]]), line.NameKey);
        }
    }

    private GamebookName OfTable(GameId game, GamebookLine line)
    {
        if (_aliases.Find(Source, line.NameKey) is { } alias && _inBoxes.Contains((game, line.Team, alias)))
        {
            return GamebookName.Resolved(alias, line.NameKey, ByAlias);
        }

        if (_boxes[(game, line.Team, PlayerAliases.Resolve(line.NameKey))].Distinct().ToArray() is [var only])
        {
            return GamebookName.Resolved(only, line.NameKey, "box_score");
        }

        var answer = _names.Resolve(Source, line.NameKey, line.Team, line.Team);
        return answer switch
        {
            { Player: { } player, Method: NameResolutionMethod.Alias } => GamebookName.Resolved(player.PlayerId, line.NameKey, ByAlias),
            { Player: { } player } => GamebookName.Resolved(player.PlayerId, line.NameKey, "full_name"),
            { Method: NameResolutionMethod.Ambiguous } => GamebookName.Ambiguous(line.NameKey),
            _ => GamebookName.NotFound(line.NameKey),
        };
    }

    /// <summary>All names of a player, with the team of his newest appearance.</summary>
    private static IEnumerable<RosterPlayer> Names(IGrouping<PlayerKey, PlayersRegistryRow> player)
    {
        var team = player.OrderByDescending(row => row.GameDate).ThenBy(row => row.Team).First().Team;
        return player.Select(row => row.PlayerName).Distinct(StringComparer.Ordinal)
            .Select(name => PlayerName.TryParse(name, out var parsed) ? new RosterPlayer(player.Key, parsed, team) : null)
            .OfType<RosterPlayer>();
    }
}
