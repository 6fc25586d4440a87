using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>Plays games, possession by possession. The events are all there is: box scores and scores are counted from them.</summary>
internal sealed class GameEngine
{
    private readonly Dice _dice;
    private readonly TeamOnCourt _home;
    private readonly TeamOnCourt _away;
    private readonly List<PlayEvent> _events = new(520);
    private readonly PossessionPlay _possessions;
    private int _period;
    private int _clock;

    private GameEngine(long seed, GamePlan plan)
    {
        _dice = Dice.For(seed, "game", plan.Id.ToString());
        _home = new TeamOnCourt(plan.Home, Side.Home);
        _away = new TeamOnCourt(plan.Away, Side.Away);
        _possessions = new PossessionPlay(this, _dice);
    }

    /// <summary>Seconds that remain of the period.</summary>
    public int Clock => _clock;

    /// <summary>The period, overtimes from 5.</summary>
    public int Period => _period;

    /// <summary>Plays a game.</summary>
    /// <param name="seed">The league's seed.</param>
    /// <param name="plan">What the game follows from.</param>
    public static IReadOnlyList<PlayEvent> Play(long seed, GamePlan plan)
    {
        var game = new GameEngine(seed, plan);
        game.Play();
        return game._events;
    }

    public TeamOnCourt TeamOf(Side side) => side == Side.Home ? _home : _away;

    /// <summary>Lets time pass, but no more than the period has; whether any is left.</summary>
    public bool Pass(int seconds)
    {
        var passed = Math.Min(seconds, _clock);
        _clock -= passed;
        _home.Pass(passed);
        _away.Pass(passed);
        return _clock > 0;
    }

    /// <summary>Adds an event; what the caller leaves out is as the game stands.</summary>
    public void Add(Func<PlayEvent, PlayEvent> fill, PlayKind kind, Side? side)
    {
        var happened = fill(new PlayEvent
        {
            Number = _events.Count + 1,
            Kind = kind,
            Side = side,
            Period = _period,
            Clock = _clock,
            HomeScore = _home.Score,
            AwayScore = _away.Score,
            HomeFive = _home.Players,
            AwayFive = _away.Players,
        });
        if (happened.Points > 0)
        {
            TeamOf(side!.Value).Score += happened.Points;
            happened = happened with { HomeScore = _home.Score, AwayScore = _away.Score };
        }

        _events.Add(happened);
    }

    /// <summary>The ball is dead: coaches may change.</summary>
    /// <param name="keep">Who stays whatever they mean: he shoots the next free throw.</param>
    public void DeadBall(SimulatedPlayer? keep = null)
    {
        foreach (var team in new[] { _away, _home })
        {
            foreach (var (leaves, enters) in Rotation.Changes(team, team.Score - TeamOf(team.Side.Other()).Score, _period, _clock, _dice).Where(change => team.PlayerOf(change.Leaves) != keep))
            {
                Substitute(team, leaves, enters);
            }
        }
    }

    /// <summary>Counts a foul, and takes him out whose last it was.</summary>
    public void CountFoul(TeamOnCourt team, int place, bool towardsBonus)
    {
        team.PeriodFouls += towardsBonus ? 1 : 0;
        if (team.Foul(place) && team.IsOnCourt(place) && Rotation.InsteadOf(team) is { } enters)
        {
            Substitute(team, place, enters);
        }
    }

    private void Substitute(TeamOnCourt team, int leaves, int enters)
    {
        team.Replace(leaves, enters);
        Add(play => play with { Player = team.PlayerOf(leaves), Other = team.PlayerOf(enters) }, PlayKind.Substitution, team.Side);
    }

    private void Play()
    {
        var first = Side.Home;
        for (_period = 1; _period <= 4 || _home.Score == _away.Score; _period++)
        {
            _clock = PlayEvent.PeriodLength(_period);
            (_home.PeriodFouls, _away.PeriodFouls) = (0, 0);
            if (_period > 1)
            {
                DeadBall();
            }

            Add(play => play, PlayKind.PeriodStart, null);

            // Who lost the first jump has the ball at the second and third quarter's beginning, who won it at the fourth's.
            var ball = _period is 1 or > 4 ? Jump() : _period == 4 ? first : first.Other();
            first = _period == 1 ? ball : first;
            while (_clock > 0)
            {
                ball = _possessions.Play(ball);
            }

            Add(play => play, PlayKind.PeriodEnd, null);
        }
    }

    private Side Jump()
    {
        var (home, away) = (Tallest(_home), Tallest(_away));
        var winner = TeamOf(_dice.Happens(0.5) ? Side.Home : Side.Away);
        var receiver = _dice.One(winner.Five.Select(winner.PlayerOf).Where(player => player != home && player != away).ToArray());
        Add(play => play with { Player = home, Other = away, Receiver = receiver }, PlayKind.JumpBall, winner.Side);
        return winner.Side;
    }

    private static SimulatedPlayer Tallest(TeamOnCourt team) =>
        team.Players.OrderByDescending(player => player.HeightInches).ThenBy(player => player.Id).First();
}
