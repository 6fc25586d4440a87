using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Schedule;

/// <summary>The games of a whole schedule by team: what a team must have played before a date, so that a history with gaps can be told from one without.</summary>
internal sealed class EarlierGames
{
    private readonly Dictionary<TeamTricode, List<GameDate>> _dates = [];

    /// <summary>Takes a game in. Those that count for no statistics, and those that were postponed, do not count; nor does one whose id is none.</summary>
    public void Add(PayloadNode game, GameDate date)
    {
        if (!GameId.TryParse(game.Optional("gameId") is { Kind: System.Text.Json.JsonValueKind.String } stated ? stated.Text() : null, out var id)
            || id.Phase is not (SeasonPhase.Regular or SeasonPhase.PlayIn or SeasonPhase.Playoffs)
            || SchedulePayload.IsPostponed(game, game.Required("gameStatusText").Text().Trim()))
        {
            return;
        }

        foreach (var side in new[] { game.Required("homeTeam"), game.Required("awayTeam") })
        {
            if (!SchedulePayload.TryTeam(side, out var team))
            {
                continue;
            }

            if (!_dates.TryGetValue(team, out var dates))
            {
                _dates[team] = dates = [];
            }

            dates.Add(date);
        }
    }

    /// <summary>How many games of a team lie before a date.</summary>
    public int Before(GameDate date, TeamTricode team) => _dates.TryGetValue(team, out var dates) ? dates.Count(earlier => earlier < date) : 0;
}
