using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Schedule;

/// <summary>Puts the games of a regular season on dates: nobody twice on a day, nobody three days running, everybody about as far as the others.</summary>
internal static class RegularSeason
{
    // Games wanted on a day, Sunday to Saturday.
    private static readonly int[] OnWeekday = [7, 8, 5, 11, 4, 11, 8];

    /// <summary>The games, by date and then id.</summary>
    public static IReadOnlyList<ScheduledGame> Of(SimulatedLeague league)
    {
        var dice = Dice.For(league.Seed, "schedule", league.Season.Label);
        var open = Pairings.Of(league.Size);
        dice.Shuffle(open);
        var games = new List<ScheduledGame>(open.Count);
        var played = league.Size.Teams.ToDictionary(team => team, _ => 0);
        var last = league.Size.Teams.ToDictionary(team => team, _ => new List<GameDate>());
        for (var date = FirstDay(league.Season); open.Count > 0; date = date.AddDays(1))
        {
            if (IsPause(date, league.Size))
            {
                continue;
            }

            var today = Day(open, date, Wanted(date, league.Size), played, last);
            for (var i = 0; i < today.Count; i++)
            {
                var (home, away) = today[i];
                open.Remove(today[i]);
                foreach (var team in new[] { home, away })
                {
                    played[team]++;
                    last[team].Add(date);
                }

                games.Add(new(GameId.Create(league.Season, SeasonPhase.Regular, games.Count + 1), date, home, away, TipOff(date, home, i, dice)));
            }
        }

        return games;
    }

    /// <summary>The third Tuesday of October or so.</summary>
    public static GameDate FirstDay(Season season)
    {
        var day = new GameDate(season.StartYear, 10, 18);
        while (day.DayOfWeek != DayOfWeek.Tuesday)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static int Wanted(GameDate date, LeagueSize size) => size.Teams.Count < 30 ? size.Teams.Count / 2 : OnWeekday[(int)date.DayOfWeek];

    // Christmas Eve, and the week-end of the All-Star game with the days around it.
    internal static bool IsPause(GameDate date, LeagueSize size) =>
        size.HasPostseason && (date is { Month: 12, Day: 24 } || date is { Month: 2, Day: >= 13 and <= 18 });

    // Who is furthest behind goes first; who was on court yesterday goes last, and not at all when it would be the third day.
    private static List<(TeamTricode Home, TeamTricode Away)> Day(
        List<(TeamTricode Home, TeamTricode Away)> open, GameDate date, int wanted, Dictionary<TeamTricode, int> played, Dictionary<TeamTricode, List<GameDate>> last)
    {
        var mean = played.Values.Average();
        double Urgency(TeamTricode team) => (mean - played[team]) - (Rested(last[team], date) ? 0 : 1.6);
        var busy = new HashSet<TeamTricode>();
        var today = new List<(TeamTricode, TeamTricode)>();
        foreach (var game in open.OrderByDescending(game => Urgency(game.Home) + Urgency(game.Away)))
        {
            if (today.Count == wanted)
            {
                break;
            }

            if (!busy.Contains(game.Home) && !busy.Contains(game.Away) && MayPlay(last[game.Home], date, wanted) && MayPlay(last[game.Away], date, wanted))
            {
                busy.Add(game.Home);
                busy.Add(game.Away);
                today.Add(game);
            }
        }

        return today;
    }

    private static bool Rested(List<GameDate> days, GameDate date) => days.Count == 0 || days[^1] < date.AddDays(-1);

    // A league of four plays every day.
    private static bool MayPlay(List<GameDate> days, GameDate date, int wanted) => wanted == 2 || days.Count < 2 || days[^2] < date.AddDays(-2);

    // In the evening of the home city, with matinees at the week-end.
    private static DateTimeOffset TipOff(GameDate date, TeamTricode home, int place, Dice dice)
    {
        var matinee = date.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Saturday && place < 2;
        var hour = matinee ? 15 : 19 + Divisions.HoursWest(home);
        return date.At(hour, dice.Happens(0.45) ? 30 : 0);
    }
}
