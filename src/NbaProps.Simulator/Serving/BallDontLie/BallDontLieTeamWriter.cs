using System.Text.Json;

using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.Serving.BallDontLie;

/// <summary>balldontlie's teams.</summary>
internal static class BallDontLieTeamWriter
{
    // Numbered by the full names of the clubs that the league has in truth, and a simulated club has its place's number.
    private static readonly TeamTricode[] InOrder = [.. TeamTricode.All.OrderBy(TeamSpellings.FullName, StringComparer.Ordinal)];

    /// <summary>Its number, 1 to 30.</summary>
    public static int Number(TeamTricode team) => Array.IndexOf(InOrder, team) + 1;

    /// <summary>Writes the properties of a team.</summary>
    public static void Write(Utf8JsonWriter json, TeamTricode team)
    {
        json.WriteNumber("id", Number(team));
        json.WriteString("conference", Clubs.Conference(team));
        json.WriteString("division", Clubs.Division(team));
        json.WriteString("city", TeamSpellings.City(team));
        json.WriteString("name", TeamSpellings.SimulatedNickname(team));
        json.WriteString("full_name", TeamSpellings.SimulatedFullName(team));
        json.WriteString("abbreviation", team.Value);
    }
}
