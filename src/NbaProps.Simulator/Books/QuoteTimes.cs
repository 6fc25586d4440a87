using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Books;

/// <summary>When books write and change their lines: from the evening before to the start.</summary>
internal static class QuoteTimes
{
    /// <summary>The moments of a game, the first when it is opened.</summary>
    public static IReadOnlyList<DateTimeOffset> Of(ScheduledGame game) =>
    [
        game.Date.AddDays(-1).At(20), game.Date.At(8, 40), game.Date.At(11, 20), .. new[] { 180, 90, 40, 15 }.Select(minutes => game.TipOff.AddMinutes(-minutes)),
    ];

    /// <summary>Which of them was the last before a moment; null before the first and from the start of the game on.</summary>
    public static int? LastBefore(ScheduledGame game, DateTimeOffset at)
    {
        var last = Of(game).Count(moment => moment <= at);
        return last == 0 || at >= game.TipOff ? null : last - 1;
    }

    /// <summary>When a book wrote what is seen from a moment on: up to four minutes before, because feeds lag.</summary>
    public static DateTimeOffset Written(ScheduledGame game, int moment, Dice dice) => Of(game)[moment].AddSeconds(-dice.Between(0, 240));

    /// <summary>From which of them on the last word on who plays is known.</summary>
    public const int KnowsAbsences = 5;
}
