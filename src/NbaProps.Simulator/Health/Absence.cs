using NbaProps.Domain.Injuries;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Health;

/// <summary>Somebody who is, or might have been, missing from a game.</summary>
/// <param name="Player">Who.</param>
/// <param name="Early">What the injury report says of him on the morning of the game; null while he is not on it.</param>
/// <param name="Final">What its last edition before the game says; null when he is not on it.</param>
/// <param name="Reason">Why, in the league's words: "Injury/Illness - Left Knee; Sprain", "Rest", "G League - Two-Way".</param>
/// <param name="Plays">Whether he is active after all.</param>
public sealed record Absence(SimulatedPlayer Player, InjuryStatus? Early, InjuryStatus? Final, string Reason, bool Plays)
{
    /// <summary>Whether no edition of the report knew that he would miss the game: he was not on it, or the last said that he would play.</summary>
    public bool IsLateScratch => !Plays && Final is null or InjuryStatus.Available or InjuryStatus.Probable;
}
