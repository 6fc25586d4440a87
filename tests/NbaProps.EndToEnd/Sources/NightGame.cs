using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;

namespace NbaProps.EndToEnd.Sources;

/// <summary>A game of an invented night; it begins at seven in the evening.</summary>
/// <param name="Id">The league's id.</param>
/// <param name="Date">The night.</param>
/// <param name="Home">Who plays at home.</param>
/// <param name="Away">Who visits.</param>
internal sealed record NightGame(string Id, GameDate Date, TeamTricode Home, TeamTricode Away)
{
    /// <summary>Points at the end: those of the one real box score that every game is made from.</summary>
    public const int HomeScore = 110;

    /// <inheritdoc cref="HomeScore"/>
    public const int AwayScore = 107;

    public DateTimeOffset TipOff => Date.At(19);

    /// <summary>The date as yyyyMMdd.</summary>
    public string Day => Date.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Such as 20260211/ATLCHA.</summary>
    public string Code => $"{Day}/{Away}{Home}";

    /// <summary>The number by which ESPN, The Odds API and BettingPros know the game.</summary>
    public int Number => int.Parse(Id[5..], CultureInfo.InvariantCulture);

    /// <summary>By the game clock: whether it is over. A game takes two and a half hours.</summary>
    public bool IsOver(DateTimeOffset now) => now >= TipOff.AddHours(2.5);

    /// <summary>The start in UTC, as most payloads write it.</summary>
    public string Start => Stamp(TipOff);

    public static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Two nights of the same two games, the second a day after the first.</summary>
internal static class Nights
{
    private static readonly (TeamTricode Home, TeamTricode Away)[] Pairs = [(TeamTricode.Parse("CHA"), TeamTricode.Parse("ATL")), (TeamTricode.Parse("BOS"), TeamTricode.Parse("TOR"))];

    public static GameDate First { get; } = new(2026, 2, 10);

    public static GameDate Second { get; } = First.AddDays(1);

    public static IReadOnlyList<NightGame> Games { get; } =
    [
        new("0022500767", First, Pairs[0].Home, Pairs[0].Away), new("0022500768", First, Pairs[1].Home, Pairs[1].Away),
        new("0022500775", Second, Pairs[0].Home, Pairs[0].Away), new("0022500776", Second, Pairs[1].Home, Pairs[1].Away),
    ];

    public static IReadOnlyList<NightGame> Of(GameDate date) => [.. Games.Where(game => game.Date == date)];
}
