using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>The officials of a date (get-game-officials) as far as they are named at a moment. The other leagues have no games.</summary>
internal static class OfficialsWriter
{
    private const int MostOfficials = 4;

    private static readonly (string Name, string Type)[] GameColumns =
    [
        ("game_id", "String"), ("game_date", "String"), ("season", "String"), ("game_code", "String"), ("home_team_id", "Int32"), ("home_team", "String"), ("home_team_abbr", "String"),
        ("away_team_id", "Int32"), ("away_team", "String"), ("away_team_abbr", "String"), ("official1", "String"), ("official1_code", "Int32"), ("official1_JNum", "String"),
        ("official2", "String"), ("official2_code", "Int32"), ("official2_JNum", "String"), ("official3", "String"), ("official3_code", "Int32"), ("official3_JNum", "String"),
        ("official4", "String"), ("official4_code", "Int32"), ("official4_JNum", "String"),
    ];

    private static readonly (string Name, string Type)[] ReplayColumns = [("game_date", "String"), ("official_code", "Int32"), ("replaycenter_official", "String")];

    public static void Write(Utf8JsonWriter json, LeagueMoment moment, GameDate date)
    {
        var named = moment.HasOfficials(date);
        json.WriteStartObject();
        json.WriteStartObject("nba");
        Table(json, "Table", GameColumns, named ? moment.Season.ByDate.GetValueOrDefault(date, []).Where(game => !game.IsOff && moment.Knows(game)) : [], game => Game(json, moment.Season, game));
        Table(json, "Table1", ReplayColumns, named ? Crews.ReplayCenter(moment.Season, date) : [], official => Replay(json, date, official));
        json.WriteEndObject();
        foreach (var league in new[] { "gl", "wnba" })
        {
            json.WriteStartObject(league);
            Table<Official>(json, "Table", GameColumns, [], _ => { });
            Table<Official>(json, "Table1", ReplayColumns, [], _ => { });
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Table<T>(Utf8JsonWriter json, string name, (string Name, string Type)[] columns, IEnumerable<T> rows, Action<T> row)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("rows");
        foreach (var each in rows)
        {
            json.WriteStartObject();
            row(each);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var (column, type) in columns)
        {
            json.WriteStartObject();
            json.WriteString("Name", column);
            json.WriteString("DataType", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Game(Utf8JsonWriter json, SimulatedSeason season, SimulatedGame game)
    {
        var id = game.Scheduled.Id;
        json.WriteString("game_id", id.ToString());
        json.WriteString("game_date", NbaJson.MonthFirst(game.Scheduled.Date));
        json.WriteString("season", id.Season.NbaSeasonId(id.Phase).ToString(CultureInfo.InvariantCulture));
        json.WriteString("game_code", NbaJson.GameCode(game));
        foreach (var (name, team) in new[] { ("home_team", game.Scheduled.Home), ("away_team", game.Scheduled.Away) })
        {
            json.WriteNumber($"{name}_id", TeamSpellings.NbaId(team));
            json.WriteString(name, TeamSpellings.City(team));
            json.WriteString($"{name}_abbr", team.Value);
        }

        var crew = Crews.Of(season, game);
        for (var place = 1; place <= MostOfficials; place++)
        {
            var official = place <= crew.Count ? crew[place - 1] : null;
            var name = string.Create(CultureInfo.InvariantCulture, $"official{place}");
            json.WriteString(name, official?.Name);
            json.WritePropertyName($"{name}_code");
            if (official is null)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteNumberValue(official.Code);
            }

            json.WriteString($"{name}_JNum", official?.Jersey.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Replay(Utf8JsonWriter json, GameDate date, Official official)
    {
        json.WriteString("game_date", NbaJson.MonthFirst(date));
        json.WriteNumber("official_code", official.Code);
        json.WriteString("replaycenter_official", official.Name);
    }
}
