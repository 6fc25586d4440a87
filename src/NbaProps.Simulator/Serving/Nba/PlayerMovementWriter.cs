using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>
/// Who signed and who was traded (NBA_Player_Movement) as far as it is known at a moment, the latest first. Contracts are of a year: every summer each player has
/// signed with the team where the season found him.
/// </summary>
internal static class PlayerMovementWriter
{
    // The list goes back as far as a decade, and the league's begins in 2015.
    private const int Years = 10;

    private static readonly (string Name, string Type)[] Columns =
    [
        ("Transaction_Type", "String"), ("TRANSACTION_DATE", "DateTime"), ("TRANSACTION_DESCRIPTION", "String"), ("TEAM_ID", "Double"), ("TEAM_SLUG", "String"), ("PLAYER_ID", "Double"),
        ("PLAYER_SLUG", "String"), ("Additional_Sort", "Double"), ("GroupSort", "String"),
    ];

    public static void Write(Utf8JsonWriter json, LeagueMoment moment)
    {
        json.WriteStartObject();
        json.WriteStartObject("NBA_Player_Movement");
        json.WriteStartArray("rows");
        foreach (var line in Trades(moment).Reverse().Concat(Signings(moment)).Where(line => moment.Now >= line.Date.At(5)))
        {
            Row(json, line);
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var (name, type) in Columns)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("DataType", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Two moves are a trade: each player for the other.
    private static IEnumerable<Line> Trades(LeagueMoment moment) => moment.Season.Moves
        .Select((move, place) => (Move: move, Trade: (place / 2) + 1))
        .Select(each => new Line(
            "Trade",
            each.Move.Date,
            $"{TeamSpellings.SimulatedFullName(each.Move.To)} received {PlayerFields.Word(each.Move.Player.Position)} {each.Move.Player.FullName} from {TeamSpellings.SimulatedFullName(each.Move.From)}.",
            each.Move.To,
            each.Move.Player,
            each.Move.From,
            string.Create(CultureInfo.InvariantCulture, $"Trade {moment.Season.League.Season.StartYear}{each.Trade:000}")));

    private static IEnumerable<Line> Signings(LeagueMoment moment)
    {
        var league = moment.Season.League;
        return
            from year in Enumerable.Range(0, Years).Select(back => league.Season.StartYear - back)
            from team in league.Size.Teams
            from player in league.Rosters[team]
            where player.FromYear <= year
            select new Line(
                "Signing",
                new GameDate(year, 7, 6),
                $"{TeamSpellings.SimulatedFullName(team)} signed {PlayerFields.Word(player.Position)} {player.FullName}.",
                team,
                player,
                From: null,
                string.Create(CultureInfo.InvariantCulture, $"Signing {year}{player.Id.Id % 1_000_000:0000}"));
    }

    private static void Row(Utf8JsonWriter json, Line line)
    {
        json.WriteStartObject();
        json.WriteString("Transaction_Type", line.Type);
        json.WriteString("TRANSACTION_DATE", NbaJson.Midnight(line.Date));
        json.WriteString("TRANSACTION_DESCRIPTION", line.Description);
        NbaJson.Decimal(json, "TEAM_ID", TeamSpellings.NbaId(line.Team));
        json.WriteString("TEAM_SLUG", NbaJson.Slug(line.Team));
        NbaJson.Decimal(json, "PLAYER_ID", line.Player.Id.Id);
        json.WriteString("PLAYER_SLUG", PlayerFields.Slug(line.Player));
        NbaJson.Decimal(json, "Additional_Sort", line.From is { } from ? TeamSpellings.NbaId(from) : 0);
        json.WriteString("GroupSort", line.Group);
        json.WriteEndObject();
    }

    private sealed record Line(string Type, GameDate Date, string Description, TeamTricode Team, SimulatedPlayer Player, TeamTricode? From, string Group);
}
