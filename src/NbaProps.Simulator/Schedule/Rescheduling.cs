using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Schedule;

/// <summary>Gives the games of a regular season that are put off or moved their new starts: on a date on which both teams are free, and neither plays the third day running.</summary>
internal sealed class Rescheduling
{
    // Somebody who is still to hear of a start must hear of it before books open and teams report.
    private const int DaysOfNotice = 2;

    // How long after its day a game that was put off is played.
    private const int SoonestAgain = 3;
    private const int LatestAgain = 100;

    private const int LatestMoved = 40;

    // Minutes after midnight in the East: nobody starts earlier or later than these.
    private const int Earliest = 15 * 60;
    private const int Latest = (22 * 60) + 30;

    private readonly LeagueSize _size;
    private readonly SortedDictionary<GameId, ScheduledGame> _games;
    private readonly Dictionary<TeamTricode, HashSet<GameDate>> _busy;
    private readonly GameDate _first;
    private readonly GameDate _last;

    private Rescheduling(LeagueSize size, IReadOnlyList<ScheduledGame> games)
    {
        _size = size;
        _games = new(games.ToDictionary(game => game.Id));
        _busy = size.Teams.ToDictionary(team => team, team => games.Where(game => game.Home == team || game.Away == team).Select(game => game.Date).ToHashSet());

        // The postseason waits for the last game; a league that has none may play on for some days.
        (_first, _last) = (games[0].Date, size.HasPostseason ? games[^1].Date : games[^1].Date.AddDays(SoonestAgain));
    }

    /// <summary>The games as they are played, by date and id, and those of them that had another start before.</summary>
    /// <param name="size">How large the league is.</param>
    /// <param name="games">The games as scheduled, by date.</param>
    /// <param name="script">What goes wrong. A game gets one new start at the most, and none where no date is free.</param>
    public static (IReadOnlyList<ScheduledGame> Games, IReadOnlyList<Reschedule> Changed) Of(LeagueSize size, IReadOnlyList<ScheduledGame> games, FaultScript script)
    {
        var faults = script.Faults.Where(fault => fault is { Kind: FaultKind.Postponed or FaultKind.Moved, Game: not null }).ToArray();
        if (faults.Length == 0)
        {
            return (games, []);
        }

        var board = new Rescheduling(size, games);
        var changed = faults.OrderBy(fault => fault.From).ThenBy(fault => fault.Game).DistinctBy(fault => fault.Game).Select(board.Take).OfType<Reschedule>().ToArray();
        return ([.. board._games.Values.OrderBy(game => game.Date).ThenBy(game => game.Id)], changed);
    }

    private Reschedule? Take(Fault fault)
    {
        if (!_games.TryGetValue(fault.Game!.Value, out var game) || fault.From >= game.TipOff)
        {
            return null;
        }

        var changed = fault.Kind == FaultKind.Postponed ? Postponed(game, fault) : Moved(game, fault);
        if (changed is not null)
        {
            _games[game.Id] = changed.After;
            foreach (var team in new[] { game.Home, game.Away })
            {
                _busy[team].Remove(game.Date);
                _busy[team].Add(changed.After.Date);
            }
        }

        return changed;
    }

    // The new date is told one to three days after the game was put off.
    private Reschedule? Postponed(ScheduledGame game, Fault fault)
    {
        if (GameDate.FromInstant(fault.From) != game.Date || Free(game, game.Date.AddDays(SoonestAgain), game.Date.AddDays(LatestAgain)) is not { Length: > 0 } free)
        {
            return null;
        }

        var date = free[fault.Number % free.Length];
        var told = Math.Min(1 + (fault.Number % 3), date.DaysSince(game.Date) - DaysOfNotice);
        return new(game, On(game, date), fault.From, game.Date.AddDays(told).At(15));
    }

    private Reschedule? Moved(ScheduledGame game, Fault fault)
    {
        var day = GameDate.FromInstant(fault.From);
        if (day > game.Date.AddDays(-DaysOfNotice))
        {
            return day == game.Date ? Told(Earlier(game, fault)) : null;
        }

        var soonest = day.AddDays(DaysOfNotice);
        var free = (fault.Number % 3) switch
        {
            0 => [],
            1 => Free(game, soonest, game.Date.AddDays(-1)),
            _ => Free(game, game.Date.AddDays(1), game.Date.AddDays(LatestMoved)),
        };
        return Told(free.Length > 0 ? On(game, free[fault.Number / 3 % free.Length]) : AnotherHour(game, fault.Number));

        Reschedule? Told(ScheduledGame? after) => after is null || after == game ? null : new(game, after, fault.From, fault.From);
    }

    // On the day itself a start is only brought forward, and everybody has an hour to hear of it.
    private static ScheduledGame? Earlier(ScheduledGame game, Fault fault)
    {
        var start = game.TipOff.AddMinutes(-30 * (2 + (fault.Number % 5)));
        var soonest = new[] { game.Date.At(Earliest / 60), fault.From.AddHours(1) }.Max();
        return soonest < game.TipOff ? game with { TipOff = start < soonest ? soonest : start } : null;
    }

    private static ScheduledGame AnotherHour(ScheduledGame game, int number)
    {
        var minutes = MinutesOf(game);
        var other = Math.Clamp(minutes + (30 * (1 + (number / 6 % 4)) * (number / 3 % 2 == 0 ? 1 : -1)), Earliest, Latest);
        return At(game, game.Date, other == minutes ? minutes - 60 : other);
    }

    private static ScheduledGame On(ScheduledGame game, GameDate date) => At(game, date, MinutesOf(game));

    private static ScheduledGame At(ScheduledGame game, GameDate date, int minutes) => game with { Date = date, TipOff = date.At(minutes / 60, minutes % 60) };

    private static int MinutesOf(ScheduledGame game) => (int)GameDate.ToEastern(game.TipOff).TimeOfDay.TotalMinutes;

    private GameDate[] Free(ScheduledGame game, GameDate from, GameDate to) =>
    [
        .. Enumerable.Range(0, Math.Max(0, to.DaysSince(from) + 1))
            .Select(from.AddDays)
            .Where(date => date >= _first && date <= _last && !RegularSeason.IsPause(date, _size) && IsFree(game.Home, date, game.Date) && IsFree(game.Away, date, game.Date)),
    ];

    private bool IsFree(TeamTricode team, GameDate date, GameDate old)
    {
        bool Plays(int days) => date.AddDays(days) is var day && day != old && _busy[team].Contains(day);
        return !Plays(0) && (_size.Teams.Count == 4 || !((Plays(-2) && Plays(-1)) || (Plays(-1) && Plays(1)) || (Plays(1) && Plays(2))));
    }
}
