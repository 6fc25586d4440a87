using System.Globalization;

using NbaProps.Domain.Statistics;

namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>A statistic of a season.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Meaning">How it is reckoned, as far as the name does not say it; may be empty.</param>
/// <param name="Unit">How it is written.</param>
/// <param name="Of">Reckons it.</param>
/// <param name="Accepted">What it may be in a simulated season of any seed.</param>
/// <param name="WhyOff">Where 2022-23 lies outside of <paramref name="Accepted"/>: where the simulator is off, and why that is acceptable. Else null.</param>
internal sealed record Figure(string Name, string Meaning, FigureUnit Unit, Func<SeasonFacts, double> Of, Interval Accepted, string? WhyOff = null)
{
    /// <summary>A value of it as the table writes it.</summary>
    public string Text(double value) => Unit switch
    {
        FigureUnit.Percent => Rounded(100 * value, "0.0"),
        FigureUnit.Tenths => Rounded(value, "0.0"),
        FigureUnit.Hundredths => Rounded(value, "0.00"),
        FigureUnit.Thousandths => Rounded(value, "0.000"),
        _ => throw new ArgumentOutOfRangeException(nameof(value), Unit, "Not a unit."),
    };

    // Without a sign before what rounds to nothing.
    private static string Rounded(double value, string format) => value.ToString($"{format};-{format};{format}", CultureInfo.InvariantCulture);
}

/// <summary>How a figure is written.</summary>
internal enum FigureUnit
{
    /// <summary>A share, in percent with one digit after the point.</summary>
    Percent,

    /// <summary>With one digit after the point.</summary>
    Tenths,

    /// <summary>With two digits after the point.</summary>
    Hundredths,

    /// <summary>With three digits after the point.</summary>
    Thousandths,
}
