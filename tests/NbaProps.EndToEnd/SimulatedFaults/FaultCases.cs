using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>The rows of the table: faults of transport and payload, each at the first source of every chain.</summary>
internal static class FaultCases
{
    private static readonly Feed[] Firsts =
    [
        Feeds.Schedule, Feeds.Scoreboard, Feeds.PlayerGameLog, Feeds.TeamGameLog, Feeds.Gamebook, Feeds.InjuryReport, Feeds.BigDataBall, Feeds.PlayerList, Feeds.PlayerMovement, Feeds.Referees,
        Feeds.PlayerPoints, Feeds.GameLines,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Of("late", FaultKind.Late),
        new FaultCase("missing", (_, date) => new FaultScript(Firsts.Select(feed => Missing(feed, date)))),
        Of("duplicated", FaultKind.Duplicated),
        Of("truncated", FaultKind.Truncated),
        Of("reordered", FaultKind.Reordered),
        Of("403", FaultKind.Forbidden),
        Of("404", FaultKind.NotFound),
        Of("429", FaultKind.TooManyRequests),
        Of("500", FaultKind.ServerError),
        Of("slow", FaultKind.Slow),
        Of("html", FaultKind.Html),
        Of("renamed field", FaultKind.RenamedField),
        Of("wrong type", FaultKind.WrongType),
    ];

    private static FaultCase Of(string name, FaultKind kind) => new(name, (_, date) => new FaultScript(Firsts.Select(feed => On(feed, kind, date))));

    // From the morning of the day until the morning after the next night: all of the date's moments, none of the next date's.
    private static Fault On(Feed feed, FaultKind kind, GameDate date) => new(kind, feed.Name)
    {
        Date = feed.Scope == FeedScope.Present ? null : date,
        From = date.At(9),
        Until = date.AddDays(1).At(8),
    };

    // What is asked for by date never comes; what states the present is another one's on the next day.
    private static Fault Missing(Feed feed, GameDate date) => feed.Scope == FeedScope.Present ? On(feed, FaultKind.Missing, date) : On(feed, FaultKind.Missing, date) with { Until = null };
}
