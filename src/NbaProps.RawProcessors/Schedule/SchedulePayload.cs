using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Nba;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>Reads the league's schedule (scheduleLeagueV2).</summary>
internal static class SchedulePayload
{
    private const string Source = "nba_schedule";
    private const int MostPoints = 300;

    /// <summary>The games of a date, or of all dates, by date and id; left out are the ids of those that are not between two of the thirty teams.</summary>
    public static Reading<NbacScheduleRow> Games(PayloadNode payload, GameDate? date, DateTimeOffset asOf)
    {
        var rows = new SortedDictionary<(GameDate, GameId), NbacScheduleRow>();
        var leftOut = new List<string>();
        var played = new EarlierGames();
        var (any, known) = (false, false);
        foreach (var game in payload.Required("leagueSchedule").Required("gameDates").Items().SelectMany(day => day.Required("games").Items()))
        {
            // A game is on its own date, whatever heading it stands under.
            var own = DateOf(game.Required("gameDateEst"));
            played.Add(game, own);
            (any, known) = (true, known || TryTeam(game.Required("homeTeam"), out _) || TryTeam(game.Required("awayTeam"), out _));
            if (date is not null && own != date)
            {
                continue;
            }

            if (!TryTeam(game.Required("homeTeam"), out var home) || !TryTeam(game.Required("awayTeam"), out var away))
            {
                leftOut.Add(game.Required("gameId").Text());
                continue;
            }

            var row = Row(game, own, home, away, asOf);
            if (!rows.TryAdd((own, row.GameId), row))
            {
                throw new PermanentException($"{payload.File}: game {row.GameId} is listed twice on {own}");
            }
        }

        if (any && !known)
        {
            // Its dates would pass for days without games.
            throw new PermanentException($"{payload.File}: leagueSchedule has games, none of them of one of the thirty teams; accepted are teamTricodes such as BOS");
        }

        return new(
            [.. rows.Values.Select(row => row with { HomeGamesBefore = played.Before(row.GameDate, row.HomeTeam), AwayGamesBefore = played.Before(row.GameDate, row.AwayTeam) })],
            leftOut);
    }

    private static NbacScheduleRow Row(PayloadNode game, GameDate date, TeamTricode home, TeamTricode away, DateTimeOffset asOf)
    {
        var id = game.Required("gameId").Value<GameId>(GameId.TryParse, "a game id of ten digits");
        var status = game.Required("gameStatus");
        var text = game.Required("gameStatusText").Text().Trim();
        var postponed = IsPostponed(game, text);
        var final = (status.Whole() is >= 1 and <= 3 ? status.Whole() : throw status.Refused("1, 2 or 3")) == 3 && !postponed;
        var tipOff = LeagueTipOff.Of(game.Required("gameDateTimeEst"), game.Required("gameDateTimeUTC"), date);
        return new NbacScheduleRow
        {
            GameDate = date,
            GameId = id,
            Season = id.Season,
            SeasonPhase = id.Phase.ToStorageName(),
            GameStatus = status.Whole(),
            GameStatusText = text,
            HomeTeam = home,
            AwayTeam = away,
            HomeScore = final ? game.Required("homeTeam").Optional("score")?.Between(0, MostPoints) : null,
            AwayScore = final ? game.Required("awayTeam").Optional("score")?.Between(0, MostPoints) : null,
            TipOff = tipOff.Instant,
            TipOffAssumed = tipOff.IsAssumed,
            Postponed = postponed,
            HomeGamesBefore = 0,
            AwayGamesBefore = 0,
            NeutralSite = game.Optional("isNeutral")?.Flag() ?? false,
            ArenaName = game.Optional("arenaName")?.Text() is { Length: > 0 } arena ? arena : null,
            Source = Source,
            AsOf = asOf,
        };
    }

    // "A" marks a game that has been given its new date: it will be played.
    internal static bool IsPostponed(PayloadNode game, string statusText) =>
        statusText.Equals("PPD", StringComparison.OrdinalIgnoreCase)
        || string.Equals(game.Optional("postponedStatus")?.Text(), "Y", StringComparison.Ordinal);

    private static GameDate DateOf(PayloadNode node) =>
        GameDate.TryParse(node.Instant().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date) ? date : throw node.Refused("a date from 2007 on");

    // A team that is not known yet has null or another word; one without the field is of a page that has changed.
    internal static bool TryTeam(PayloadNode team, out TeamTricode tricode) =>
        TeamTricode.TryParse(team.IsNull("teamTricode") ? null : team.Required("teamTricode").Text(), out tricode);
}
