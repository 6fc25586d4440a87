namespace NbaProps.EndToEnd;

/// <summary>A game day of 2022-23 by the published log and the published lines.</summary>
/// <param name="Date">The game date.</param>
/// <param name="Until">The date after it, with which its results are complete.</param>
/// <param name="Players">Lines in the log of players.</param>
/// <param name="Points">What they scored together.</param>
/// <param name="Lines">Players with a line for points.</param>
/// <param name="DidNotPlay">Who of them is not in the log, by name.</param>
/// <param name="DoncicLine">Luka Doncic's line, in points.</param>
/// <param name="DoncicPoints">What he scored.</param>
/// <param name="LeastPicks">A side taken in all games until then: at least so often.</param>
public sealed record KnownDay(string Date, string Until, int Players, int Points, int Lines, IReadOnlyList<string> DidNotPlay, double DoncicLine, long DoncicPoints, int LeastPicks);
