using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Players;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>What the league writes about players.</summary>
internal static class PlayerFields
{
    private static readonly string[] StarterPositions = ["PG", "SG", "SF", "PF", "C"];

    /// <summary>G, F or C.</summary>
    public static string Letter(Position position) => position switch
    {
        Position.Guard => "G",
        Position.Forward => "F",
        _ => "C",
    };

    /// <summary>The position in words: guard.</summary>
    public static string Word(Position position) => position switch
    {
        Position.Guard => "guard",
        Position.Forward => "forward",
        _ => "center",
    };

    /// <summary>A name as a part of an address: "dorde-durovanic".</summary>
    public static string Slug(SimulatedPlayer player) =>
        string.Join('-', player.FullName.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => NameKey.From(word).ToString()));

    /// <summary>The lines of a side with each starter's position, PG to C, in the league's order: forwards, centre, guards, then the bench by minutes; null who did not start.</summary>
    public static IReadOnlyList<(PlayerCounts Line, string? Position)> InOrder(BoxScore box, Side side)
    {
        var lines = box.Of(side).ToArray();
        var starters = lines.Where(line => line.Starter).OrderBy(line => line.Player.Position).ThenBy(line => line.Player.HeightInches).ThenBy(line => line.Player.Id)
            .Select((line, place) => (Line: line, Position: (string?)StarterPositions[place])).ToArray();
        return
        [
            .. new[] { 2, 3, 4, 1, 0 }.Select(place => starters[place]),
            .. lines.Where(line => !line.Starter).OrderByDescending(line => line.Seconds).ThenBy(line => line.Player.Id).Select(line => (line, (string?)null)),
        ];
    }

    /// <summary>The names of a person, as box scores of the newer kind have them.</summary>
    public static void Names(Utf8JsonWriter json, SimulatedPlayer player)
    {
        json.WriteString("name", player.FullName);
        json.WriteString("nameI", player.InitialName);
        json.WriteString("firstName", player.GivenName);
        json.WriteString("familyName", player.LastName);
    }

    /// <summary>The number on a shirt.</summary>
    public static string Jersey(SimulatedPlayer player) => player.Jersey.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a player has a line: he was on court, be it for no second.</summary>
    public static bool Played(PlayerCounts line) => line.Seconds > 0 || (line.FieldGoalsAttempted, line.FreeThrowsAttempted, line.Rebounds, line.Assists) is not (0, 0, 0, 0)
        || (line.Steals, line.Blocks, line.Turnovers, line.Fouls, line.PlusMinus) is not (0, 0, 0, 0, 0);
}
