using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.Scoreboard;

/// <summary>A game of the league's scoreboard, in whichever form it was sent.</summary>
/// <param name="Date">Sports day.</param>
/// <param name="Id">The league's id.</param>
/// <param name="Status">1 scheduled, 2 live, 3 final, unchecked.</param>
/// <param name="StatusText">Status in words.</param>
/// <param name="Home">Home team.</param>
/// <param name="Away">Visiting team.</param>
/// <param name="HomeScore">Where the home team's points stand, as long as they count or not; null when nowhere.</param>
/// <param name="AwayScore">The same for the visiting team.</param>
/// <param name="TipOff">The start; null when the form does not state it.</param>
internal sealed record ScoreboardGame(
    GameDate Date, GameId Id, PayloadNode Status, string StatusText, TeamTricode Home, TeamTricode Away, PayloadNode? HomeScore, PayloadNode? AwayScore, TipOff? TipOff)
{
    private const int Final = 3;

    /// <summary>Whether a status text means that the game was put off.</summary>
    public static bool IsPostponed(string statusText) => statusText.Equals("PPD", StringComparison.OrdinalIgnoreCase);

    /// <summary>The game as a row.</summary>
    /// <param name="source">Which form it is from.</param>
    /// <param name="asOf">The moment it speaks for.</param>
    public NbacScoreboardRow Row(string source, DateTimeOffset asOf)
    {
        var status = Status.Between(1, Final);
        var postponed = IsPostponed(StatusText);
        var counts = status > 1 && !postponed;
        var home = counts ? HomeScore?.Between(0, 300) : null;
        var away = counts ? AwayScore?.Between(0, 300) : null;
        return new NbacScoreboardRow
        {
            GameDate = Date,
            GameId = Id,
            Season = Id.Season,
            SeasonPhase = Id.Phase.ToStorageName(),
            GameStatus = status,
            GameStatusText = StatusText,
            Postponed = postponed,
            HomeTeam = Home,
            AwayTeam = Away,
            HomeScore = home,
            AwayScore = away,
            Winner = status == Final && home is { } homePoints && away is { } awayPoints ? Winner(homePoints, awayPoints) : null,
            TipOff = TipOff?.Instant,
            TipOffAssumed = TipOff?.IsAssumed ?? false,
            Source = source,
            AsOf = asOf,
        };
    }

    private TeamTricode Winner(int home, int away) => home == away
        ? throw HomeScore!.Value.Refused($"another score than the other team's, since game {Id} is final")
        : home > away ? Home : Away;
}
