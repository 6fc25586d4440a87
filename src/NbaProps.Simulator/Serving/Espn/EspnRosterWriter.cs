using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Serving.Espn;

/// <summary>ESPN's roster of a team, with who is injured.</summary>
internal static class EspnRosterWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="team">The team.</param>
    public static byte[] Write(LeagueMoment moment, TeamTricode team) => Answer.JsonBytes(json =>
    {
        var injuries = KnownInjuries.Of(moment);
        var number = EspnTeams.Number(team).ToString(CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteStartObject("team");
        json.WriteString("id", number);
        json.WriteString("uid", $"s:40~l:46~t:{number}");
        json.WriteString("abbreviation", EspnTeams.Code(team));
        json.WriteString("displayName", TeamSpellings.SimulatedFullName(team));
        json.WriteString("shortDisplayName", TeamSpellings.SimulatedNickname(team));
        json.WriteString("name", TeamSpellings.SimulatedNickname(team));
        json.WriteString("location", TeamSpellings.City(team));
        json.WriteBoolean("isActive", true);
        json.WriteStartArray("athletes");
        foreach (var player in moment.RosterOf(team).OrderBy(player => player.FamilyName, StringComparer.Ordinal).ThenBy(player => player.Id))
        {
            WriteAthlete(json, player, injuries.GetValueOrDefault(player.Id));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteAthlete(Utf8JsonWriter json, SimulatedPlayer player, KnownInjury? injury)
    {
        var id = SourceNumbers.Espn.TextOf(player.Id);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("uid", $"s:40~l:46~a:{id}");
        json.WriteString("firstName", PlainLetters.Of(player.GivenName));
        json.WriteString("lastName", PlainLetters.Of(player.LastName));
        json.WriteString("fullName", PlainLetters.Of(player.FullName));
        json.WriteString("displayName", PlainLetters.Of(player.FullName));
        json.WriteString("shortName", PlainLetters.Of(player.InitialName));
        json.WriteNumber("weight", player.WeightPounds);
        json.WriteString("displayWeight", string.Create(CultureInfo.InvariantCulture, $"{player.WeightPounds} lbs"));
        json.WriteNumber("height", player.HeightInches);
        json.WriteString("displayHeight", string.Create(CultureInfo.InvariantCulture, $"{player.HeightInches / 12}' {player.HeightInches % 12}\""));
        json.WriteNumber("age", player.Age);
        json.WriteString("jersey", player.Jersey.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("position");
        json.WriteString("displayName", player.Position.ToString());
        json.WriteString("abbreviation", player.Position.ToString()[..1]);
        json.WriteEndObject();
        json.WriteStartArray("injuries");
        if (injury is not null)
        {
            json.WriteStartObject();
            json.WriteString("status", injury.NewsStatus);
            json.WriteString("date", injury.Game.Scheduled.Date.At(6).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
