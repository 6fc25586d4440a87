using NbaProps.Domain.Calendar;

namespace NbaProps.Archive;

/// <summary>What could be known at a moment. Nothing that is served may come from later.</summary>
/// <param name="Now">The moment.</param>
internal readonly record struct ArchiveMoment(DateTimeOffset Now)
{
    /// <summary>Results of a date are known from its next morning on.</summary>
    public bool KnowsResultsOf(GameDate date) => Now >= date.At(30);

    /// <summary>
    /// The regular season is scheduled long before it begins. Who meets whom in the playoffs is not, so a playoff game is listed from the
    /// first minute of its day on.
    /// </summary>
    public bool KnowsOf(ArchiveGame game) => game.Id.Phase == SeasonPhase.Regular || Now >= game.Date.At(0);

    /// <summary>Lines are offered from the first minute of the date to its tip-off; the files do not tell the minute, so the earliest one counts.</summary>
    public bool SeesLinesOf(GameDate date) => Now >= date.At(0) && Now < TipOff.AssumedFor(date).Instant;
}
