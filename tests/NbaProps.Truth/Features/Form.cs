using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Features;

/// <summary>Rolling figures of a candidate and of both teams of his game, over the games before the date. Those of last season would count; this league has none.</summary>
internal sealed class Form
{
    private const int WinShareGames = 5;

    private readonly DayTruth _day;
    private readonly Candidate _candidate;

    public Form(Candidate candidate, DayTruth day)
    {
        (_candidate, _day) = (candidate, day);
        Load = Load.Of(candidate.Player, day);
        LastTen = [.. Load.All.Take(10)];
        Against = [.. Load.All.Where(game => game.Opponent == candidate.Opponent)];
    }

    public Load Load { get; }

    public IReadOnlyList<PlayerGame> LastTen { get; }

    /// <summary>His games against this opponent.</summary>
    public IReadOnlyList<PlayerGame> Against { get; }

    public double? Points(int games) => Mean(Load.All.Take(games));

    public double? PointsAgainst => Mean(Against);

    public double? Deviation => Figures.Deviation([.. LastTen.Select(game => (double)game.Line.Points)]);

    /// <summary>Six times the mean of the last two games less that of the three before: a whole number, so that a level's edge is met exactly. Null below five games.</summary>
    public int? SixfoldTrend => Load.All.Count < 5 ? null : (3 * Load.All.Take(2).Sum(game => game.Line.Points)) - (2 * Load.All.Skip(2).Take(3).Sum(game => game.Line.Points));

    public double? PointsPerMinute => LastTen.Count == 0 ? null : LastTen.Sum(game => game.Line.Points) / (double)LastTen.Sum(game => game.Minutes);

    /// <summary>Weighed by minutes.</summary>
    public double? Usage => LastTen.Count == 0
        ? null
        : LastTen.Sum(game => Figures.Usage(game, _day.Season.Of(game.Game, game.Line.Side))!.Value * game.Minutes) / LastTen.Sum(game => game.Minutes);

    public double? TrueShooting =>
        Figures.TrueShooting(LastTen.Sum(game => game.Line.Points), LastTen.Sum(game => game.Line.FieldGoalsAttempted), LastTen.Sum(game => game.Line.FreeThrowsAttempted));

    /// <summary>Points from free throws over all points; null below five games or without points.</summary>
    public double? FreeThrowShare => LastTen.Count < 5 || LastTen.Sum(game => game.Line.Points) == 0 ? null : LastTen.Sum(game => game.Line.FreeThrowsMade) / (double)LastTen.Sum(game => game.Line.Points);

    public double? TeamPace => Pace(_candidate.Team, 10);

    public double? TeamRating => Figures.Mean([.. Before(_candidate.Team).Take(10).Select(game => game.Rating)]);

    /// <summary>Null below five games.</summary>
    public double? TeamWinShare => Before(_candidate.Team).ToArray() is { Length: >= WinShareGames } games ? games.Count(game => game.Won) / (double)games.Length : null;

    public double? OpponentAllowed => Figures.Mean([.. Before(_candidate.Opponent).Take(15).Select(game => game.Other().Rating)]);

    public double? Minutes(int games) => Figures.Mean([.. Load.All.Take(games).Select(game => (double)game.Minutes)]);

    public double? OpponentPace(int games) => Pace(_candidate.Opponent, games);

    /// <summary>Days of rest of a team; null before its first game.</summary>
    public int? Rest(TeamTricode team) => Before(team).FirstOrDefault() is { } last ? _day.Date.DaysSince(last.Date) - 1 : null;

    private static double? Mean(IEnumerable<PlayerGame> games) => Figures.Mean([.. games.Select(game => (double)game.Line.Points)]);

    private double? Pace(TeamTricode team, int games) => Figures.Mean([.. Before(team).Take(games).Select(game => game.Pace())]);

    private IEnumerable<TeamGame> Before(TeamTricode team) => _day.Season.Before(_day.Date, team);
}
