using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>Wins and losses as the league writes them beside a team: of the regular season; of a play-in game that game's; of a playoff game its series'.</summary>
internal sealed class TeamRecords
{
    private readonly Dictionary<(object Part, TeamTricode Team), (int Wins, int Losses)> _records = [];

    /// <summary>The records from the games that are over at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="until">Only games up to this date count; null for all.</param>
    public static TeamRecords At(LeagueMoment moment, GameDate? until = null)
    {
        var records = new TeamRecords();
        foreach (var game in moment.Season.Games.TakeWhile(game => until is not { } last || game.Scheduled.Date <= last))
        {
            if (moment.StatusOf(game) == GameStatus.Final)
            {
                records.Add(game);
            }
        }

        return records;
    }

    /// <summary>The record of a team of a game, with that game once it has been added.</summary>
    public (int Wins, int Losses) Of(SimulatedGame game, TeamTricode team) => _records.GetValueOrDefault((PartOf(game), team));

    /// <summary>The record of a team in the regular season.</summary>
    public (int Wins, int Losses) OfSeason(TeamTricode team) => _records.GetValueOrDefault((SeasonPhase.Regular, team));

    /// <summary>Counts a game that is over.</summary>
    public void Add(SimulatedGame game)
    {
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            var key = (PartOf(game), game.Plan.Of(side).Team);
            var (wins, losses) = _records.GetValueOrDefault(key);
            _records[key] = game.Box.Winner == side ? (wins + 1, losses) : (wins, losses + 1);
        }
    }

    private static object PartOf(SimulatedGame game) => game.Scheduled.Id.Phase switch
    {
        SeasonPhase.Playoffs => (SeasonPhase.Playoffs, game.Scheduled.Id.Number / 10),
        SeasonPhase.PlayIn => (SeasonPhase.PlayIn, game.Scheduled.Id.Number),
        var phase => phase,
    };
}
