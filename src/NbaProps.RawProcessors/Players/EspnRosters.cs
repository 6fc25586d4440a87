using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Espn;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.Players;

/// <summary>ESPN's rosters as a list of players: the newest of each team. Who a player is to the league, his name tells; who cannot be told is left out.</summary>
internal sealed class EspnRosters
{
    private const string Source = NameSources.Espn;

    private readonly SortedDictionary<TeamTricode, (IReadOnlyList<EspnRosterLine> Lines, DateTimeOffset AsOf)> _rosters = [];
    private readonly List<string> _missing = [];

    /// <summary>How many teams' rosters there are.</summary>
    public int Teams => _rosters.Count;

    /// <summary>Teams without a roster and names of nobody, once resolved.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Adds a roster; newer ones come first.</summary>
    public void Add(IReadOnlyList<EspnRosterLine> lines, DateTimeOffset asOf)
    {
        if (lines is [var first, ..])
        {
            _rosters.TryAdd(first.Team, (lines, asOf));
        }
    }

    /// <summary>The players, by id.</summary>
    public IReadOnlyList<NbacPlayerListCurrentRow> Resolve(GameDate date, NameCache names)
    {
        var teams = TeamTricode.All.Where(team => !_rosters.ContainsKey(team)).Select(team => team.Value).ToArray();
        _missing.AddRange(teams.Length == 0 ? [] : [$"no roster of {string.Join(", ", teams)}"]);
        var rows = new SortedDictionary<PlayerKey, List<NbacPlayerListCurrentRow>>();
        foreach (var (roster, line) in _rosters.Values.SelectMany(roster => roster.Lines.Select(line => (roster, line))))
        {
            var answer = names.Resolve(Source, line.NameKey, line.Team, line.Team);
            if (answer.Player is not { } player)
            {
                _missing.Add($"{line.PlayerName} ({line.Team}) is {(answer.Method == NameResolutionMethod.Ambiguous ? "several players' name" : "nobody's name")}");
                continue;
            }

            if (!rows.TryGetValue(player.PlayerId, out var same))
            {
                rows[player.PlayerId] = same = [];
            }

            same.Add(Row(line, player, date, roster.AsOf));
        }

        foreach (var same in rows.Values.Where(same => same.Count > 1))
        {
            _missing.Add($"{same[0].PlayerName} is meant by several: {string.Join(", ", same.Select(row => row.Team?.Value))}");
        }

        return [.. rows.Values.Where(same => same.Count == 1).Select(same => same[0])];
    }

    private static NbacPlayerListCurrentRow Row(EspnRosterLine line, SeenPlayer player, GameDate date, DateTimeOffset asOf) => new()
    {
        GameDate = date,
        PlayerId = player.PlayerId,
        PlayerName = player.PlayerName,
        NameKey = Domain.Players.NameKey.From(player.PlayerName),
        PlayerSlug = null,
        Team = line.Team,
        Season = Season.FromGameDate(date),
        OnRoster = null,
        JerseyNumber = line.JerseyNumber,
        Position = PositionOf(line.Position),
        HeightInches = line.HeightInches,
        WeightPounds = line.WeightPounds,
        College = null,
        Country = null,
        DraftYear = null,
        DraftRound = null,
        DraftNumber = null,
        FromYear = null,
        ToYear = null,
        Source = Source,
        AsOf = asOf,
    };

    private static string? PositionOf(string? words) => words switch
    {
        "Guard" or "Point Guard" or "Shooting Guard" => "G",
        "Forward" or "Small Forward" or "Power Forward" => "F",
        "Center" => "C",
        _ => null,
    };
}
