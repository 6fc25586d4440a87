using System.Diagnostics.CodeAnalysis;
using NbaProps.Domain.Calendar;

namespace NbaProps.Domain.Odds;

/// <summary>
/// A bookmaker's line as it stood before the game. It cannot be made from a quote captured at or after tip-off, so whatever takes one
/// cannot look ahead.
/// </summary>
public sealed record PregameQuote
{
    private PregameQuote(PointsLine line, TwoWayPrice? price, string bookmaker, DateTimeOffset capturedAt, bool captureAssumed, TipOff tipOff)
        => (Line, Price, Bookmaker, CapturedAt, CaptureAssumed, TipOff) = (line, price, bookmaker, capturedAt, captureAssumed, tipOff);

    /// <summary>The points a bet is over or under.</summary>
    public PointsLine Line { get; }

    /// <summary>Both prices; null when the source gave the line without them.</summary>
    public TwoWayPrice? Price { get; }

    /// <summary>The bookmaker's key as the source writes it, such as <c>draftkings</c>.</summary>
    public string Bookmaker { get; }

    /// <summary>When the quote was on offer, in UTC.</summary>
    public DateTimeOffset CapturedAt { get; }

    /// <summary>Whether the source gave no capture time, so that <see cref="CapturedAt"/> is only some moment before tip-off.</summary>
    public bool CaptureAssumed { get; }

    /// <summary>The start of the game.</summary>
    public TipOff TipOff { get; }

    /// <summary>Minutes from capture to tip-off, above zero; null when either moment is assumed, because their difference then means nothing.</summary>
    public double? MinutesBeforeTipOff => CaptureAssumed || TipOff.IsAssumed ? null : (TipOff.Instant - CapturedAt).TotalMinutes;

    /// <summary>Makes a quote; false when it was captured at or after tip-off.</summary>
    /// <param name="line">The points a bet is over or under.</param>
    /// <param name="price">Both prices, or null when not known.</param>
    /// <param name="bookmaker">The bookmaker's key; not blank.</param>
    /// <param name="capturedAt">When the quote was on offer.</param>
    /// <param name="captureAssumed">Whether that moment is assumed.</param>
    /// <param name="tipOff">The start of the game.</param>
    /// <param name="quote">The quote, or null.</param>
    /// <exception cref="ArgumentException">The bookmaker is blank, or the line was never given a value.</exception>
    public static bool TryCreate(
        PointsLine line,
        TwoWayPrice? price,
        string bookmaker,
        DateTimeOffset capturedAt,
        bool captureAssumed,
        TipOff tipOff,
        [NotNullWhen(true)] out PregameQuote? quote)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(bookmaker);
        if (line == default)
            throw new ArgumentException("The line was never given a value.", nameof(line));

        quote = capturedAt < tipOff.Instant
            ? new PregameQuote(line, price, bookmaker, capturedAt.ToUniversalTime(), captureAssumed, tipOff)
            : null;
        return quote is not null;
    }
}
