using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Domain.Text;

namespace NbaProps.Shared.Quality.Review;

/// <summary>Players whom a person may recognise behind a name that resolves to nobody. For reading only: nothing is ever resolved by likeness.</summary>
public static class NameSuggestions
{
    private const int Most = 3;
    private const int Slip = 2;

    /// <summary>The likeliest first; at most three, except that all who bear the name itself are there. Empty when nobody is like it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="teams">The teams of the games in which it stands.</param>
    /// <param name="seen">Everyone who was seen.</param>
    public static IReadOnlyList<SuggestedPlayer> For(NameKey name, IReadOnlyCollection<TeamTricode> teams, PlayerNameResolver seen)
    {
        if (seen.Bearers(name) is { Count: > 0 } bearers)
        {
            return [.. bearers.Select(player => new SuggestedPlayer(player, "bears the name"))];
        }

        return
        [
            .. seen.Everyone()
                .Select(player => (Player: player, Key: NameKey.From(player.PlayerName), OfTheGame: teams.Contains(player.Team)))
                .Select(one => (one.Player, one.OfTheGame, Distance: EditDistance.Of(name.Value, one.Key.Value), Why: Why(name.Value, one.Key.Value, one.OfTheGame)))
                .Where(one => one.Why is not null)
                .OrderByDescending(one => one.OfTheGame)
                .ThenBy(one => one.Distance)
                .ThenBy(one => one.Player.PlayerId)
                .Take(Most)
                .Select(one => new SuggestedPlayer(one.Player, one.Why!)),
        ];
    }

    private static string? Why(string name, string other, bool ofTheGame)
    {
        var sameLast = string.Equals(LastWord(name), LastWord(other), StringComparison.Ordinal);
        return (sameLast, ofTheGame) switch
        {
            (true, true) => "has the last name and is of the game",
            (true, false) when name[0] == other[0] && name.Contains(' ', StringComparison.Ordinal) => "has the last name and the initial",
            _ => EditDistance.Of(name, other) <= Slip ? "is written nearly so" : null,
        };
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}

/// <summary>A player whom a name may mean.</summary>
/// <param name="Player">He, as last seen.</param>
/// <param name="Why">What speaks for it, as the end of a sentence that begins with him.</param>
public sealed record SuggestedPlayer(SeenPlayer Player, string Why);
