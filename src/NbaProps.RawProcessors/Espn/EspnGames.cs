using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.Formats;

namespace NbaProps.RawProcessors.Espn;

/// <summary>The date's games of ESPN's scoreboard, by their teams: it has no ids of the league's.</summary>
/// <param name="ByTeams">Those whose status is one of the league's, one for each pair of teams.</param>
/// <param name="Unclear">The others, each with its reason.</param>
internal sealed record EspnGames(IReadOnlyDictionary<(TeamTricode Home, TeamTricode Away), (EspnScoreboardLine Game, EspnStatus Status)> ByTeams, IReadOnlyList<string> Unclear)
{
    /// <summary>The games of a date; those of other dates are not its own.</summary>
    public static EspnGames Of(Reading<EspnScoreboardLine> reading, GameDate date)
    {
        var byTeams = new Dictionary<(TeamTricode Home, TeamTricode Away), (EspnScoreboardLine, EspnStatus)>();
        var unclear = new List<string>();
        foreach (var pair in reading.Rows.Where(game => game.GameDate == date).GroupBy(game => (game.HomeTeam, game.AwayTeam)))
        {
            if (pair.Skip(1).Any())
            {
                unclear.Add($"ESPN lists {Name(pair.First())} more than once");
            }
            else if (EspnStatus.Of(pair.First()) is { } status)
            {
                byTeams.Add(pair.Key, (pair.First(), status));
            }
            else
            {
                unclear.Add($"ESPN's {Name(pair.First())} is {pair.First().Status}, which the league has no word for");
            }
        }

        return new(byTeams, unclear);
    }

    /// <summary>A game in words, for findings.</summary>
    public static string Name(EspnScoreboardLine game) => $"{game.AwayTeam} @ {game.HomeTeam} ({game.EspnGameId})";
}
