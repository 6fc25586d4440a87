using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Odds;

/// <summary>Scheduled games and captures for quotes.</summary>
internal static class OddsGames
{
    /// <summary>The evening of the real sample of The Odds API: Atlanta at Golden State, 10 pm Eastern.</summary>
    public static readonly GameDate Date = new(2024, 1, 24);

    public static NbacScheduleRow Game(GameDate? date = null, string home = "GSW", string away = "ATL", DateTimeOffset? tipOff = null) => GameRows.Scheduled(1) with
    {
        GameDate = date ?? Date,
        GameId = GameId.Parse("0022300620"),
        HomeTeam = TeamTricode.Parse(home),
        AwayTeam = TeamTricode.Parse(away),
        TipOff = tipOff ?? (date ?? Date).At(22),
    };

    public static CapturedPayload Capture(string payload, DateTimeOffset at, DateTimeOffset? asOf = null) =>
        new($"test/{at:yyyyMMddTHHmmssZ}", at, System.Text.Encoding.UTF8.GetBytes(payload), new Dictionary<string, string>()) { AsOf = asOf ?? at };
}
