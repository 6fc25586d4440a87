using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Features;

/// <summary>Figures of games, from what happened in them. Written a second time on purpose: nothing here is the pipeline's arithmetic.</summary>
internal static class Figures
{
    /// <summary>The mean; null of nothing.</summary>
    public static double? Mean(IReadOnlyCollection<double> figures) => figures.Count == 0 ? null : figures.Sum() / figures.Count;

    /// <summary>The sample standard deviation; null below two.</summary>
    public static double? Deviation(IReadOnlyCollection<double> figures)
    {
        if (figures.Count < 2)
        {
            return null;
        }

        var mean = figures.Sum() / figures.Count;
        return Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1));
    }

    /// <summary>Percent of the team's possessions that a player ended while on court; null when he did not play.</summary>
    public static double? Usage(PlayerGame game, TeamGame team) => game.Minutes == 0
        ? null
        : 100 * (game.Line.FieldGoalsAttempted + (0.44 * game.Line.FreeThrowsAttempted) + game.Line.Turnovers) * (team.Minutes / 5.0) / (game.Minutes * team.Ended);

    /// <summary>PTS / (2 x (FGA + 0.44 x FTA)); null without an attempt.</summary>
    public static double? TrueShooting(int points, int fieldGoalsAttempted, int freeThrowsAttempted) =>
        fieldGoalsAttempted + freeThrowsAttempted == 0 ? null : points / (2 * (fieldGoalsAttempted + (0.44 * freeThrowsAttempted)));
}
