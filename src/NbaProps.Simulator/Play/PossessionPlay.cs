using NbaProps.Simulator.Chance;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>One possession: what happens until the other team has the ball.</summary>
internal sealed class PossessionPlay(GameEngine game, Dice dice)
{
    private const double Turnover = 0.128;
    private const double FoulAwayFromShot = 0.062;
    private const double TeamRebound = 0.10;
    private const double OffensiveAfterShot = 0.242;
    private const double OffensiveAfterFreeThrow = 0.12;
    private const double LooseBallFoul = 0.012;
    private const double TimeoutTaken = 0.055;
    private const int FoulsBeforeBonus = 4;

    private readonly double[] _weights = new double[5];
    private TeamOnCourt _with = null!;
    private TeamOnCourt _against = null!;

    /// <summary>Plays it; whose ball it is afterwards.</summary>
    public Side Play(Side ball)
    {
        _with = game.TeamOf(ball);
        _against = game.TeamOf(ball.Other());
        if (dice.Happens(TimeoutTaken) && _with.TimeoutsLeft > 0 && game.Clock > 5)
        {
            _with.TimeoutsLeft--;
            game.Add(play => play, PlayKind.Timeout, ball);
            game.DeadBall();
        }

        var pace = (_with.Plan.Pace + _against.Plan.Pace) / 2;
        var seconds = (dice.Between(2.5, 11.0) + dice.Between(1.5, 10.7)) / pace;
        while (game.Pass((int)Math.Round(seconds)))
        {
            if (Try() is { } next)
            {
                return next;
            }

            // The ball stays: after a rebound of one's own, a foul without free throws, a loose ball.
            seconds = dice.Between(1.5, 9.0);
        }

        return ball.Other();
    }

    /// <summary>One try; whose ball it is then, or null when the same team keeps it.</summary>
    private Side? Try()
    {
        if (dice.Happens(FoulAwayFromShot))
        {
            return FoulWithoutShot();
        }

        var user = Pick(place => _with.PlayerOf(place).Skills.Usage * _with.PlanOf(place).Role, _with);
        var skills = _with.PlayerOf(user).Skills;
        return dice.Happens(Turnover * skills.Turnovers) ? LoseBall(user) : Shoot(user, skills);
    }

    private Side? FoulWithoutShot()
    {
        var fouler = Pick(place => _against.IsOut(place) ? 0 : _against.PlayerOf(place).Skills.Fouls, _against);
        var fouled = Pick(place => _with.PlayerOf(place).Skills.DrawsFouls, _with);
        var bonus = _against.PeriodFouls >= FoulsBeforeBonus;
        var shooter = _with.PlayerOf(fouled);
        game.Add(play => play with { Player = _against.PlayerOf(fouler), Other = shooter, Foul = FoulKind.Personal }, PlayKind.Foul, _against.Side);
        game.CountFoul(_against, fouler, towardsBonus: true);
        if (!bonus)
        {
            game.DeadBall();
            return null;
        }

        return FreeThrows(shooter, 2);
    }

    private Side? LoseBall(int user)
    {
        var kind = (TurnoverKind)dice.Weighted([0.46, 0.27, 0.09, 0.13, 0.05]);
        var player = _with.PlayerOf(user);
        if (kind == TurnoverKind.OffensiveFoul)
        {
            var drawn = _against.PlayerOf(Pick(_ => 1, _against));
            game.Add(play => play with { Player = player, Other = drawn, Foul = FoulKind.Offensive }, PlayKind.Foul, _with.Side);
            game.Add(play => play with { Player = player, Turnover = kind }, PlayKind.Turnover, _with.Side);
            game.CountFoul(_with, user, towardsBonus: false);
        }
        else
        {
            var stolen = kind is TurnoverKind.BadPass or TurnoverKind.LostBall && dice.Happens(0.705);
            var thief = stolen ? _against.PlayerOf(Pick(place => _against.PlayerOf(place).Skills.Steals, _against)) : null;
            game.Add(
                play => play with { Player = kind == TurnoverKind.ShotClock ? null : player, Other = thief, Turnover = kind }, PlayKind.Turnover, _with.Side);
            if (thief is not null)
            {
                return _against.Side;
            }
        }

        game.DeadBall();
        return _against.Side;
    }

