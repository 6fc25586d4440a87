using NbaProps.Domain.Teams;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Serving;

/// <summary>Where a team stands in the league, in words.</summary>
internal static class Clubs
{
    private static readonly string[] Names = ["Atlantic", "Central", "Southeast", "Northwest", "Pacific", "Southwest"];

    /// <summary>Its division: "Atlantic".</summary>
    public static string Division(TeamTricode team) => Names[Enumerable.Range(0, Names.Length).First(place => Divisions.All[place].Contains(team))];

    /// <summary>Its conference: "East" or "West".</summary>
    public static string Conference(TeamTricode team) => Divisions.IsEast(team) ? "East" : "West";
}
