using NbaProps.Domain;
using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Resilience;

namespace NbaProps.Archive;

/// <summary>Reads the files of a season.</summary>
internal static class SeasonLoader
{
    public static ArchiveSeason Load(Season season, SeasonFiles files)
    {
        using var writer = new LogRowWriter();
        var loaded = new Loaded(writer);
        if (files.Teams is { } teams)
        {
            loaded.Teams(teams, string.Empty, Columns.TeamFile);
            loaded.Players(files.Players!, Columns.PlayerFile, "VIDEO_AVAILABLE");
        }

        if (files.Playoffs is { } playoffs)
        {
            loaded.Teams(playoffs, "TEAM_", Columns.PlayoffFile);
            loaded.Players(playoffs, Columns.PlayoffFile, string.Empty);
        }

        var games = loaded.Games.OrderBy(game => game.Date).ThenBy(game => game.Id).ToArray();
        var lines = new LinesAssignment(games);
        foreach (var file in files.Lines)
        {
            lines.Take(file);
        }

        return new ArchiveSeason(season, games, loaded.PlayerLog, loaded.TeamLog, lines.Quotes, lines.LeftOut);
    }

    private sealed class Loaded(LogRowWriter writer)
    {
        public List<ArchiveGame> Games { get; } = [];

        public Dictionary<GameDate, LogRows> PlayerLog { get; } = [];

        public Dictionary<GameDate, LogRows> TeamLog { get; } = [];

        public void Players(string path, IReadOnlyList<string> columns, string videoColumn)
        {
            foreach (var row in CsvFile.Rows(path, columns))
            {
                var game = row.Game("GAME_ID");
                RowsOf(PlayerLog, row.Date("GAME_DATE")).Add(game.Phase, writer.Player(row, game, videoColumn));
            }
        }

        /// <summary>
        /// The team lines of a file, twice over: first the points of both sides, because the margins in the files are not always the game's
        /// (a hundred are fractions such as 6.8), and then the lines with the margin that the points give.
        /// </summary>
        public void Teams(string path, string prefix, IReadOnlyList<string> columns)
        {
            var points = new Dictionary<(GameId Game, TeamTricode Team), int>();
            foreach (var row in CsvFile.Rows(path, columns))
            {
                points[(row.Game("GAME_ID"), row.Team("TEAM_ABBREVIATION"))] = row.Whole(prefix + "PTS");
            }

            var written = new HashSet<(GameId, TeamTricode)>();
            foreach (var row in CsvFile.Rows(path, columns))
            {
                var (game, team) = (row.Game("GAME_ID"), row.Team("TEAM_ABBREVIATION"));
                if (!written.Add((game, team)))
                {
                    continue;
                }

                var (home, away) = row.Matchup("MATCHUP");
                if (!points.TryGetValue((game, home), out var homePoints) || !points.TryGetValue((game, away), out var awayPoints))
                {
                    throw new PermanentException($"{path}: game {game} has no line of both {home} and {away}");
                }

                var margin = team == home ? homePoints - awayPoints : awayPoints - homePoints;
                RowsOf(TeamLog, row.Date("GAME_DATE")).Add(game.Phase, writer.Team(row, game, prefix, margin));
                if (team == home)
                {
                    var overtimes = BoxScoreMath.OvertimePeriods(row.Whole(prefix + "MIN")) ?? 0;
                    Games.Add(new ArchiveGame(game, row.Date("GAME_DATE"), home, away, homePoints, awayPoints, overtimes));
                }
            }
        }

        private static LogRows RowsOf(Dictionary<GameDate, LogRows> log, GameDate date)
        {
            if (!log.TryGetValue(date, out var rows))
            {
                log[date] = rows = new LogRows();
            }

            return rows;
        }
    }
}
