using NbaProps.Domain.BoxScores;
using NbaProps.Domain.Statistics;

namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>Results of games.</summary>
internal static class TeamFigures
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("team points, mean", string.Empty, FigureUnit.Tenths, facts => facts.Teams.Average(team => team.Counts.Points), new(111.5, 117.5)),
        new("team points, SD", string.Empty, FigureUnit.Tenths, facts => Deviation(facts.Teams.Select(team => (double)team.Counts.Points)), new(11.2, 13.2)),
        new("points of both teams, SD", string.Empty, FigureUnit.Tenths, facts => Deviation(facts.Games.Select(game => (double)game.Home.Counts.Points + game.Away.Counts.Points)), new(18, 21.5)),
        new("pace", "possessions of a team per 48 minutes: 48 × (mean of both teams' FGA + 0.44 × FTA + TOV - OREB) / game minutes", FigureUnit.Tenths, facts => facts.Games.Average(Pace), new(99.7, 103.3)),
        new("home wins", string.Empty, FigureUnit.Percent, facts => facts.Games.Count(game => game.Margin > 0) / (double)facts.Games.Count, new(0.54, 0.615)),
        new("home margin", "points that the home team wins by, mean", FigureUnit.Tenths, facts => facts.Games.Average(game => game.Margin), new(1.6, 3.8)),
        new("margin", "absolute, mean", FigureUnit.Tenths, facts => facts.Games.Average(game => Math.Abs(game.Margin)), new(10.1, 12.9)),
        new("overtime", "games with one or more", FigureUnit.Percent, facts => facts.Games.Count(game => game.Home.Overtimes > 0) / (double)facts.Games.Count, new(0.01, 0.048),
            "Nobody fouls on purpose, holds the ball or plays for a tie when time runs out, so that games end level as rarely as chance has it. A season still has some thirty with overtime, enough to test what counts them."),
        new("share of wins, SD", "over teams", FigureUnit.Thousandths, WinShareDeviation, new(0.055, 0.185)),
        new("second night running", "margin of such teams at home less home margin, and away plus it, against teams that rested; mean", FigureUnit.Tenths, SecondNight, new(-7, 3)),
    ];

    private static double Deviation(IEnumerable<double> sample) => SampleStatistics.SampleStandardDeviation(sample)!.Value;

    private static double Pace(GamePair game) =>
        BoxScoreMath.Pace(game.Home.Possessions, game.Away.Possessions, (game.Home.Minutes + game.Away.Minutes) / 2)!.Value;

    private static double WinShareDeviation(SeasonFacts facts) => Deviation(facts.Games
        .SelectMany(game => new[] { (game.Home.Team, Won: game.Margin > 0), (game.Away.Team, Won: game.Margin < 0) })
        .GroupBy(game => game.Team)
        .Select(team => team.Count(game => game.Won) / (double)team.Count()));

    private static double SecondNight(SeasonFacts facts)
    {
        var home = facts.Games.Average(game => game.Margin);
        var played = facts.Teams.Select(team => (team.Team, team.Date)).ToHashSet();
        bool Tired(TeamGame team) => played.Contains((team.Team, team.Date.AddDays(-1)));
        return facts.Games.Where(game => Tired(game.Home) != Tired(game.Away)).Average(game => Tired(game.Home) ? game.Margin - home : home - game.Margin);
    }
}
