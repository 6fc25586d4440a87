using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>What a game counts for its players and teams, as text that two lists can be compared by.</summary>
internal static class BoxTruth
{
    public static readonly IReadOnlyList<Side> Sides = [Side.Home, Side.Away];

    /// <summary>Requires that what was read is what happened, line by line in any order; of tens of thousands only those that differ are told.</summary>
    public static void Same<T>(IEnumerable<T> read, IEnumerable<T> happened)
        where T : notnull
    {
        var (left, right) = (read.CountBy(line => line).ToHashSet(), happened.CountBy(line => line).ToHashSet());
        left.Except(right).Take(3).ShouldBeEmpty("read and never happened");
        right.Except(left).Take(3).ShouldBeEmpty("happened and not read");
    }

    /// <summary>Those who were on court, be it for no second.</summary>
    public static IEnumerable<PlayerCounts> Players(SimulatedGame game) => game.Box.Players.Where(line => line.Seconds > 0 || Counts(line).Any(letter => letter is >= '1' and <= '9'));

    public static string Who(SimulatedGame game, PlayerCounts line) =>
        $"{game.Scheduled.Id} {line.Player.Id} {line.Player.FullName} {Teams(game, line.Side)}";

    public static string Who(SimulatedGame game, Side side) => $"{game.Scheduled.Id} {Teams(game, side)}";

    public static string Counts(PlayerCounts line) => string.Join(' ', Numbers(line).Append(line.PlusMinus));

    public static string Counts(SimulatedGame game, Side side) => string.Join(
        ' ', Enumerable.Range(0, 14).Select(place => game.Box.Of(side).Sum(line => Numbers(line)[place])).Append(game.Box.ScoreOf(side) - game.Box.ScoreOf(side.Other())));

    private static string Teams(SimulatedGame game, Side side) => $"{game.Plan.Of(side).Team} {game.Plan.Of(side.Other()).Team} {side == Side.Home} {game.Box.Winner == side}";

    private static int[] Numbers(PlayerCounts line) =>
    [
        line.FieldGoalsMade, line.FieldGoalsAttempted, line.ThreesMade, line.ThreesAttempted, line.FreeThrowsMade, line.FreeThrowsAttempted, line.OffensiveRebounds,
        line.DefensiveRebounds, line.Assists, line.Steals, line.Blocks, line.Turnovers, line.Fouls, line.Points,
    ];
}
