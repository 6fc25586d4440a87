using System.Buffers;
using System.Text.Json;

using NbaProps.Domain.Calendar;

namespace NbaProps.Archive;

/// <summary>The league's game log (leaguegamelog) of some dates, as it stood at a moment.</summary>
internal static class GameLogResponse
{
    public static ReadOnlyMemory<byte> Write(GameLogQuery query, ArchiveSeason? season, ArchiveMoment moment)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resource", "leaguegamelog");
        json.WriteStartObject("parameters");
        json.WriteString("LeagueID", "00");
        json.WriteString("Season", query.Season.Label);
        json.WriteString("SeasonType", query.SeasonType);
        json.WriteString("PlayerOrTeam", query.Players ? "P" : "T");
        json.WriteNumber("Counter", 1000);
        json.WriteString("Sorter", "DATE");
        json.WriteString("Direction", "DESC");
        json.WriteString("DateFrom", query.From?.ToString());
        json.WriteString("DateTo", query.To?.ToString());
        json.WriteEndObject();
        json.WriteStartArray("resultSets");
        json.WriteStartObject();
        json.WriteString("name", "LeagueGameLog");
        json.WriteStartArray("headers");
        foreach (var header in query.Players ? Columns.PlayerLog : Columns.TeamLog)
        {
            json.WriteStringValue(header);
        }

        json.WriteEndArray();
        json.WritePropertyName("rowSet");
        json.WriteRawValue(Rows(query, season, moment), skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static ReadOnlySpan<byte> Rows(GameLogQuery query, ArchiveSeason? season, ArchiveMoment moment)
    {
        var rows = new MemoryStream();
        rows.WriteByte((byte)'[');
        foreach (var date in Dates(query, season, moment))
        {
            var log = query.Players ? season!.PlayerLog : season!.TeamLog;
            if (log.TryGetValue(date, out var found) && found.Of(query.Phase) is { Length: > 0 } some)
            {
                if (rows.Length > 1)
                {
                    rows.WriteByte((byte)',');
                }

                rows.Write(some);
            }
        }

        rows.WriteByte((byte)']');
        return rows.GetBuffer().AsSpan(0, (int)rows.Length);
    }

    private static IEnumerable<GameDate> Dates(GameLogQuery query, ArchiveSeason? season, ArchiveMoment moment) =>
        (season?.Games ?? [])
            .Select(game => game.Date)
            .Distinct()
            .Where(date => (query.From is not { } from || date >= from) && (query.To is not { } to || date <= to) && moment.KnowsResultsOf(date))
            .OrderDescending();
}
