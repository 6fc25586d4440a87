using NbaProps.Domain.Statistics;

namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>How good a book's points lines are, and how many it has.</summary>
internal static class LineFigures
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("lines", "of a game that the book lists any for", FigureUnit.Tenths, facts => facts.Lines.Count / (double)facts.Lines.Select(line => line.Game).Distinct().Count(), new(8.4, 9.6)),
        new("line, mean", "points", FigureUnit.Tenths, facts => facts.Lines.Average(line => line.Line.ToDouble()), new(15.2, 16.7)),
        new("line, SD", "points", FigureUnit.Tenths, facts => SampleStatistics.SampleStandardDeviation(facts.Lines.Select(line => line.Line.ToDouble()))!.Value, new(4.3, 6.6),
            "The high lines of stars and the low ones of role players are both rarer here. Nothing in the pipeline asks how far lines lie apart."),
        new("void", "lines on players who did not play", FigureUnit.Percent, facts => facts.Lines.Count(line => line.Points == null) / (double)facts.Lines.Count, new(0.0005, 0.008),
            "Real lines were captured at an unknown minute of the day, these five minutes before the game, when only a late scratch can still make one void. Earlier in the day books here too list some who will be out."),
        new("line error", "points less line, absolute, mean", FigureUnit.Hundredths, facts => Errors(facts).Average(Math.Abs), new(5.0, 5.45)),
        new("line bias", "points less line, mean", FigureUnit.Hundredths, facts => Errors(facts).Average(), new(-0.2, 0.8)),
        new("over", "lines that points were above, of those that they were not equal to", FigureUnit.Percent, Over, new(0.455, 0.514)),
        new("simple bets right", "on the side on which 0.5, 0.3 and 0.2 of the player's mean points of five games, ten and the season lie, where that is more than 2 points from the line", FigureUnit.Percent, SimpleBettor.Right, new(0.465, 0.525)),
        new("book's margin", "both prices' implied probabilities less 1, mean", FigureUnit.Percent, facts => facts.Lines.Average(line => line.Price.Margin), new(0.062, 0.07)),
    ];

    private static double[] Errors(SeasonFacts facts) => [.. facts.Lines.Where(line => line.Points is not null).Select(line => line.Points!.Value - line.Line.ToDouble())];

    private static double Over(SeasonFacts facts)
    {
        var decided = Errors(facts).Where(error => error != 0).ToArray();
        return decided.Count(error => error > 0) / (double)decided.Length;
    }
}
