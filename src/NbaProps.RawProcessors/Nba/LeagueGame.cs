using NbaProps.Domain;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Nba;

/// <summary>Reads what the league says of a game in one way everywhere.</summary>
internal static class LeagueGame
{
    /// <summary>The ten digits.</summary>
    public static GameId Id(PayloadNode node) => node.Value<GameId>(GameId.TryParse, "a game id of ten digits");

    /// <summary>Refuses a season that is not the game's.</summary>
    /// <param name="node">The season as the payload writes it.</param>
    /// <param name="expected">How it writes the game's season.</param>
    public static void RequireSeason(PayloadNode node, string expected)
    {
        if (!string.Equals(node.Text(), expected, StringComparison.Ordinal))
        {
            throw node.Refused($"the season of the game's id, {expected}");
        }
    }
}
