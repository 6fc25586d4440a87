using NbaProps.Domain;

namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>
/// Somebody who believes what a player scored of late: half the mean of his last five games, three tenths of the last ten, a fifth of the season's. He bets
/// where that lies more than two points from the line, as moving_average_v1 does before its adjustments. Nobody gets rich by that.
/// </summary>
internal static class SimpleBettor
{
    private const double SmallestEdge = 2;
    private const int FewestGames = 2;

    /// <summary>Share of his bets that are right, of those that are neither void nor returned.</summary>
    public static double Right(SeasonFacts facts)
    {
        var histories = facts.Players.GroupBy(line => line.Player).ToDictionary(player => player.Key, player => player.ToArray());
        var (right, all) = (0, 0);
        foreach (var line in facts.Lines)
        {
            if (line.Played is not { } played || Believes(histories, played) is not { } points)
            {
                continue;
            }

            var (edge, error) = (points - line.Line.ToDouble(), played.Points - line.Line.ToDouble());
            if (Math.Abs(edge) > SmallestEdge && error != 0)
            {
                all++;
                right += edge > 0 == error > 0 ? 1 : 0;
            }
        }

        return right / (double)all;
    }

    private static double? Believes(Dictionary<PlayerKey, PlayerGame[]> histories, PlayerGame played)
    {
        var before = histories[played.Player].TakeWhile(line => line.Date < played.Date).Select(line => line.Points).ToArray();
        return before.Length < FewestGames ? null : (0.5 * before.TakeLast(5).Average()) + (0.3 * before.TakeLast(10).Average()) + (0.2 * before.Average());
    }
}
