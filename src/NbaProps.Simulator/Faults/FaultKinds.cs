using System.Collections.Frozen;

namespace NbaProps.Simulator.Faults;

/// <summary>The kinds of faults by the words that rates name them with, what each happens to, and the feeds that can have it.</summary>
public static class FaultKinds
{
    private static readonly string[] Quoted = [Feeds.PlayerPoints.Name, Feeds.BettingPros.Name];
    private static readonly string[] Boxed = [Feeds.PlayerGameLog.Name, Feeds.BoxScoreCdn.Name, Feeds.BoxScoreEspn.Name, Feeds.BoxScoresBallDontLie.Name];
    private static readonly string[] OfTheLeague = [Feeds.League];
    private static readonly string[] Any = [.. Feeds.All.Select(feed => feed.Name)];

    private static readonly (FaultKind Kind, string Word, FaultSubject Subject, string[] Feeds)[] Table =
    [
        (FaultKind.Late, "late", FaultSubject.Feed, Any),
        (FaultKind.Missing, "missing", FaultSubject.Feed, Any),
        (FaultKind.Duplicated, "duplicated", FaultSubject.Feed, Any),
        (FaultKind.Truncated, "truncated", FaultSubject.Feed, Any),
        (FaultKind.Reordered, "reordered", FaultSubject.Feed, Any),
        (FaultKind.Forbidden, "403", FaultSubject.Feed, Any),
        (FaultKind.NotFound, "404", FaultSubject.Feed, Any),
        (FaultKind.TooManyRequests, "429", FaultSubject.Feed, Any),
        (FaultKind.ServerError, "500", FaultSubject.Feed, Any),
        (FaultKind.Slow, "slow", FaultSubject.Feed, Any),
        (FaultKind.Html, "html", FaultSubject.Feed, Any),
        (FaultKind.RenamedField, "renamed-field", FaultSubject.Feed, Any),
        (FaultKind.WrongType, "wrong-type", FaultSubject.Feed, Any),
        (FaultKind.Postponed, "postponed", FaultSubject.Game, OfTheLeague),
        (FaultKind.Moved, "moved", FaultSubject.Game, OfTheLeague),
        (FaultKind.LateScratch, "late-scratch", FaultSubject.PlayerGame, OfTheLeague),
        (FaultKind.MisspeltName, "misspelt-name", FaultSubject.PlayerGame, Quoted),
        (FaultKind.LateQuote, "late-quote", FaultSubject.Game, Quoted),
        (FaultKind.PlaceholderRows, "placeholder-rows", FaultSubject.Game, Boxed),
        (FaultKind.StatCorrection, "stat-correction", FaultSubject.Game, OfTheLeague),
    ];

    private static readonly FrozenDictionary<string, FaultKind> ByWord = Table.ToFrozenDictionary(row => row.Word, row => row.Kind, StringComparer.Ordinal);

    /// <summary>The words, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Table.Select(row => row.Word)];

    /// <summary>The word of a kind, such as <c>wrong-type</c> or <c>500</c>.</summary>
    public static string WordOf(this FaultKind kind) => Table[(int)kind - 1].Word;

    /// <summary>What it happens to.</summary>
    public static FaultSubject SubjectOf(this FaultKind kind) => Table[(int)kind - 1].Subject;

    /// <summary>The feeds that can have it, <see cref="Feeds.League"/> where it happens to the league and all feeds show it.</summary>
    public static IReadOnlyList<string> FeedsOf(this FaultKind kind) => Table[(int)kind - 1].Feeds;

    /// <summary>The kind of a word; null for no kind's.</summary>
    public static FaultKind? OfWord(string word) => ByWord.TryGetValue(word, out var kind) ? kind : null;
}
