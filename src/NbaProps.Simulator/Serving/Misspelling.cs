using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Serving;

/// <summary>Spells a player's name wrong as sources do: a letter is missing, two are swapped, it is transliterated in another way, a suffix is gone.</summary>
internal static class Misspelling
{
    private static readonly (string From, string To)[] Transliterations = [("ić", "itch"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("k", "c"), ("y", "i"), ("i", "y"), ("v", "w"), ("s", "z")];

    /// <summary>The player under another name, which is nobody else's; himself where there is none such.</summary>
    /// <param name="player">Who.</param>
    /// <param name="league">Who else there is.</param>
    /// <param name="number">What decides how.</param>
    public static SimulatedPlayer Of(SimulatedPlayer player, SimulatedLeague league, int number)
    {
        Func<SimulatedPlayer, int, SimulatedPlayer>[] ways = [WithoutALetter, Swapped, Transliterated, WithoutSuffix];
        return Enumerable.Range(0, ways.Length)
            .Select(way => ways[(number + way) % ways.Length](player, number / ways.Length))
            .FirstOrDefault(wrong => wrong != player && league.Players.Values.All(other => other.Id == player.Id || other.NameKey != wrong.NameKey), player);
    }

    // The first letter stays: it is what the eye sees.
    private static SimulatedPlayer WithoutALetter(SimulatedPlayer player, int number) =>
        player.FamilyName.Length < 3 ? player : player with { FamilyName = player.FamilyName.Remove(1 + (number % (player.FamilyName.Length - 2)), 1) };

    private static SimulatedPlayer Swapped(SimulatedPlayer player, int number)
    {
        var name = player.FamilyName;
        var places = Enumerable.Range(1, Math.Max(0, name.Length - 2)).Where(place => char.IsLower(name[place]) && char.IsLower(name[place + 1]) && name[place] != name[place + 1]).ToArray();
        return places.Length == 0 ? player : player with { FamilyName = Exchanged(name, places[number % places.Length]) };
    }

    private static string Exchanged(string name, int place) => $"{name[..place]}{name[place + 1]}{name[place]}{name[(place + 2)..]}";

    private static SimulatedPlayer Transliterated(SimulatedPlayer player, int number) =>
        Transliterations.FirstOrDefault(one => player.FamilyName.Contains(one.From, StringComparison.Ordinal)) is { From: not null } found
            ? player with { FamilyName = player.FamilyName.Replace(found.From, found.To, StringComparison.Ordinal) }
            : WithoutALetter(player, number);

    private static SimulatedPlayer WithoutSuffix(SimulatedPlayer player, int number) => player.Suffix is null ? Swapped(player, number) : player with { Suffix = null };
}
