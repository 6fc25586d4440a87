using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Chance;
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
    private readonly Dictionary<TeamTricode, List<PlayerState>> _rosters;
    private readonly Dictionary<TeamTricode, GameDate> _lastGame = [];
    private readonly Dictionary<TeamTricode, double> _pace;
    private readonly Standings _standings;
    private readonly List<SimulatedGame> _games = [];
    private readonly List<Move> _moves = [];

    public SeasonRun(SimulatedLeague league)
    {
        _league = league;
        _rosters = league.Rosters.ToDictionary(roster => roster.Key, roster => roster.Value.Select(player => new PlayerState(player)).ToList());
        _pace = league.Size.Teams.ToDictionary(team => team, team => Dice.For(league.Seed, "pace", team.Value).Normal(1, 0.022));
        _standings = new Standings(league.Size.Teams);
    }

    public SimulatedSeason Play()
    {
        foreach (var day in RegularSeason.Of(_league).GroupBy(game => game.Date))
        {
            Trade(day.Key);
            foreach (var game in day)
            {
                PlayGame(game);
            }
        }

        if (_league.Size.HasPostseason)
        {
            new Postseason(_league.Season, _standings, PlayGame).Play(_games[^1].Scheduled.Date.AddDays(2));
        }

        return new SimulatedSeason(_league, [.. _games.OrderBy(game => game.Scheduled.Date).ThenBy(game => game.Scheduled.Id)], _moves);
    }

    private SimulatedGame PlayGame(ScheduledGame game)
    {
        var (home, homeAbsences) = Sheet(game.Home, game, away: false);
        var (away, awayAbsences) = Sheet(game.Away, game, away: true);
        var plan = new GamePlan(game.Id, home, away);
        var box = BoxScore.Of(plan, GameEngine.Play(_league.Seed, plan));
        var played = new SimulatedGame(game, plan, box, homeAbsences, awayAbsences);
        After(played);
        _games.Add(played);
        return played;
    }

    private (TeamPlan Plan, IReadOnlyList<Absence> Absences) Sheet(TeamTricode team, ScheduledGame game, bool away)
    {
        var backToBack = _lastGame.TryGetValue(team, out var last) && last == game.Date.AddDays(-1);
        var dice = Dice.For(_league.Seed, "sheet", game.Id.ToString(), team.Value);
        return TeamSheet.Of(team, _rosters[team], game.Date, backToBack, away, _pace[team], dice);
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
