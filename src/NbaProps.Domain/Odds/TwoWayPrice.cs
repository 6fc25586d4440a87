using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace NbaProps.Domain.Odds;

/// <summary>One bookmaker's prices for both sides of one line.</summary>
/// <param name="Over">The price of more points than the line.</param>
/// <param name="Under">The price of fewer points than the line.</param>
[StructLayout(LayoutKind.Auto)]
[method: JsonConstructor]
public readonly record struct TwoWayPrice(AmericanOdds Over, AmericanOdds Under)
{
    /// <summary>
    /// Overround: the implied probabilities of both sides minus 1. About 0.05 for -110/-110; below zero only when the prices were not
    /// offered together.
    /// </summary>
    [JsonIgnore]
    public double Margin => ImpliedTotal - 1;

    /// <summary>Probability of more points with the margin taken out in proportion: the implied one divided by the sum of both.</summary>
    [JsonIgnore]
    public Probability NoVigOver => new(Over.ImpliedProbability.Value / ImpliedTotal);

    /// <summary>Probability of fewer points with the margin taken out in proportion; 1 minus that of more.</summary>
    [JsonIgnore]
    public Probability NoVigUnder => NoVigOver.Complement;

    /// <summary>
    /// How far the probability of more points without margin is from that of fewer, 0 to 1: twice its distance from 0.5, to the last bit the same
    /// when both prices change places.
    /// </summary>
    [JsonIgnore]
    public double Imbalance => Math.Abs(Over.ImpliedProbability.Value - Under.ImpliedProbability.Value) / ImpliedTotal;

    private double ImpliedTotal => Over.ImpliedProbability.Value + Under.ImpliedProbability.Value;

    /// <summary>The price of a side.</summary>
    public AmericanOdds Price(Side side) => side switch
    {
        Side.Over => Over,
        Side.Under => Under,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Not a side."),
    };

    /// <summary>The probability of a side with the margin taken out in proportion.</summary>
    public Probability NoVig(Side side) => side switch
    {
        Side.Over => NoVigOver,
        Side.Under => NoVigUnder,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Not a side."),
    };

    /// <summary>"-105/-125": over, then under.</summary>
    public override string ToString() => $"{Over}/{Under}";
}
