using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Play;

/// <summary>An event that the scorers gave to the wrong player of the team: a shot made, a rebound, or a pass to a shot made.</summary>
/// <param name="Number">The event's number.</param>
/// <param name="Passer">Whether it is the pass that is wrong; else the shot or the rebound.</param>
/// <param name="As">Whom they gave it to.</param>
public sealed record WrongEntry(int Number, bool Passer, SimulatedPlayer As)
{
    /// <summary>The events as they were entered.</summary>
    /// <param name="events">As they happened.</param>
    public IReadOnlyList<PlayEvent> In(IReadOnlyList<PlayEvent> events) =>
        [.. events.Select(play => play.Number != Number ? play : Passer ? play with { Other = As } : play with { Player = As })];

    /// <summary>One of a game's events, given to somebody else who was on court; null where there is none that can be mistaken.</summary>
    /// <param name="events">As they happened.</param>
    /// <param name="number">What decides which, and to whom: of three numbers one mistakes a rebound, one a pass, one two points.</param>
    public static WrongEntry? Of(IReadOnlyList<PlayEvent> events, int number)
    {
        var can = events.Where((play, place) => (number % 3) switch
        {
            0 => play is { Kind: PlayKind.Rebound, Player: not null },
            1 => play is { Kind: PlayKind.Shot, Made: true, Other: not null },
            _ => play is { Kind: PlayKind.Shot, Points: 2 } && events[Math.Min(place + 1, events.Count - 1)].Kind is not (PlayKind.Foul or PlayKind.FreeThrow),
        }).ToArray();
        if (can.Length == 0)
        {
            return null;
        }

        var wrong = can[number / 3 % can.Length];
        var five = (wrong.Side == Side.Home ? wrong.HomeFive : wrong.AwayFive).Where(player => player != wrong.Player && player != wrong.Other).ToArray();
        return new(wrong.Number, number % 3 == 1, five[number % five.Length]);
    }
}
