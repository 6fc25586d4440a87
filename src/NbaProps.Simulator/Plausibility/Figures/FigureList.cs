namespace NbaProps.Simulator.Plausibility.Figures;

/// <summary>Every statistic by which a season is measured.</summary>
internal static class FigureList
{
    /// <summary>The figures by what they are of, in the table's order.</summary>
    public static IReadOnlyList<(string Subject, IReadOnlyList<Figure> Figures)> BySubject { get; } =
        [("Players", PlayerFigures.All), ("One player from game to game", HistoryFigures.All), ("Teams and games", TeamFigures.All), ("How teams play", StyleFigures.All), ("Points lines of one book", LineFigures.All)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Figure> All { get; } = [.. BySubject.SelectMany(subject => subject.Figures)];
}
