using NbaProps.Domain;
using NbaProps.Domain.Players;

namespace NbaProps.Shared.Quality.Review;

/// <summary>Whether a name may become an alias of a player.</summary>
public static class AliasCheck
{
    /// <summary>Why not, as one line with what is accepted; null when it may.</summary>
    /// <param name="name">The name.</param>
    /// <param name="player">The player.</param>
    /// <param name="seen">Everyone who was seen, in the time that the alias is to count for and the season before.</param>
    public static string? WhyNot(NameKey name, PlayerKey player, PlayerNameResolver seen)
    {
        if (seen.Everyone().All(known => known.PlayerId != player))
        {
            return $"Nobody was seen under {player}: accepted is the league's person id of a player who stood in a box score";
        }

        var bearers = seen.Bearers(name);
        if (bearers.Count == 0 || (bearers.Count > 1 && bearers.Any(bearer => bearer.PlayerId == player)))
        {
            return null;
        }

        var names = string.Join(" and of ", bearers.Select(bearer => $"{bearer.PlayerId} {bearer.PlayerName} ({bearer.Team})"));
        return bearers.Any(bearer => bearer.PlayerId == player)
            ? $"{name} is the name of {names}: it resolves without an alias once he has appeared"
            : $"{name} is the name of {names}, who would lose it: accepted is a name that nobody else bears, or the id of one who bears it";
    }
}
