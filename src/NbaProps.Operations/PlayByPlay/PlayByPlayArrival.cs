using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.Operations.PlayByPlay;

/// <summary>Whether the plays of a game are there, whose, and since when.</summary>
/// <param name="Game">The game.</param>
/// <param name="Source">What the table calls the source that its plays are from, <c>bigdataball</c> or <c>nbacom_fallback</c>; null when there are none.</param>
/// <param name="FirstAt">When the first plays of the game were captured, of whichever source, UTC; null when there are none.</param>
/// <param name="SourceAt">When those of <paramref name="Source"/> first were, UTC; null when there are none.</param>
/// <param name="Rows">Plays in the table.</param>
/// <param name="LineUpRows">Those of them that say who was on court.</param>
public sealed record PlayByPlayArrival(NbacScheduleRow Game, string? Source, DateTimeOffset? FirstAt, DateTimeOffset? SourceAt, int Rows, int LineUpRows)
{
    private const int DeadlineHour = 12;

    /// <summary>Noon, Eastern time, of the day after the game, UTC.</summary>
    public DateTimeOffset Deadline => Game.GameDate.AddDays(1).At(DeadlineHour);

    /// <summary>Whether the plays were there in time; null while there are none and there is time left.</summary>
    /// <param name="now">The game clock.</param>
    public bool? IsOnTime(DateTimeOffset now) => FirstAt is { } first ? first <= Deadline : now < Deadline ? null : false;
}
