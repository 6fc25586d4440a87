using System.IO.Compression;
using System.Text;

namespace NbaProps.Tests.Support;

/// <summary>An archive folder of a few invented games, gone when disposed of.</summary>
internal sealed class TemporaryArchive : IDisposable
{
    private const string Counts = "MIN,FGM,FGA,FG_PCT,FG3M,FG3A,FG3_PCT,FTM,FTA,FT_PCT,OREB,DREB,REB,AST,STL,BLK,TOV,PF,PTS,PLUS_MINUS";
    private const string TeamHeader = "SEASON_ID,TEAM_ID,TEAM_ABBREVIATION,TEAM_NAME,GAME_ID,GAME_DATE,MATCHUP,WL," + Counts;
    private const string PlayerHeader = "SEASON_ID,PLAYER_ID,PLAYER_NAME,TEAM_ID,TEAM_ABBREVIATION,TEAM_NAME,GAME_ID,GAME_DATE,MATCHUP,WL," + Counts + ",FANTASY_PTS,VIDEO_AVAILABLE";

    public string Path { get; } = Directory.CreateTempSubdirectory("nbaprops-archive-").FullName;

    /// <summary>One player per team who scores everything by free throws.</summary>
    public void Season(string season, params (string Id, string Date, string Home, string Away, int HomeScore, int AwayScore)[] games)
    {
        var teams = new StringBuilder(TeamHeader).Append('\n');
        var players = new StringBuilder(PlayerHeader).Append('\n');
        foreach (var (id, date, home, away, homeScore, awayScore) in games)
        {
            foreach (var (team, matchup, own, other) in new[] { (home, $"{home} vs. {away}", homeScore, awayScore), (away, $"{away} @ {home}", awayScore, homeScore) })
            {
                var start = $"{team},{team},{id},{date},{matchup},{(own > other ? 'W' : 'L')}";
                var counts = FormattableString.Invariant($"240,0,0,,0,0,,{own},{own},1.0,0,40,40,0,0,0,0,0,{own},{own - other}.0");
                var number = team.Sum(letter => letter);
                teams.Append(FormattableString.Invariant($"22022,1,{start},{counts}\n"));
                players.Append(FormattableString.Invariant($"22022,{number},Player Of {team},1,{start},{counts[..^2].Replace("240,", "48,", StringComparison.Ordinal)},0.5,1\n"));
            }
        }

        Gzip($"nba-gamelogs/games_{season}.csv.gz", teams.ToString());
        Gzip($"nba-gamelogs/player_gamelogs_{season}.csv.gz", players.ToString());
    }

    public void Lines(string season, params (string Name, string Json)[] files)
    {
        using var zip = ZipFile.Open(Place($"points-lines/draftkings_{season}.zip"), ZipArchiveMode.Create);
        foreach (var (name, json) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(json);
        }
    }

    public void Gzip(string relative, string text)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(Place(relative)), CompressionMode.Compress));
        writer.Write(text);
    }

    /// <summary>Cuts a file off in its middle.</summary>
    public void Truncate(string relative)
    {
        var path = Place(relative);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
    }

    public string Place(string relative)
    {
        var path = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
