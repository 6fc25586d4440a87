using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;

namespace NbaProps.Simulator.League;

/// <summary>Makes the players of a team. No two players of the league have one name, however it is folded.</summary>
internal sealed class RosterMaker(long seed, Season season)
{
    // Above the ids that the league has given out, so that nobody is taken for a real person.
    private const long FirstId = 7_000_001;

    // A roster's positions, the best player of each first: as many of a kind as real ones have, down to the smallest league's ten.
    private static readonly Position[] Places =
    [
        Position.Guard, Position.Forward, Position.Center, Position.Guard, Position.Forward, Position.Guard, Position.Forward, Position.Center, Position.Guard,
        Position.Forward, Position.Guard, Position.Forward, Position.Guard, Position.Forward, Position.Center,
    ];

    private readonly HashSet<NameKey> _names = [];
    private long _nextId = FirstId;

    /// <summary>The players of a team, the best first.</summary>
    public IReadOnlyList<SimulatedPlayer> Of(TeamTricode team, int players)
    {
        var dice = Dice.For(seed, "roster", team.Value);
        var standing = dice.Normal(0, 0.82);
        var shirts = Enumerable.Range(0, 56).ToList();
        dice.Shuffle(shirts);

        // A gamebook names who is inactive by his family name alone: two of one team would be one to it.
        var families = new HashSet<string>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, players).Select(place => Player(dice, place, standing, shirts[place], families))];
    }

    private SimulatedPlayer Player(Dice dice, int place, double standing, int shirt, HashSet<string> families)
    {
        var position = Places[place % Places.Length];
        var age = Math.Clamp((int)Math.Round(dice.Normal(26.3, 4.0)), 19, 38);
        var (country, college) = Origin(dice);
        var (given, family, suffix) = Name(dice, families);
        var height = Math.Clamp((int)Math.Round(dice.Normal(position switch { Position.Guard => 75.5, Position.Forward => 79.5, _ => 83 }, 1.6)), 71, 88);
        return new SimulatedPlayer
        {
            Id = new PlayerKey(_nextId++),
            GivenName = given,
            FamilyName = family,
            Suffix = suffix,
            Position = position,
            HeightInches = height,
            WeightPounds = Math.Clamp((int)Math.Round(dice.Normal(205 + ((height - 78) * 8), 10)), 170, 290),
            Jersey = shirt,
            Age = age,
            FromYear = season.StartYear - Math.Clamp(age - dice.Between(19, 23), 0, 18),
            Country = country,
            College = college,
            Draft = dice.Happens(0.22) ? null : (dice.Happens(0.68) ? 1 : 2, dice.Between(1, 30)),
            Skills = SkillMaker.Of(dice, position, place, standing, age),
        };
    }

    private (string Given, string Family, string? Suffix) Name(Dice dice, HashSet<string> families)
    {
        while (true)
        {
            var given = dice.One(NameLists.Given);
            var family = dice.One(NameLists.Family);
            var suffix = dice.Happens(0.06) ? dice.One(NameLists.Suffixes) : null;
            if (!families.Contains(family) && _names.Add(NameKey.From(string.Create(CultureInfo.InvariantCulture, $"{given} {family}"))))
            {
                families.Add(family);
                return (given, family, suffix);
            }
        }
    }

    private static (string Country, string College) Origin(Dice dice)
    {
        var (country, places) = dice.Happens(0.76) ? NameLists.Origins[0] : dice.One(NameLists.Origins);
        return (country, dice.One(places));
    }
}
