namespace NbaProps.Shared.Credits;

/// <summary>What a source that counts credits may be asked in a month.</summary>
/// <param name="Source">Name of the source's section in the configuration.</param>
/// <param name="PerMonth">Credits a month.</param>
/// <param name="ResetDay">Day of the month, 1 to 28, on which the source begins to count anew, UTC.</param>
public sealed record CreditAllowance(string Source, int PerMonth, int ResetDay);

/// <summary>What a scraper's look at a date costs.</summary>
/// <param name="Source">Name of the source's section in the configuration.</param>
/// <param name="PerGame">Credits for each game of the date: markets times regions.</param>
public sealed record CreditCost(string Source, int PerGame);

/// <summary>A month by a source's count.</summary>
/// <param name="From">Its first day, UTC.</param>
/// <param name="To">The first day of the next, UTC.</param>
public readonly record struct CreditMonth(DateOnly From, DateOnly To)
{
    /// <summary>The first instant.</summary>
    public DateTimeOffset Begins => new(From, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The first instant of the next.</summary>
    public DateTimeOffset Ends => new(To, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The month before.</summary>
    public CreditMonth Before => new(From.AddMonths(-1), From);

    /// <summary>The month that an instant falls in.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="resetDay">1 to 28.</param>
    public static CreditMonth Of(DateTimeOffset instant, int resetDay)
    {
        var day = DateOnly.FromDateTime(instant.UtcDateTime);
        var begun = new DateOnly(day.Year, day.Month, resetDay);
        var from = begun <= day ? begun : begun.AddMonths(-1);
        return new CreditMonth(from, from.AddMonths(1));
    }
}
