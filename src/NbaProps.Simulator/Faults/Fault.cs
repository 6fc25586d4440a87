using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;

namespace NbaProps.Simulator.Faults;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Feed">The feed's name, or <see cref="Feeds.League"/>.</param>
public sealed record Fault(FaultKind Kind, string Feed)
{
    /// <summary>The game date that it happens to; null for whatever is asked between its instants.</summary>
    public GameDate? Date { get; init; }

    /// <summary>The game; null for all of the date.</summary>
    public GameId? Game { get; init; }

    /// <summary>The player; null where it is no player's.</summary>
    public PlayerKey? Player { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Until when, UTC, this instant no more; null for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many requests it strikes, the first ones in its time; null for all.</summary>
    public int? Requests { get; init; }

    /// <summary>A number of its own, from which its details follow: which field, where it is cut. Zero or more.</summary>
    public int Number { get; init; }

    /// <summary>Whether it lasts at a moment.</summary>
    public bool IsOn(DateTimeOffset now) => now >= From && (Until is not { } until || now < until);

    /// <summary>Whether it strikes a request at a moment, however many it has struck.</summary>
    public bool Strikes(FeedRequest request, DateTimeOffset now) =>
        IsOn(now)
        && string.Equals(request.Feed.Name, Feed, StringComparison.Ordinal)
        && (Date is null || request.Date is null || request.Date == Date)
        && (Game is null || request.Game == Game);

    /// <summary>A line for people: date, feed, kind, whom, from when until when.</summary>
    public override string ToString() => string.Join(
        ' ',
        new[]
        {
            Date?.ToString() ?? "any-date",
            Feed,
            Kind.WordOf(),
            Game?.ToString(),
            Player?.ToString(),
            $"from {(From == DateTimeOffset.MinValue ? "the beginning" : Stamp(From))}",
            Until is { } until ? $"until {Stamp(until)}" : "for ever",
            Requests is { } requests ? string.Create(CultureInfo.InvariantCulture, $"({requests} requests)") : null,
        }.OfType<string>());

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
