namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>The statuses of those that stand in for the league's report. ESPN and balldontlie say "Day-To-Day" where the league has three words: it stays a word of its own.</summary>
internal static class StandInStatus
{
    // From playing to not playing: of several injuries the gravest decides.
    private static readonly (string Written, string Stored)[] Statuses =
    [
        ("Available", "available"), ("Probable", "probable"), ("Day-To-Day", "day_to_day"), ("Questionable", "questionable"), ("Doubtful", "doubtful"), ("Out", "out"),
    ];

    /// <summary>The words that are known.</summary>
    public static string Accepted { get; } = string.Join(", ", Statuses.Select(status => status.Written));

    /// <summary>The stored name of the gravest; null when one is not known.</summary>
    public static string? Of(IReadOnlyList<string> written)
    {
        var places = written.Select(word => Array.FindIndex(Statuses, status => status.Written.Equals(word, StringComparison.OrdinalIgnoreCase))).ToArray();
        return places.Length > 0 && places.All(place => place >= 0) ? Statuses[places.Max()].Stored : null;
    }
}
