using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>How many come to a game: every source says the same.</summary>
internal static class Crowds
{
    /// <summary>People in the hall, 14,500 to 19,500.</summary>
    public static int Of(SimulatedSeason season, SimulatedGame game) =>
        Dice.For(season.League.Seed, "attendance", game.Scheduled.Id.ToString()).Between(14_500, 19_500);
}
