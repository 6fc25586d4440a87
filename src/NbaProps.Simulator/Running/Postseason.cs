using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Running;

/// <summary>Play-in and playoffs: a game follows from how those before it ended, so nobody knows of it earlier.</summary>
internal sealed class Postseason
{
    private const int GamesToWin = 4;

    // Who plays at home, of the better team: 2-2-1-1-1.
    private static readonly bool[] BetterAtHome = [true, true, false, false, true, false, true];

    // Seeds that meet in the first round, in the order that makes neighbours meet in the next.
    private static readonly (int Better, int Worse)[] FirstRound = [(0, 7), (3, 4), (2, 5), (1, 6)];

    private readonly Season _season;
    private readonly Standings _standings;
    private readonly Func<ScheduledGame, SimulatedGame> _play;

    public Postseason(Season season, Standings standings, Func<ScheduledGame, SimulatedGame> play)
    {
        _season = season;
        _standings = standings;
        _play = play;
    }

    /// <summary>Plays all of it.</summary>
    /// <param name="first">The day of the first play-in game.</param>
    public void Play(GameDate first)
    {
        var conferences = new[] { true, false }.Select(east => _standings.Of(east)).ToArray();
        var seeds = PlayIn(conferences, first);
        var date = first.AddDays(5);
        var series = seeds.SelectMany(teams => FirstRound.Select(pair => (teams[pair.Better], teams[pair.Worse]))).ToList();
        for (var round = 1; series.Count > 0; round++)
        {
            var (winners, ended) = Round(round, series, date);
            series = [.. winners.Chunk(2).Where(pair => pair.Length == 2).Select(pair => _standings.IsAbove(pair[0], pair[1]) ? (pair[0], pair[1]) : (pair[1], pair[0]))];
            date = ended.AddDays(2);
        }
    }

    // Seventh against eighth for the seventh place; ninth against tenth, and its winner against the loser, for the eighth.
    private IReadOnlyList<TeamTricode>[] PlayIn(IReadOnlyList<TeamTricode>[] conferences, GameDate first)
    {
        var number = 100;
        TeamTricode Winner(TeamTricode home, TeamTricode away, GameDate date, int hour)
        {
            number += 10;
            var game = _play(new(GameId.Create(_season, SeasonPhase.PlayIn, number + 1), date, home, away, date.At(hour, 30)));
            return game.Box.Winner == Side.Home ? home : away;
        }

        var sevenths = conferences.Select((teams, i) => Winner(teams[6], teams[7], first, 19 + (2 * i))).ToArray();
        var survivors = conferences.Select((teams, i) => Winner(teams[8], teams[9], first.AddDays(1), 19 + (2 * i))).ToArray();
        var eighths = conferences.Select((teams, i) => Winner(sevenths[i] == teams[6] ? teams[7] : teams[6], survivors[i], first.AddDays(3), 19 + (2 * i))).ToArray();
        return [.. conferences.Select((teams, i) => (IReadOnlyList<TeamTricode>)[.. teams.Take(6), sevenths[i], eighths[i]])];
    }

    // Half of the series begin a day later, and each plays every other day.
    private (List<TeamTricode> Winners, GameDate Ended) Round(int round, List<(TeamTricode Better, TeamTricode Worse)> series, GameDate start)
    {
        var wins = series.Select(_ => new int[2]).ToArray();
        var ended = start;
        for (var day = 0; wins.Any(pair => pair.Max() < GamesToWin); day++)
        {
            for (var i = 0; i < series.Count; i++)
            {
                if (day % 2 != i % 2 || wins[i].Max() == GamesToWin)
                {
                    continue;
                }

                ended = start.AddDays(day);
                var number = wins[i].Sum();
                var (better, worse) = series[i];
                var (home, away) = BetterAtHome[number] ? (better, worse) : (worse, better);
                var id = GameId.Create(_season, SeasonPhase.Playoffs, (100 * round) + (10 * i) + number + 1);
                var game = _play(new(id, ended, home, away, ended.At(19 + (i / 2 % 2 * 2), 30)));
                wins[i][(game.Box.Winner == Side.Home) == BetterAtHome[number] ? 0 : 1]++;
            }
        }

        return ([.. series.Select((pair, i) => wins[i][0] == GamesToWin ? pair.Better : pair.Worse)], ended);
    }
}
