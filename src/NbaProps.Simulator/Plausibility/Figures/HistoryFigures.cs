using NbaProps.Simulator.Plausibility.Statistics;

namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>What is a player's own and what changes from game to game, over those with a history.</summary>
internal static class HistoryFigures
{
    private static readonly string Who = FormattableString.Invariant($"one-way random effects over players with {SeasonFacts.FewestGames} games or more");

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("points between players, SD", Who, FigureUnit.Tenths, facts => Math.Sqrt(Components(facts, Points).Between), new(6, 7.4)),
        new("points within a player, SD", "the same", FigureUnit.Tenths, facts => Math.Sqrt(Components(facts, Points).Within), new(5.7, 6.4)),
        new("minutes between players, SD", "the same, of minutes", FigureUnit.Tenths, facts => Math.Sqrt(Components(facts, Minutes).Between), new(7.8, 8.7)),
        new("minutes within a player, SD", "the same", FigureUnit.Tenths, facts => Math.Sqrt(Components(facts, Minutes).Within), new(6.4, 7.2)),
        new("points, autocorrelation", "of a player's points less his season's mean with those of his next game", FigureUnit.Thousandths, facts => OfNeighbours(facts, Points), new(0.06, 0.16)),
        new("minutes, autocorrelation", "the same, of minutes", FigureUnit.Thousandths, facts => OfNeighbours(facts, Minutes), new(0.23, 0.34)),
        new("points with minutes, correlation", "of both less his means, in one game", FigureUnit.Thousandths, PointsWithMinutes, new(0.47, 0.54),
            "A coach here gives minutes by plan, foul trouble and score, and never takes out who misses his shots or leaves in who makes them. Nobody knows a game's minutes before it, so that no feature gains or loses by it."),
        new("points within a player of 20 or more, SD", "players whose mean is 20 points or more", FigureUnit.Tenths, StarDeviation, new(8.0, 9.4)),
    ];

    private static double Points(PlayerGame line) => line.Points;

    private static double Minutes(PlayerGame line) => line.Minutes;

    private static VarianceComponents Components(SeasonFacts facts, Func<PlayerGame, double> figure) => VarianceComponents.Of(Groups(facts, figure));

    private static double OfNeighbours(SeasonFacts facts, Func<PlayerGame, double> figure) => Correlation.OfNeighbours(Groups(facts, figure));

    private static double PointsWithMinutes(SeasonFacts facts) =>
        Correlation.Within(facts.Histories.Select(history => (IReadOnlyList<(double, double)>)[.. history.Select(line => (line.Points, line.Minutes))]));

    private static double StarDeviation(SeasonFacts facts) => Math.Sqrt(VarianceComponents.Of([.. Groups(facts, Points).Where(points => points.Average() >= 20)]).Within);

    private static IReadOnlyList<double>[] Groups(SeasonFacts facts, Func<PlayerGame, double> figure) => [.. facts.Histories.Select(history => history.Select(figure).ToArray())];
}
