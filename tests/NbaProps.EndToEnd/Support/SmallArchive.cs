using System.Globalization;
using System.IO.Compression;

namespace NbaProps.EndToEnd.Support;

/// <summary>An archive of three invented games on three nights, eight players a team, with numbers that could be a game's.</summary>
internal static class SmallArchive
{
    private const string Counts = "MIN,FGM,FGA,FG_PCT,FG3M,FG3A,FG3_PCT,FTM,FTA,FT_PCT,OREB,DREB,REB,AST,STL,BLK,TOV,PF,PTS,PLUS_MINUS";
    private const string Names = "TEAM_ID,TEAM_ABBREVIATION,TEAM_NAME,GAME_ID,GAME_DATE,MATCHUP,WL";
    private const int Players = 8;

    public const string From = "2022-10-18";
    public const string To = "2022-10-20";
    public const string PlayerLog = "nba-gamelogs/player_gamelogs_2022-23.csv.gz";

    private static readonly (string Id, string Date, string Home, string Away)[] Games =
    [
        ("0022200001", "2022-10-18", "BOS", "PHI"),
        ("0022200002", "2022-10-19", "GSW", "LAL"),
        ("0022200003", "2022-10-20", "BOS", "GSW"),
    ];

    /// <summary>Writes the archive.</summary>
    public static string Write(string folder)
    {
        var teams = new List<string> { $"SEASON_ID,{Names},{Counts}" };
        var players = new List<string> { $"SEASON_ID,PLAYER_ID,PLAYER_NAME,{Names},{Counts},FANTASY_PTS,VIDEO_AVAILABLE" };
        foreach (var (id, date, home, away) in Games)
        {
            foreach (var (team, matchup, better) in new[] { (home, $"{home} vs. {away}", 1), (away, $"{away} @ {home}", 0) })
            {
                var start = $"{Number(team)},{team},{team},{id},{date},{matchup},{(better == 1 ? "W" : "L")}";
                var margin = better == 1 ? Players : -Players;
                teams.Add($"22022,{start},{Line(Players, better, 240, margin)}");
                players.AddRange(Enumerable.Range(1, Players).Select(player =>
                    string.Create(CultureInfo.InvariantCulture, $"22022,{Number(team) * 10 + player},{team} {(char)('A' + player)},{start},{Line(1, better, 30, better == 1 ? 1 : -1)},20.0,1")));
            }
        }

        Gzip(folder, "nba-gamelogs/games_2022-23.csv.gz", teams);
        Gzip(folder, PlayerLog, players);
        return folder;
    }

    /// <summary>Writes the log of players anew, changed; its rows are given as cells, the header first.</summary>
    public static void Change(string folder, Func<string[][], IEnumerable<string[]>> change)
    {
        string[][] rows;
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, PlayerLog)), CompressionMode.Decompress)))
        {
            rows = [.. reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        }

        Gzip(folder, PlayerLog, change(rows).Select(row => string.Join(',', row)));
    }

    private static int Number(string team) => team.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A');

    private static string Line(int times, int better, int minutes, int margin)
    {
        var (made, free) = (4 * times, (better + 3) * times);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{minutes},{made},{9 * times},0.444,{times},{3 * times},0.333,{free},{free},1.0,{times},{4 * times},{5 * times},{2 * times},{times},0,{times},{2 * times},{(2 * made) + times + free},{margin}");
    }

    private static void Gzip(string folder, string relative, IEnumerable<string> lines)
    {
        var path = Path.Combine(folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionMode.Compress)) { NewLine = "\n" };
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
