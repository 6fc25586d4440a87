using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors;

/// <summary>An event of The Odds API with its bookmakers, and when it was seen.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Home">Home team; null when it is none of the thirty.</param>
/// <param name="Away">Visiting team; null when it is none of the thirty.</param>
/// <param name="Name">The event in words, for findings.</param>
/// <param name="CommenceTime">Stated start; null when it is midnight Eastern, the way an unknown one is written.</param>
/// <param name="SeenAt">The snapshot's own timestamp in a historical payload, otherwise when the upstream answered.</param>
/// <param name="AsOf">The moment of the game day that it was fetched for.</param>
/// <param name="Bookmakers">The books' offers.</param>
internal sealed record OddsEvent(
    string Id, TeamTricode? Home, TeamTricode? Away, string Name, DateTimeOffset? CommenceTime, DateTimeOffset SeenAt, DateTimeOffset AsOf, PayloadNode Bookmakers)
{
    /// <summary>The event that a payload carries; null for a list of events, which has no odds.</summary>
    /// <exception cref="PermanentException">It is neither, bare or in the wrapper of the historical form.</exception>
    public static OddsEvent? Of(PayloadNode payload, CapturedPayload capture)
    {
        var body = payload.Optional("data") ?? payload;
        if (body.Kind == JsonValueKind.Array)
        {
            return null;
        }

        if (body.Optional("bookmakers") is not { } bookmakers)
        {
            throw new PermanentException(
                $"{payload.File}: is neither a list of events nor an event with bookmakers, bare or as data of a snapshot: {OneLine.Of(payload.Element.GetRawText(), 80)}");
        }

        var (home, away) = (body.Required("home_team").Text(), body.Required("away_team").Text());
        var id = body.Required("id").Text();
        return new OddsEvent(
            id,
            Team(home),
            Team(away),
            $"{away} @ {home} ({id})",
            body.Optional("commence_time") is { } commence ? Known(commence) : null,
            payload.Optional("timestamp")?.Instant() ?? capture.CapturedAt,
            capture.AsOf,
            bookmakers);
    }

    private static TeamTricode? Team(string name) => TeamSpellings.TryResolve(TeamSource.OddsApi, name, out var team) ? team : null;

    private static DateTimeOffset? Known(PayloadNode commence) => commence.SportsDay().At(0) == commence.Instant() ? null : commence.Instant();
}
