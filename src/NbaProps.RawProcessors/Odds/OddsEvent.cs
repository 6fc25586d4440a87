using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Odds;

/// <summary>An event of The Odds API with its bookmakers, and when it was seen.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Home">Home team; null when it is none of the thirty.</param>
/// <param name="Away">Visiting team; null when it is none of the thirty.</param>
/// <param name="HomeName">Home team as the upstream writes it.</param>
/// <param name="AwayName">Visiting team as the upstream writes it.</param>
/// <param name="Date">US Eastern sports day of the stated start; null when none is stated at all.</param>
/// <param name="CommenceTime">Stated start; null when it is midnight Eastern, the way an unknown one is written.</param>
/// <param name="SeenAt">The snapshot's own timestamp in a historical payload, otherwise when the upstream answered.</param>
/// <param name="Bookmakers">The books' offers.</param>
internal sealed record OddsEvent(
    string Id, TeamTricode? Home, TeamTricode? Away, string HomeName, string AwayName, GameDate? Date, DateTimeOffset? CommenceTime, DateTimeOffset SeenAt, PayloadNode Bookmakers)
{
    /// <summary>The event in words, for findings.</summary>
    public string Name => $"{AwayName} @ {HomeName} ({Id})";

    /// <summary>Reads an event.</summary>
    /// <param name="body">The event.</param>
    /// <param name="seenAt">When it was seen.</param>
    /// <param name="bookmakers">Its books' offers; the event itself where it lists none.</param>
    public static OddsEvent Of(PayloadNode body, DateTimeOffset seenAt, PayloadNode bookmakers)
    {
        var (home, away) = (body.Required("home_team").Text(), body.Required("away_team").Text());
        var (date, commence) = body.Optional("commence_time") is { } start ? EventStart.Of(start, start.Instant()) : (default(GameDate?), default(DateTimeOffset?));
        return new OddsEvent(body.Required("id").Text(), Team(home), Team(away), home, away, date, commence, seenAt, bookmakers);
    }

    private static TeamTricode? Team(string name) => TeamSpellings.TryResolve(TeamSource.OddsApi, name, out var team) ? team : null;
}