    private Side? Shoot(int user, Skills skills)
    {
        var plan = _with.PlanOf(user);
        var shooter = plan.Player;
        var zone = (ShotZone)dice.Weighted([.. skills.Zones]);
        var defence = _against.Five.Average(place => _against.PlayerOf(place).Skills.Defence);
        var made = dice.Happens(ShotModel.Makes(zone, plan, defence, _with.Plan.Legs, _with.Side == Side.Home, _with.Score - _against.Score));
        var fouled = dice.Happens(ShotModel.FouledOn(zone, made, skills));
        var spot = ShotSpot.In(zone, dice);
        if (fouled)
        {
            return FouledShot(shooter, user, spot, made);
        }

        var other = made ? Assist(user, zone) : Block(zone);
        game.Add(play => play with { Player = shooter, Other = other, Spot = spot, Made = made }, PlayKind.Shot, _with.Side);
        return made ? _against.Side : Rebound(OffensiveAfterShot);
    }

    // A miss on which the shooter is fouled counts as no shot.
    private Side? FouledShot(SimulatedPlayer shooter, int user, ShotSpot spot, bool made)
    {
        if (made)
        {
            var passer = Assist(user, spot.Zone);
            game.Add(play => play with { Player = shooter, Other = passer, Spot = spot, Made = true }, PlayKind.Shot, _with.Side);
        }

        var fouler = Pick(place => _against.IsOut(place) ? 0 : _against.PlayerOf(place).Skills.Fouls, _against);
        game.Add(play => play with { Player = _against.PlayerOf(fouler), Other = shooter, Foul = FoulKind.Shooting }, PlayKind.Foul, _against.Side);
        game.CountFoul(_against, fouler, towardsBonus: true);
        return FreeThrows(shooter, made ? 1 : spot.IsThree ? 3 : 2);
    }

    private Side? FreeThrows(SimulatedPlayer shooter, int of)
    {
        var made = false;
        for (var number = 1; number <= of; number++)
        {
            if (number == of)
            {
                // Before the last one both may change, but who shoots stays.
                game.DeadBall(keep: shooter);
            }

            made = dice.Happens(shooter.Skills.FreeThrow);
            var (throwNumber, goesIn) = (number, made);
            game.Add(play => play with { Player = shooter, FreeThrow = (throwNumber, of), Made = goesIn }, PlayKind.FreeThrow, _with.Side);
        }

        return made ? _against.Side : Rebound(OffensiveAfterFreeThrow);
    }

    private Side? Rebound(double offensiveShare)
    {
        var offensive = dice.Happens(offensiveShare);
        var team = offensive ? _with : _against;
        if (dice.Happens(LooseBallFoul))
        {
            return LooseBall();
        }

        game.Pass(dice.Between(0, 2));
        var catcher = dice.Happens(TeamRebound)
            ? null
            : team.PlayerOf(Pick(place => offensive ? team.PlayerOf(place).Skills.OffensiveRebounds : team.PlayerOf(place).Skills.DefensiveRebounds, team));
        game.Add(play => play with { Player = catcher, Offensive = offensive }, PlayKind.Rebound, team.Side);
        if (catcher is null)
        {
            game.DeadBall();
        }

        return offensive ? null : _against.Side;
    }

    private Side? LooseBall()
    {
        game.Add(play => play with { Offensive = true }, PlayKind.Rebound, _with.Side);
        var fouler = Pick(place => _against.IsOut(place) ? 0 : _against.PlayerOf(place).Skills.Fouls, _against);
        var fouled = _with.PlayerOf(Pick(_ => 1, _with));
        game.Add(play => play with { Player = _against.PlayerOf(fouler), Other = fouled, Foul = FoulKind.LooseBall }, PlayKind.Foul, _against.Side);
        game.CountFoul(_against, fouler, towardsBonus: true);
        game.DeadBall();
        return null;
    }

    private SimulatedPlayer? Assist(int shooter, ShotZone zone)
    {
        var passing = _with.Five.Where(place => place != shooter).Average(place => _with.PlayerOf(place).Skills.Passing);
        return dice.Happens(ShotModel.AssistOf(zone, Math.Min(1.1, 0.6 + (0.4 * passing))))
            ? _with.PlayerOf(Pick(place => place == shooter ? 0 : _with.PlayerOf(place).Skills.Passing, _with))
            : null;
    }

    private SimulatedPlayer? Block(ShotZone zone)
    {
        var blocks = _against.Five.Average(place => _against.PlayerOf(place).Skills.Blocks);
        return dice.Happens(ShotModel.Blocked(zone, blocks)) ? _against.PlayerOf(Pick(place => _against.PlayerOf(place).Skills.Blocks, _against)) : null;
    }

    private int Pick(Func<int, double> weight, TeamOnCourt team)
    {
        for (var i = 0; i < team.Five.Length; i++)
        {
            _weights[i] = weight(team.Five[i]);
        }

        // Five with their last foul: nobody is left to come in, and somebody fouls all the same.
        if (_weights.All(each => each <= 0))
        {
            _weights.AsSpan().Fill(1);
        }

        return team.Five[dice.Weighted(_weights)];
    }
}
