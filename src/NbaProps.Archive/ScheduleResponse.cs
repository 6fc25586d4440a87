using System.Buffers;
using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.Archive;

/// <summary>The season's schedule in the league's shape (scheduleLeagueV2), as it stood at a moment.</summary>
internal static class ScheduleResponse
{
    // Bytes; a season's 1,230 games have 1.2 million.
    private const int WholeSeason = 3 << 19;

    public static ReadOnlyMemory<byte> Write(ArchiveSeason season, ArchiveMoment moment)
    {
        var buffer = new ArrayBufferWriter<byte>(WholeSeason);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("meta");
        json.WriteNumber("version", 1);
        json.WriteString("request", $"http://nba.cloud/league/00/{season.Season}/scheduleleaguev2?Format=json");
        json.WriteString("time", Stamp(moment.Now));
        json.WriteEndObject();
        json.WriteStartObject("leagueSchedule");
        json.WriteString("seasonYear", season.Season.Label);
        json.WriteString("leagueId", "00");
        WriteDates(json, season, moment);
        Empty(json, "weeks", "broadcasterList");
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteDates(Utf8JsonWriter json, ArchiveSeason season, ArchiveMoment moment)
    {
        var records = new Dictionary<TeamTricode, (int Wins, int Losses)>();
        json.WriteStartArray("gameDates");
        foreach (var date in season.Games.Where(moment.KnowsOf).GroupBy(game => game.Date))
        {
            json.WriteStartObject();
            json.WriteString("gameDate", date.Key.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) + " 00:00:00");
            json.WriteStartArray("games");
            var sequence = 0;
            foreach (var game in date)
            {
                WriteGame(json, game, ++sequence, moment.KnowsResultsOf(game.Date), records);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGame(Utf8JsonWriter json, ArchiveGame game, int sequence, bool final, Dictionary<TeamTricode, (int Wins, int Losses)> records)
    {
        json.WriteStartObject();
        json.WriteString("gameId", game.Id.ToString());
        json.WriteString("gameCode", $"{game.Date.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}/{game.Away}{game.Home}");
        json.WriteNumber("gameStatus", final ? 3 : 1);
        json.WriteString("gameStatusText", final ? FinalText(game.Overtimes) : "TBD");
        json.WriteNumber("gameSequence", sequence);
        WriteTimes(json, game.Date);
        json.WriteString("day", game.Date.DayOfWeek.ToString()[..3]);
        json.WriteNumber("monthNum", game.Date.Month);
        json.WriteBoolean("ifNecessary", value: false);
        foreach (var text in new[] { "seriesGameNumber", "gameLabel", "gameSubLabel", "seriesText", "arenaName", "arenaState", "arenaCity" })
        {
            json.WriteString(text, string.Empty);
        }

        json.WriteString("postponedStatus", "N");
        json.WriteString("branchLink", string.Empty);
        json.WriteString("gameSubtype", string.Empty);
        json.WriteBoolean("isNeutral", value: false);
        WriteTeam(json, "homeTeam", game.Home, game.HomeScore, game.AwayScore, game.Id.Phase, final, records);
        WriteTeam(json, "awayTeam", game.Away, game.AwayScore, game.HomeScore, game.Id.Phase, final, records);
        Empty(json, "pointsLeaders");
        json.WriteEndObject();
    }

    // The files tell no tip-off: midnight Eastern, as the league itself writes a time that is to be determined.
    private static void WriteTimes(Utf8JsonWriter json, GameDate date)
    {
        var wall = $"{date}T00:00:00Z";
        var utc = Stamp(date.At(0));
        json.WriteString("gameDateEst", wall);
        json.WriteString("gameTimeEst", "1900-01-01T00:00:00Z");
        json.WriteString("gameDateTimeEst", wall);
        json.WriteString("gameDateUTC", utc);
        json.WriteString("gameTimeUTC", $"1900-01-01{utc[10..]}");
        json.WriteString("gameDateTimeUTC", utc);
        json.WriteString("awayTeamTime", wall);
        json.WriteString("homeTeamTime", wall);
    }

    private static void WriteTeam(
        Utf8JsonWriter json, string name, TeamTricode team, int score, int other, SeasonPhase phase, bool final, Dictionary<TeamTricode, (int Wins, int Losses)> records)
    {
        var (wins, losses) = records.GetValueOrDefault(team);
        if (final && phase == SeasonPhase.Regular)
        {
            records[team] = (wins, losses) = score > other ? (wins + 1, losses) : (wins, losses + 1);
        }

        var fullName = TeamSpellings.FullName(team);
        var nickname = TeamSpellings.Nickname(team);
        json.WriteStartObject(name);
        json.WriteNumber("teamId", TeamSpellings.NbaId(team));
        json.WriteString("teamName", nickname);
        json.WriteString("teamCity", fullName[..^(nickname.Length + 1)]);
        json.WriteString("teamTricode", team.Value);
        json.WriteString("teamSlug", nickname.ToLowerInvariant().Replace(' ', '-'));
        json.WriteNumber("wins", final ? wins : 0);
        json.WriteNumber("losses", final ? losses : 0);
        json.WriteNumber("score", final ? score : 0);
        json.WriteNumber("seed", 0);
        json.WriteEndObject();
    }

    private static string FinalText(int overtimes) => overtimes switch
    {
        0 => "Final",
        1 => "Final/OT",
        _ => string.Create(CultureInfo.InvariantCulture, $"Final/OT{overtimes}"),
    };

    private static void Empty(Utf8JsonWriter json, params string[] names)
    {
        foreach (var name in names)
        {
            json.WriteStartArray(name);
            json.WriteEndArray();
        }
    }

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
