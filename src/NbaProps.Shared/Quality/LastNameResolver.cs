using NbaProps.Domain;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;

namespace NbaProps.Shared.Quality;

/// <summary>
/// Finds the player whom a last name alone means, as gamebooks write inactive players, among his team's roster. Never a guess: where a roster,
/// a suffix and an injury list leave several, nobody is named.
/// </summary>
public static class LastNameResolver
{
    /// <summary>Confidence of an answer that a suffix or an injury list told apart.</summary>
    private const double ToldApart = 0.95;

    /// <summary>Confidence that one of several players is meant.</summary>
    private const double OneOfSeveral = 0.6;

    /// <summary>The player meant.</summary>
    /// <param name="lastName">The last name as written, with its suffix if it has one: "Jackson Jr.".</param>
    /// <param name="team">The team whose player is meant; the roster's other players are not looked at.</param>
    /// <param name="roster">Players, in any order; a player may be there under several names.</param>
    /// <param name="injured">Names of the team's players in the injury report of the date; empty when there is none.</param>
    public static LastNameResolution Resolve(string lastName, TeamTricode team, IEnumerable<RosterPlayer> roster, IReadOnlyCollection<NameKey> injured)
    {
        if (!PlayerName.TryParse(lastName, out var written))
        {
            return new(null, LastNameMethod.NotFound, null);
        }

        // Another suffix is another person; a suffix that only one of the two sources writes says nothing.
        var candidates = roster
            .Where(player => player.Team == team && Ends(player.Name, written) && Agrees(player.Name.Suffix, written.Suffix))
            .GroupBy(player => player.PlayerId)
            .Select(names => names.OrderBy(player => player.Name.Display, StringComparer.Ordinal).ToArray())
            .ToArray();
        if (candidates.Length <= 1)
        {
            return candidates is [var only] ? new(only[0], LastNameMethod.Roster, 1.0) : new(null, LastNameMethod.NotFound, null);
        }

        var same = written.Suffix is null ? [] : candidates.Where(names => names.Any(player => player.Name.Suffix == written.Suffix)).ToArray();
        if (same is [var one])
        {
            return new(one[0], LastNameMethod.Suffix, ToldApart);
        }

        var reported = injured.Select(PlayerAliases.Resolve).ToHashSet();
        return (same.Length > 1 ? same : candidates).Where(names => names.Any(player => reported.Contains(PlayerAliases.Resolve(player.Name.Key)))).ToArray() is [var listed]
            ? new(listed[0], LastNameMethod.InjuryList, ToldApart)
            : new(null, LastNameMethod.Ambiguous, OneOfSeveral);
    }

    private static bool Agrees(string? one, string? other) => one is null || other is null || string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>Whether a name ends with a last name at a space: Gilgeous-Alexander does not end with Alexander.</summary>
    private static bool Ends(PlayerName name, PlayerName lastName)
    {
        if (name.Key == lastName.Key)
        {
            return true;
        }

        var words = name.Display.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, words.Length - 1).Any(first => NameKey.TryFrom(string.Join(' ', words[first..]), out var ending) && ending == lastName.Key);
    }
}

/// <summary>A player of a roster.</summary>
/// <param name="PlayerId">The league's person id.</param>
/// <param name="Name">A name that he is listed under.</param>
/// <param name="Team">His team.</param>
public sealed record RosterPlayer(PlayerKey PlayerId, PlayerName Name, TeamTricode Team);

/// <summary>The answer to a last name.</summary>
/// <param name="Player">The one player; null when there is none or it cannot be told which.</param>
/// <param name="Method">What told, or why nothing did.</param>
/// <param name="Confidence">1 by the roster alone, 0.95 where several were told apart, 0.6 where they were not; null when nobody was found.</param>
public sealed record LastNameResolution(RosterPlayer? Player, LastNameMethod Method, double? Confidence)
{
    /// <summary>resolved, ambiguous or not_found.</summary>
    public string Status => Method switch
    {
        LastNameMethod.NotFound => "not_found",
        LastNameMethod.Ambiguous => "ambiguous",
        _ => "resolved",
    };
}

/// <summary>How a last name was resolved, or why not.</summary>
public enum LastNameMethod
{
    /// <summary>Nobody of the team bears it.</summary>
    NotFound,

    /// <summary>Several do, and nothing tells them apart.</summary>
    Ambiguous,

    /// <summary>Exactly one of the team does.</summary>
    Roster,

    /// <summary>Of several, one has the suffix that is written.</summary>
    Suffix,

    /// <summary>Of several, one is in the injury report.</summary>
    InjuryList,
}
