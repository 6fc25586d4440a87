namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>Where points come from, and the rest of a team's line.</summary>
internal static class StyleFigures
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("field goals made", "of those attempted", FigureUnit.Percent, facts => Ratio(facts, counts => counts.FieldGoalsMade, counts => counts.FieldGoalsAttempted), new(0.465, 0.488)),
        new("threes made", "of those attempted", FigureUnit.Percent, facts => Ratio(facts, counts => counts.ThreesMade, counts => counts.ThreesAttempted), new(0.352, 0.374)),
        new("free throws made", "of those attempted", FigureUnit.Percent, facts => Ratio(facts, counts => counts.FreeThrowsMade, counts => counts.FreeThrowsAttempted), new(0.76, 0.793)),
        new("threes among shots", "field goals attempted from behind the line", FigureUnit.Percent, facts => Ratio(facts, counts => counts.ThreesAttempted, counts => counts.FieldGoalsAttempted), new(0.38, 0.408)),
        PerGame("field goals attempted", counts => counts.FieldGoalsAttempted, 86, 91),
        PerGame("free throws attempted", counts => counts.FreeThrowsAttempted, 21, 25.5),
        PerGame("offensive rebounds", counts => counts.OffensiveRebounds, 9.7, 10.8),
        PerGame("defensive rebounds", counts => counts.DefensiveRebounds, 32.7, 34.4),
        PerGame("assists", counts => counts.Assists, 24, 26.6),
        PerGame("steals", counts => counts.Steals, 6.9, 7.7),
        PerGame("blocks", counts => counts.Blocks, 4.0, 5.1),
        PerGame("turnovers", counts => counts.Turnovers, 12.9, 14.1),
        PerGame("fouls", counts => counts.Fouls, 19.5, 21.7),
    ];

    private static Figure PerGame(string name, Func<BoxCounts, int> count, double least, double most) =>
        new(name, "of a team in a game", FigureUnit.Tenths, facts => facts.Teams.Average(team => count(team.Counts)), new(least, most));

    private static double Ratio(SeasonFacts facts, Func<BoxCounts, int> of, Func<BoxCounts, int> to) => facts.Teams.Sum(team => of(team.Counts)) / (double)facts.Teams.Sum(team => to(team.Counts));
}
