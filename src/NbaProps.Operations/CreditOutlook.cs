using System.Globalization;

using NbaProps.Shared.Credits;

namespace NbaProps.Operations;

/// <summary>Where a source's credits stand in a month, and what the rest of it will need.</summary>
/// <param name="Allowance">What may be used.</param>
/// <param name="Month">The month.</param>
/// <param name="Position">What is used; null when the source has not been asked in the month.</param>
/// <param name="Needed">What the rest of the month's triggers cost by the schedule; null when no schedule is there.</param>
public sealed record CreditOutlook(CreditAllowance Allowance, CreditMonth Month, CreditPosition? Position, int? Needed)
{
    private const double Alarm = 0.8;

    /// <summary>Credits of the month: the configured ones, or what the source itself says where that is less.</summary>
    public int Limit => Position is { Used: { } used, Remaining: { } remaining } ? (int)Math.Min(Allowance.PerMonth, (long)used + remaining) : Allowance.PerMonth;

    /// <summary>Credits used.</summary>
    public int Used => Position?.Used ?? 0;

    /// <summary>Credits left; zero when the source refused for want of any.</summary>
    public int Left => IsExhausted ? 0 : Math.Max(0, Limit - Used);

    /// <summary>Whether the source refused for want of credits.</summary>
    public bool IsExhausted => Position?.ExhaustedAt is not null;

    /// <summary>Whether four fifths are used.</summary>
    public bool IsLow => Used >= Alarm * Limit;

    /// <summary>Whether the rest of the month needs more than is left; false while what it needs is not known.</summary>
    public bool IsTooLittle => Needed > Left;

    /// <summary>Whether a person is to know.</summary>
    public bool IsTrouble => IsExhausted || IsLow || IsTooLittle;

    /// <summary>In a sentence.</summary>
    public override string ToString()
    {
        var used = string.Create(CultureInfo.InvariantCulture, $"{Used:N0} of {Limit:N0} credits of the month from {Month.From:yyyy-MM-dd} are used, {Left:N0} are left");
        var needed = Needed is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"until {Month.To:yyyy-MM-dd} {count:N0} are needed")
            : "what the rest of the month needs is not known while no schedule is captured";
        var seen = Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"last seen {position.SeenAt:u}") : "not asked yet in the month";
        return $"{used}; {needed}; {seen}{(IsExhausted ? "; the source refuses for want of credits" : string.Empty)}.";
    }
}
