using System.Globalization;

using NbaProps.Domain.Odds;
using NbaProps.Domain.Predictions;

namespace NbaProps.Predictions.Systems;

/// <summary>What is advised on a prediction, and why.</summary>
/// <param name="Recommendation">The side, or why none.</param>
/// <param name="Edge">Predicted points minus the line; null without either.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record Advice(Recommendation Recommendation, double? Edge, string Reason)
{
    /// <summary>An edge beyond this is taken for a mistake of ours (the wrong player, the wrong line), not for a chance.</summary>
    private const double LargestEdge = 20;

    /// <summary>Holds an outcome against a line.</summary>
    public static Advice On(PredictionSystem system, SystemOutcome outcome, PointsLine? line)
    {
        var advice = (outcome.Points, line) switch
        {
            (null, null) => new Advice(Recommendation.NoLine, null, $"no points line before tip-off; no prediction: {outcome.WhyNone}"),
            (null, _) => new Advice(Recommendation.Pass, null, $"no prediction: {outcome.WhyNone}"),
            (_, null) => new Advice(Recommendation.NoLine, null, "no points line before tip-off"),
            ({ } points, { } against) => OnEdge(system, points - against.ToDouble(), outcome.Confidence!.Value, against),
        };
        return outcome.LeftOut.Count == 0 ? advice : advice with { Reason = $"{advice.Reason}; not known and left out: {string.Join(", ", outcome.LeftOut)}" };
    }

    private static Advice OnEdge(PredictionSystem system, double edge, double confidence, PointsLine line)
    {
        var shown = Text($"edge {edge:+0.00;-0.00;0.00} on {line}");
        if (Math.Abs(edge) > LargestEdge)
            return new(Recommendation.Pass, edge, Text($"{shown} is beyond {LargestEdge}: not plausible"));
        if (!system.Edge.IsPassedBy(Math.Abs(edge)))
            return new(Recommendation.Pass, edge, Text($"{shown} is too small: {Need(system.Edge)} is needed"));
        if (!system.Confidence.IsPassedBy(confidence))
            return new(Recommendation.Pass, edge, Text($"{shown}, confidence {confidence:0.00} is too low: {Need(system.Confidence)} is needed"));
        return new(edge > 0 ? Recommendation.Over : Recommendation.Under, edge, Text($"{shown}, confidence {confidence:0.00}"));
    }

    private static string Need(Threshold threshold) => Text($"{(threshold.Inclusive ? "at least" : "more than")} {threshold.Value}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
