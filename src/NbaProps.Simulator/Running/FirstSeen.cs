using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Running;

/// <summary>What is seen of a game until the league corrects it: one event is given to the wrong player.</summary>
internal static class FirstSeen
{
    /// <summary>What is seen, from the start of the game to the correction; null where nothing was entered wrongly, or it was corrected before the end.</summary>
    /// <param name="seed">The league's.</param>
    /// <param name="game">The game as it was.</param>
    /// <param name="script">What goes wrong.</param>
    public static ShownGame? Of(long seed, SimulatedGame game, FaultScript script)
    {
        if (script.OfGame(FaultKind.StatCorrection, game.Scheduled.Id).FirstOrDefault() is not { Until: { } corrected } fault || corrected <= game.Ended)
        {
            return null;
        }

        var events = GameEngine.Play(seed, game.Plan);
        return WrongEntry.Of(events, fault.Number) is { } wrong
            ? new(game.Scheduled.TipOff, corrected, game with { Box = BoxScore.Of(game.Plan, wrong.In(events)), Entered = wrong })
            : null;
    }
}
