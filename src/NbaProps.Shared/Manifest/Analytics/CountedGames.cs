using NbaProps.Domain.Calendar;

namespace NbaProps.Shared.Manifest.Analytics;

/// <summary>Which games count towards form, rest and ratings, and which are predicted: all but preseason and All-Star games.</summary>
public static class CountedGames
{
    /// <summary>Whether games of a season phase count.</summary>
    /// <param name="seasonPhase">The stored name of the phase.</param>
    public static bool Counts(string seasonPhase) => SeasonPhases.Parse(seasonPhase) is not (SeasonPhase.Preseason or SeasonPhase.AllStar);
}
