using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>Whose ball it is and how it came to be theirs, as a game's events are gone through: the league marks shots and points by it.</summary>
internal sealed class PossessionTracker
{
    // A try within as many seconds after a rebound or a steal is a fast break.
    private const int FastSeconds = 5;

    private Start _start;
    private int _clock;
    private bool _again;

    private enum Start
    {
        Other,
        Turnover,
        Steal,
        Rebound,
    }

    /// <summary>Whose ball it is; null while it is nobody's.</summary>
    public Side? Ball { get; private set; }

    /// <summary>Takes the next event in, and says what is to be said of it as a try to score.</summary>
    public ShotMarks Next(PlayEvent play)
    {
        switch (play.Kind)
        {
            case PlayKind.PeriodStart or PlayKind.PeriodEnd:
                Begin(null, Start.Other, play);
                return default;
            case PlayKind.JumpBall:
                Begin(play.Side, Start.Other, play);
                return default;
            case PlayKind.Rebound when play.Offensive == true:
                _again = true;
                return default;
            case PlayKind.Rebound:
                Begin(play.Side, Start.Rebound, play);
                return default;
            case PlayKind.Turnover:
                Begin(play.Side!.Value.Other(), play.Other is null ? Start.Turnover : Start.Steal, play);
                return default;
            case PlayKind.Shot or PlayKind.FreeThrow:
                return Try(play);
            default:
                return default;
        }
    }

    private ShotMarks Try(PlayEvent play)
    {
        // After a basket the ball is the other team's, but a free throw may still belong to it: the next try tells.
        if (play.Side != Ball)
        {
            Begin(play.Side, Start.Other, play);
        }

        return new(
            play.Spot?.Zone is ShotZone.RestrictedArea or ShotZone.Paint,
            _again,
            _start is Start.Turnover or Start.Steal,
            _start is Start.Steal or Start.Rebound && !_again && _clock - play.Clock <= FastSeconds);
    }

    private void Begin(Side? side, Start start, PlayEvent play) => (Ball, _start, _clock, _again) = (side, start, play.Clock, false);
}

/// <summary>How a try to score came about.</summary>
/// <param name="Paint">Out of the paint.</param>
/// <param name="SecondChance">After a rebound of one's own.</param>
/// <param name="FromTurnover">After a ball that the other team lost.</param>
/// <param name="FastBreak">Before the other team was back.</param>
internal readonly record struct ShotMarks(bool Paint, bool SecondChance, bool FromTurnover, bool FastBreak);
