using System.Globalization;

using NbaProps.Domain.Calendar;

namespace NbaProps.Operations.Lines;

/// <summary>How many games of a date had a points line before they began, of whichever book and player.</summary>
/// <param name="Date">The date.</param>
/// <param name="Games">Games that were played for the record.</param>
/// <param name="WithLines">Those of them that had one.</param>
public sealed record LineCoverage(GameDate Date, int Games, int WithLines)
{
    /// <summary>The share of games below which a date counts as one without lines: books leave out a game now and then, and never most of them.</summary>
    public const double Wanted = 0.5;

    /// <summary>Whether fewer than wanted had any.</summary>
    public bool IsMissed => WithLines < Wanted * Games;

    /// <summary>In words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date}: {WithLines} of {Games}");
}
