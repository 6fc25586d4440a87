using NbaProps.Domain.Statistics;
using NbaProps.Simulator.Plausibility.Statistics;

namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>Points, minutes and appearances, over all players' games.</summary>
internal static class PlayerFigures
{
    private const double RegularMinutes = 20;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("points, mean", "of a player in a game that he played in", FigureUnit.Tenths, facts => Points(facts).Average(), new(10.6, 11.5)),
        new("points, SD", string.Empty, FigureUnit.Tenths, facts => SampleStatistics.SampleStandardDeviation(Points(facts))!.Value, new(8.4, 9.5)),
        new("points, 10 % quantile", string.Empty, FigureUnit.Tenths, facts => Quantile.Of(Points(facts), 0.1), new(1, 3),
            "The end of a real bench comes on for a last minute or two more often, and such games stay without points. A prediction is never asked for them: nobody offers a line."),
        new("points, median", string.Empty, FigureUnit.Tenths, facts => Quantile.Of(Points(facts), 0.5), new(8, 10)),
        new("points, 90 % quantile", string.Empty, FigureUnit.Tenths, facts => Quantile.Of(Points(facts), 0.9), new(22, 25)),
        new("40 points or more", "of all games of players", FigureUnit.Percent, facts => Share(facts.Players, line => line.Points >= 40), new(0.002, 0.012)),
        new("minutes, mean", string.Empty, FigureUnit.Tenths, facts => facts.Players.Average(line => line.Minutes), new(22.7, 23.8)),
        new("minutes, SD", string.Empty, FigureUnit.Tenths, facts => SampleStatistics.SampleStandardDeviation(facts.Players.Select(line => line.Minutes))!.Value, new(10.2, 11)),
        new("players used", "who played, of a team in a game", FigureUnit.Tenths, facts => facts.Teams.Average(team => team.Players), new(10, 10.7)),
        new("games missed", "of his team's games from his first to his last for it, by players of 20 games and 20 minutes or more", FigureUnit.Percent, Missed, new(0.105, 0.155)),
    ];

    private static IEnumerable<double> Points(SeasonFacts facts) => facts.Players.Select(line => line.Points);

    private static double Share<T>(IReadOnlyCollection<T> of, Func<T, bool> which) => of.Count(which) / (double)of.Count;

    private static double Missed(SeasonFacts facts)
    {
        var dates = facts.Teams.GroupBy(team => team.Team).ToDictionary(team => team.Key, team => team.Select(game => game.Date).ToArray());
        var (played, all) = (0, 0);
        foreach (var player in facts.Players.GroupBy(line => (line.Player, line.Team)).Select(lines => lines.ToArray()))
        {
            if (player.Length >= SeasonFacts.FewestGames && player.Average(line => line.Minutes) >= RegularMinutes)
            {
                var (first, last) = (player[0].Date, player[^1].Date);
                played += player.Length;
                all += dates[player[0].Team].Count(date => date >= first && date <= last);
            }
        }

        return 1 - (played / (double)all);
    }
}
