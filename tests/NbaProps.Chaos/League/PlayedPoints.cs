using System.Globalization;

using NbaProps.Chaos.Harness;
using NbaProps.Domain;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Warehouse;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.Chaos.League;

/// <summary>What the tables say of points, against what was played.</summary>
internal static class PlayedPoints
{
    /// <summary>Games that are not there as they were played: a player too many, one missing, or other points. A game that is not there at all is its output's affair.</summary>
    /// <param name="world">The world, quiet.</param>
    /// <param name="season">The truth.</param>
    public static IEnumerable<string> Wrong(World world, SimulatedSeason season)
    {
        var schema = Table<PlayerGameSummaryRow>.Instance.Schema;
        int[] places = [.. new[] { "game_id", "player_id", "points", "played" }.Select(name => schema.Columns.TakeWhile(column => !string.Equals(column.Name, name, StringComparison.Ordinal)).Count())];
        var games = world.Warehouse.Dump(schema.FullName).Rows
            .Select(row => Array.ConvertAll(places, place => row[place]))
            .Where(row => Equals(row[3], true))
            .GroupBy(row => Text(row[0]), row => $"{Text(row[1])}: {Text(row[2])}", StringComparer.Ordinal);
        foreach (var game in games)
        {
            // What is corrected on the next day may have been asked for before: the day after next asks again, which the seed does not live to see.
            var id = GameId.Parse(game.Key);
            if (season.Script.OfGame(FaultKind.StatCorrection, id).Any())
            {
                continue;
            }

            var played = season.ById[id].Box.Players.Where(line => line.Seconds > 0).Select(line => $"{Text(line.Player.Id)}: {Text(line.Points)}").ToArray();
            foreach (var wrong in game.Except(played, StringComparer.Ordinal).Select(line => $"has {line}").Concat(played.Except(game, StringComparer.Ordinal).Select(line => $"lacks {line}")))
            {
                yield return $"{schema.FullName} of game {game.Key} {wrong}";
            }
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
