using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Running;

/// <summary>Who referees: three a game and three at the replay centre, of a pool of seventy; nobody twice on a date.</summary>
public static class Crews
{
    private const int Pool = 70;
    private const int Each = 3;
    private const long FirstCode = 8_000_001;

    /// <summary>All referees of a league.</summary>
    public static IReadOnlyList<Official> All(SimulatedLeague league)
    {
        var dice = Dice.For(league.Seed, "officials");
        var shirts = Enumerable.Range(4, 86).ToList();
        dice.Shuffle(shirts);
        var names = new HashSet<(string, string)>();
        while (names.Count < Pool)
        {
            names.Add((dice.One(NameLists.Given), dice.One(NameLists.Family)));
        }

        return [.. names.Select((name, place) => new Official(FirstCode + place, name.Item1, name.Item2, shirts[place]))];
    }

    /// <summary>The referees of a game, the crew's chief first.</summary>
    public static IReadOnlyList<Official> Of(SimulatedSeason season, SimulatedGame game)
    {
        // A game that leaves the date, or comes to it, changes nobody else's crew.
        var place = season.EverOn(game.Scheduled.Date).TakeWhile(id => id != game.Scheduled.Id).Count();
        return [.. OnDate(season, game.Scheduled.Date).Skip(Each * (place + 1)).Take(Each)];
    }

    /// <summary>Who is at the replay centre on a date; nobody when nobody plays.</summary>
    public static IReadOnlyList<Official> ReplayCenter(SimulatedSeason season, GameDate date) =>
        season.ByDate.ContainsKey(date) ? [.. OnDate(season, date).Take(Each)] : [];

    private static List<Official> OnDate(SimulatedSeason season, GameDate date)
    {
        var pool = All(season.League).ToList();
        Dice.For(season.League.Seed, "crews", date.ToString()).Shuffle(pool);
        return pool;
    }
}
