using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;

namespace NbaProps.Simulator.Schedule;

/// <summary>Who meets whom where, in no order yet.</summary>
internal static class Pairings
{
    /// <summary>The games of a regular season, each as home and visiting team.</summary>
    public static List<(TeamTricode Home, TeamTricode Away)> Of(LeagueSize size)
    {
        var games = new List<(TeamTricode, TeamTricode)>();
        if (size.Teams.Count == 30)
        {
            Full(games);
        }
        else
        {
            RoundRobins(games, size);
        }

        return games;
    }

    // As the league does: 4 games against each of the division, 4 or 3 against each of the conference, 2 against each of the other.
    private static void Full(List<(TeamTricode, TeamTricode)> games)
    {
        for (var one = 0; one < 6; one++)
        {
            for (var other = one; other < 6; other++)
            {
                for (var i = 0; i < 5; i++)
                {
                    for (var j = one == other ? i + 1 : 0; j < 5; j++)
                    {
                        var (atFirst, atSecond) = Counts(one, other, (j - i + 5) % 5);
                        Add(games, Divisions.All[one][i], Divisions.All[other][j], atFirst, atSecond);
                    }
                }
            }
        }
    }

    // Of a neighbouring division three are met four times and two three times; going around gives each 41 games at home.
    private static (int AtFirst, int AtSecond) Counts(int one, int other, int distance) =>
        one / 3 != other / 3 ? (1, 1) : one == other || distance < 3 ? (2, 2) : distance == 3 ? (2, 1) : (1, 2);

    private static void RoundRobins(List<(TeamTricode, TeamTricode)> games, LeagueSize size)
    {
        for (var i = 0; i < size.Teams.Count; i++)
        {
            for (var j = i + 1; j < size.Teams.Count; j++)
            {
                var each = size.GamesPerTeam / (size.Teams.Count - 1);
                Add(games, size.Teams[i], size.Teams[j], (each + ((i + j) % 2)) / 2, (each + 1 - ((i + j) % 2)) / 2);
            }
        }
    }

    private static void Add(List<(TeamTricode, TeamTricode)> games, TeamTricode one, TeamTricode other, int atOne, int atOther)
    {
        games.AddRange(Enumerable.Repeat((one, other), atOne));
        games.AddRange(Enumerable.Repeat((other, one), atOther));
    }
}
