using System.Collections.Frozen;

namespace NbaProps.Domain.Players;

/// <summary>
/// Names of one person that no folding brings together. Every row is a known fact about one person: a name that is not here and matches
/// nobody goes to review, however much it looks like somebody's.
/// </summary>
public static class PlayerAliases
{
    /// <summary>All of them. No canonical name is itself an alias.</summary>
    public static IReadOnlyList<PlayerAlias> All { get; } =
    [
        // Found by joining a source with the league's game logs and rosters: the alias has no row there, the canonical name has, in the same team.
        new("Cameron Thomas", "Cam Thomas", "Full first name, written by DraftKings on four dates of 2022-23."),
        new("Ishmail Wainright", "Ish Wainright", "Full first name, written by DraftKings on 2023-04-09."),
        new("Jeenathan Williams", "Nate Williams", "Full first name, written by DraftKings on 2023-04-09; he scored 17 for Portland that day."),
        new("Kenyon Martin Jr.", "KJ Martin", "Initials of Kenyon Jr., written by DraftKings through 2022-23; his father, of the same key, retired in 2015."),
        new("Nah'Shon Hyland", "Bones Hyland", "Given name against nickname, written by DraftKings in 2022-23."),
        new("Nicolas Claxton", "Nic Claxton", "Full first name, written by DraftKings in 2022-23 and by balldontlie."),
        new("Alexandre Sarr", "Alex Sarr", "Full first name, written by balldontlie."),
        new("Carlton Carrington", "Bub Carrington", "Given name against nickname, written by balldontlie."),
        new("Nigel Hayes", "Nigel Hayes-Davis", "Earlier name, still written by balldontlie."),

        // Known: other spellings of the league's names in wide use.
        new("Cam Johnson", "Cameron Johnson", "Short first name, common among bookmakers."),
        new("Cam Payne", "Cameron Payne", "Short first name, common among bookmakers."),
        new("Enes Kanter", "Enes Freedom", "Legal name until November 2021."),
        new("Gregory Jackson II", "GG Jackson", "Given name against initials."),
        new("Guillermo Hernangomez", "Willy Hernangomez", "Given name against nickname."),
        new("Herb Jones", "Herbert Jones", "Short first name, common among bookmakers."),
        new("Ishmael Smith", "Ish Smith", "Full first name."),
        new("Jose Juan Barea", "J.J. Barea", "Given names against initials."),
        new("Juan Hernangomez", "Juancho Hernangomez", "Given name against nickname."),
        new("Kahlil Felder", "Kay Felder", "Given name against nickname."),
        new("Louis Williams", "Lou Williams", "Full first name."),
        new("Lu Dort", "Luguentz Dort", "Short first name, common among bookmakers."),
        new("Maximilian Kleber", "Maxi Kleber", "Full first name."),
        new("Moe Wagner", "Moritz Wagner", "Nickname, common among bookmakers and broadcasters."),
        new("Mohamed Bamba", "Mo Bamba", "Full first name."),
        new("Nene Hilario", "Nene", "Full name; he played under his first name alone."),
        new("Patrick Mills", "Patty Mills", "Full first name."),
        new("Robert Dillingham", "Rob Dillingham", "Full first name."),
        new("Ron Holland II", "Ronald Holland II", "Short first name, common among bookmakers."),
        new("Sheldon McClellan", "Sheldon Mac", "Earlier name."),
        new("Sviatoslav Mykhailiuk", "Svi Mykhailiuk", "Full first name."),
        new("Taurean Waller-Prince", "Taurean Prince", "Earlier name."),
        new("Walter Tavares", "Edy Tavares", "Given name against nickname."),
        new("Wesley Iwundu", "Wes Iwundu", "Full first name."),
    ];

    private static readonly FrozenDictionary<NameKey, NameKey> Canonical =
        All.ToFrozenDictionary(alias => alias.AliasKey, alias => alias.CanonicalKey);

    /// <summary>The key of the league's name when the given one is an alias, else the given one.</summary>
    public static NameKey Resolve(NameKey key) => Canonical.GetValueOrDefault(key, key);
}
