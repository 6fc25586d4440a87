using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>What the league's documents have in common.</summary>
internal static class NbaJson
{
    /// <summary>An instant: 2026-02-12T00:00:00Z.</summary>
    public static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Eastern wall time with the Z that the league writes behind it, wrongly.</summary>
    public static string EasternWall(DateTimeOffset instant) => StatusText.Eastern(instant).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Eastern time with its offset: 2026-02-11T19:00:00-05:00.</summary>
    public static string EasternTime(DateTimeOffset instant) => StatusText.Eastern(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A date as the league's stamps write it: 2026-02-11T00:00:00.</summary>
    public static string Midnight(GameDate date) => $"{date}T00:00:00";

    /// <summary>A date month first: 02/11/2026.</summary>
    public static string MonthFirst(GameDate date) => date.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A game's date and teams, visitors first: 20260211/ATLCHA.</summary>
    public static string GameCode(SimulatedGame game) =>
        $"{game.Scheduled.Date.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}/{game.Scheduled.Away}{game.Scheduled.Home}";

    /// <summary>The nickname as a part of an address: "herons".</summary>
    public static string Slug(TeamTricode team) => TeamSpellings.SimulatedNickname(team).ToLowerInvariant().Replace(' ', '-');

    /// <summary>The hall of a team: "Herons Arena".</summary>
    public static string Arena(TeamTricode team) => $"{TeamSpellings.SimulatedNickname(team)} Arena";

    /// <summary>A share to three digits, as the result sets write it; 0 of nothing.</summary>
    public static double Share(int part, int of) => of == 0 ? 0 : Math.Round((double)part / of, 3);

    /// <summary>A share to fifteen digits, as the content network writes it; 0 of nothing.</summary>
    public static double LongShare(double part, double of) => of == 0 ? 0 : Math.Round(part / of, 15);

    /// <summary>The first of a team's fields, as all documents name them.</summary>
    public static void Team(Utf8JsonWriter json, TeamTricode team)
    {
        json.WriteNumber("teamId", TeamSpellings.NbaId(team));
        json.WriteString("teamName", TeamSpellings.SimulatedNickname(team));
        json.WriteString("teamCity", TeamSpellings.City(team));
        json.WriteString("teamTricode", team.Value);
    }

    /// <summary>A number with a decimal point even where it is whole: -6.0.</summary>
    public static void Decimal(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(DecimalText(value), skipInputValidation: true);
    }

    /// <summary>The text of such a number.</summary>
    public static string DecimalText(double value) =>
        value.ToString(value == Math.Floor(value) ? "0.0" : "R", CultureInfo.InvariantCulture);

    /// <summary>Lists without items.</summary>
    public static void Empty(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteStartArray(name);
            json.WriteEndArray();
        }
    }

    /// <summary>Texts without letters.</summary>
    public static void Blank(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteString(name, string.Empty);
        }
    }
}
