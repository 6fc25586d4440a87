using System.Globalization;

using NbaProps.Shared.State;

namespace NbaProps.Shared.Credits;

/// <summary>Where a month's credits stand, by the source's own count. Calls may be taken in late, twice and in any order: the outcome is the same.</summary>
public sealed record CreditPosition
{
    // Instances' clocks may differ by this much: within it a lower count is a late one, and not a new beginning.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Name of the source's section in the configuration.</summary>
    public required string Upstream { get; init; }

    /// <summary>First day of the month, UTC.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Credits used; null while the source has not said.</summary>
    public int? Used { get; init; }

    /// <summary>Credits left when that many were used; null while the source has not said.</summary>
    public int? Remaining { get; init; }

    /// <summary>When the newest answer that counts came, wall clock, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When the source last refused a call because none are left, wall clock, UTC; null when it has not, or has answered another since.</summary>
    public DateTimeOffset? ExhaustedAt { get; init; }

    /// <summary>The position after a call; the same one when the call says nothing newer.</summary>
    internal static CreditPosition? After(CreditPosition? known, MeteredCall call, DateOnly from)
    {
        var counted = Counted(known, call, from);
        if (call.IsExhausted)
        {
            counted ??= new CreditPosition { Upstream = call.Upstream, From = from, SeenAt = call.AnsweredAt };
            var isLate = counted.ExhaustedAt >= call.AnsweredAt || (counted.SeenAt > call.AnsweredAt && counted.Remaining > 0);
            return isLate ? counted : counted with { ExhaustedAt = call.AnsweredAt };
        }

        // One that was paid for: what is free is answered all the same.
        return counted is { ExhaustedAt: { } at } && call.Last > 0 && call.CalledAt > at ? counted with { ExhaustedAt = null } : counted;
    }

    /// <summary>Where a month's document lives.</summary>
    internal static DocumentPath PathOf(string upstream, DateOnly from) =>
        new("credits", string.Create(CultureInfo.InvariantCulture, $"{upstream}|{from:yyyy-MM-dd}"));

    /// <summary>A month's position; null when the source has not been asked in it.</summary>
    public static async Task<CreditPosition?> FindAsync(IStateStore state, string upstream, CreditMonth month, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(PathOf(upstream, month.From), cancellationToken);
        return read.Document is { } stored ? StateJson.Read<CreditPosition>(stored.Json) : null;
    }

    private static CreditPosition? Counted(CreditPosition? known, MeteredCall call, DateOnly from)
    {
        if (call.Used is not { } used)
        {
            return known;
        }

        var fresh = new CreditPosition { Upstream = call.Upstream, From = from, Used = used, Remaining = call.Remaining, SeenAt = call.AnsweredAt };
        if (known?.Used is not { } before)
        {
            return fresh with { ExhaustedAt = known?.ExhaustedAt };
        }

        // Fewer, by a call that began long after: the source has begun to count anew, such as for a plan that was renewed.
        if (used < before)
        {
            return call.CalledAt > known.SeenAt + Skew ? fresh : known;
        }

        var seenAt = call.AnsweredAt > known.SeenAt ? call.AnsweredAt : known.SeenAt;
        return known with { Used = used, Remaining = used > before ? call.Remaining : call.Remaining ?? known.Remaining, SeenAt = seenAt };
    }
}
