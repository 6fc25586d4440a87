using System.Collections.Frozen;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Running;

/// <summary>Plays a season day by day: what ails whom, who is hot, who was traded, follows from the days before.</summary>
internal sealed class SeasonRun
{
    private const double FormKept = 0.8;
    private const double FormDeviation = 0.009;
    private const double RoleKept = 0.9;
    private const double RoleDeviation = 0.040;
    private const double TrustKept = 0.93;
    private const double TrustDeviation = 0.068;
    private const double HurtInGame = 0.027;

    private readonly SimulatedLeague _league;
    private readonly FaultScript _script;
    private readonly Dictionary<TeamTricode, List<PlayerState>> _rosters;
    private readonly Dictionary<TeamTricode, GameDate> _lastGame = [];
    private readonly Dictionary<TeamTricode, double> _pace;
    private readonly Standings _standings;
    private readonly List<SimulatedGame> _games = [];
    private readonly List<Move> _moves = [];
    private readonly List<ShownGame> _shown = [];
    private readonly Dictionary<GameId, ((TeamPlan Plan, IReadOnlyList<Absence> Absences) Home, (TeamPlan Plan, IReadOnlyList<Absence> Absences) Away)> _calledOff = [];
    private IReadOnlyDictionary<GameId, Reschedule> _changed = FrozenDictionary<GameId, Reschedule>.Empty;

    public SeasonRun(SimulatedLeague league, FaultScript script)
    {
        (_league, _script) = (league, script);
        _rosters = league.Rosters.ToDictionary(roster => roster.Key, roster => roster.Value.Select(player => new PlayerState(player)).ToList());
        _pace = league.Size.Teams.ToDictionary(team => team, team => Dice.For(league.Seed, "pace", team.Value).Normal(1, 0.022));
        _standings = new Standings(league.Size.Teams);
    }

    public SimulatedSeason Play()
    {
        var (games, changed) = Rescheduling.Of(_league.Size, RegularSeason.Of(_league), _script);
        _changed = changed.ToDictionary(game => game.After.Id);
        var byDate = games.ToLookup(game => game.Date);
        var off = changed.Where(game => game.IsPostponed).ToLookup(game => game.Before.Date);
        foreach (var date in byDate.Select(day => day.Key).Concat(changed.Select(game => game.Before.Date)).Distinct().Order())
        {
            Trade(date);
            foreach (var game in off[date])
            {
                _calledOff[game.Before.Id] = (Sheet(game.Before.Home, game.Before, away: false), Sheet(game.Before.Away, game.Before, away: true));
            }

            foreach (var game in byDate[date])
            {
                PlayGame(game);
            }
        }

        if (_league.Size.HasPostseason)
        {
            new Postseason(_league.Season, _standings, PlayGame).Play(_games[^1].Scheduled.Date.AddDays(2));
        }

        return new SimulatedSeason(_league, _games, _moves, _script, _shown);
    }

    private SimulatedGame PlayGame(ScheduledGame game)
    {
        var (home, homeAbsences) = Sheet(game.Home, game, away: false);
        var (away, awayAbsences) = Sheet(game.Away, game, away: true);
        var plan = new GamePlan(game.Id, home, away);
        var box = BoxScore.Of(plan, GameEngine.Play(_league.Seed, plan));
        var played = new SimulatedGame(game, plan, box, homeAbsences, awayAbsences);
        if (_changed.TryGetValue(game.Id, out var changed))
        {
            played = Seen(changed, played);
        }

        if (FirstSeen.Of(_league.Seed, played, _script) is { } first)
        {
            _shown.Add(first);
        }

        After(played);
        _games.Add(played);
        return played;
    }

    // What is seen of a game before everybody has heard of its new start.
    private SimulatedGame Seen(Reschedule changed, SimulatedGame played)
    {
        if (!changed.IsPostponed)
        {
            _shown.Add(new(DateTimeOffset.MinValue, changed.Announced, played with { Scheduled = changed.Before }));
            return played;
        }

        // Teams had reported and books had opened: who would have played on that day is known, though nobody did.
        var (home, away) = _calledOff[played.Scheduled.Id];
        var listed = played with { Scheduled = changed.Before, Plan = new(played.Scheduled.Id, home.Plan, away.Plan), HomeAbsences = home.Absences, AwayAbsences = away.Absences };
        _shown.Add(new(DateTimeOffset.MinValue, changed.Announced, listed));
        _shown.Add(new(changed.Announced, changed.Dated, listed with { Postponement = Postponement.Open }));
        return played with { Postponement = Postponement.Dated };
    }

    private (TeamPlan Plan, IReadOnlyList<Absence> Absences) Sheet(TeamTricode team, ScheduledGame game, bool away)
    {
        var backToBack = _lastGame.TryGetValue(team, out var last) && last == game.Date.AddDays(-1);
        var dice = Dice.For(_league.Seed, "sheet", game.Id.ToString(), team.Value);
        var scratched = _script.OfGame(FaultKind.LateScratch, game.Id).Select(fault => fault.Player).OfType<PlayerKey>().ToHashSet();
        return TeamSheet.Of(team, _rosters[team], game.Date, backToBack, away, _pace[team], scratched, dice);
    }

    private void After(SimulatedGame game)
    {
        _standings.Add(game);
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            var team = game.Plan.Of(side).Team;
            _lastGame[team] = game.Scheduled.Date;
            var dice = Dice.For(_league.Seed, "after", game.Scheduled.Id.ToString(), team.Value);
            var played = game.Box.Of(side).Where(line => line.Seconds > 0).Select(line => line.Player).ToHashSet();
            foreach (var state in _rosters[team])
            {
                After(state, played.Contains(state.Player), game.Scheduled.Date, dice);
            }
        }
    }

    private static void After(PlayerState state, bool played, GameDate date, Dice dice)
    {
        state.Form = (FormKept * state.Form) + dice.Normal(0, FormDeviation);
        state.Role = 1 + (RoleKept * (state.Role - 1)) + dice.Normal(0, RoleDeviation);
        state.Trust = 1 + (TrustKept * (state.Trust - 1)) + dice.Normal(0, TrustDeviation);
        var (hurt, days) = (dice.Happens(HurtInGame), Ailments.Days(dice));
        var what = Ailments.Injury(dice, days);
        if (played && hurt)
        {
            (state.FitFrom, state.Ailment) = (date.AddDays(1 + days), what);
        }
        else if (state.FitFrom is { } fit && fit.AddDays(4) <= date)
        {
            state.FitFrom = null;
        }
    }

    // Until the deadline in February, now and then two teams exchange players of about the same worth.
    private void Trade(GameDate date)
    {
        var dice = Dice.For(_league.Seed, "trades", date.ToString());
        var open = _league.Size.HasPostseason && (date.Year == _league.Season.StartYear || date is { Month: 1 } or { Month: 2, Day: <= 8 });
        if (!open || !dice.Happens(date is { Month: 2 } ? 0.7 : 0.08))
        {
            return;
        }

        var (one, other) = (dice.One(_league.Size.Teams), dice.One(_league.Size.Teams));
        var place = dice.Between(2, 11);
        if (one != other)
        {
            Exchange(date, one, other, place);
        }
    }

    private void Exchange(GameDate date, TeamTricode one, TeamTricode other, int place)
    {
        var (leaves, comes) = (_rosters[one][place], _rosters[other][place]);
        (_rosters[one][place], _rosters[other][place]) = (comes, leaves);
        _moves.Add(new(date, leaves.Player, one, other));
        _moves.Add(new(date, comes.Player, other, one));
    }
}
