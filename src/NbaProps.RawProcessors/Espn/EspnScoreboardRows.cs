using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.Espn;

/// <summary>ESPN's scoreboard as rows of the league's, once its games are known from the schedule.</summary>
internal static class EspnScoreboardRows
{
    /// <summary>The rows of a date; left out are games that the schedule does not have, and those whose status is none of the league's.</summary>
    /// <param name="reading">The scoreboard.</param>
    /// <param name="schedule">The date's games.</param>
    /// <param name="date">The date.</param>
    /// <param name="asOf">The moment that the rows speak for, UTC.</param>
    public static Reading<NbacScoreboardRow> Of(Reading<EspnScoreboardLine> reading, IReadOnlyList<NbacScheduleRow> schedule, GameDate date, DateTimeOffset asOf)
    {
        var games = EspnGames.Of(reading, date);
        var byTeams = schedule.ToLookup(game => (game.HomeTeam, game.AwayTeam));
        var rows = new List<NbacScoreboardRow>();
        var leftOut = new List<string>(games.Unclear);
        foreach (var (teams, (game, status)) in games.ByTeams)
        {
            if (byTeams[teams].ToArray() is [var scheduled])
            {
                rows.Add(Row(game, status, scheduled, asOf));
            }
            else
            {
                leftOut.Add($"ESPN's {EspnGames.Name(game)} is not the schedule's");
            }
        }

        return new([.. rows.OrderBy(row => row.GameId)], leftOut);
    }

    private static NbacScoreboardRow Row(EspnScoreboardLine game, EspnStatus status, NbacScheduleRow scheduled, DateTimeOffset asOf) => new()
    {
        GameDate = scheduled.GameDate,
        GameId = scheduled.GameId,
        Season = scheduled.Season,
        SeasonPhase = scheduled.SeasonPhase,
        GameStatus = status.GameStatus,
        GameStatusText = status.Text,
        Postponed = status.Postponed,
        HomeTeam = game.HomeTeam,
        AwayTeam = game.AwayTeam,
        HomeScore = status.GameStatus > 1 ? game.HomeScore : null,
        AwayScore = status.GameStatus > 1 ? game.AwayScore : null,
        Winner = status.GameStatus == 3 ? game.Winner : null,
        TipOff = game.TipOff,
        TipOffAssumed = game.TipOffAssumed,
        Source = EspnStatus.Source,
        AsOf = asOf,
    };
}
