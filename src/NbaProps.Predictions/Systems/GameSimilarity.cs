namespace NbaProps.Predictions.Systems;

/// <summary>What games are compared by.</summary>
/// <param name="OpponentDefRating">The opponent's defensive rating before the game.</param>
/// <param name="DaysRest">Days without a game before it.</param>
/// <param name="Home">Whether it is at home.</param>
/// <param name="Form">Mean points of the last five games minus the season's.</param>
internal readonly record struct GameSituation(double OpponentDefRating, int DaysRest, bool Home, double Form)
{
    /// <summary>The situation before a past game; null when part of it is not known, because then it cannot be compared.</summary>
    public static GameSituation? Of(PastGame game) => game is { OpponentDefRating: { } rating, DaysRest: { } rest, Form: { } form }
        ? new GameSituation(rating, rest, game.Row.HomeGame, form)
        : null;
}

/// <summary>How alike two situations are, 0 to 100: opponent 40, rest 30, venue 15, form 15. Neighbouring classes count in part.</summary>
internal static class GameSimilarity
{
    public static int Score(GameSituation left, GameSituation right) =>
        Compare(Tier(left), Tier(right), same: 40, next: 20)
        + Compare(Rest(left), Rest(right), same: 30, next: 15)
        + (left.Home == right.Home ? 15 : 0)
        + Compare(Mood(left), Mood(right), same: 15, next: 5);

    /// <summary>Elite below 110 points allowed per 100 possessions, average below 115, weak from there on.</summary>
    private static int Tier(GameSituation game) => game.OpponentDefRating < 110 ? 0 : game.OpponentDefRating < 115 ? 1 : 2;

    /// <summary>Back-to-back, one day, two days, longer.</summary>
    private static int Rest(GameSituation game) => Math.Min(game.DaysRest, 3);

    /// <summary>Cold and hot from three points on.</summary>
    private static int Mood(GameSituation game) => game.Form >= 3 ? 2 : game.Form <= -3 ? 0 : 1;

    private static int Compare(int left, int right, int same, int next) => Math.Abs(left - right) switch
    {
        0 => same,
        1 => next,
        _ => 0,
    };
}
