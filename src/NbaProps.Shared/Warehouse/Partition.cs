using NbaProps.Domain;
using NbaProps.Domain.Calendar;

namespace NbaProps.Shared.Warehouse;

/// <summary>What a unit of work covers and a fenced write replaces: a game date, or one game of a date.</summary>
/// <param name="Date">The game date: the partition column of every table.</param>
/// <param name="Game">One game of the date; null for the whole date.</param>
public readonly record struct Partition(GameDate Date, GameId? Game = null)
{
    /// <summary>The date, and the game after a bar: orders by date, then game.</summary>
    public override string ToString() => Game is { } game ? $"{Date}|{game}" : Date.ToString();

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a date, nor a date, a bar and a game id.</exception>
    public static Partition Parse(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? new(GameDate.Parse(text)) : new(GameDate.Parse(text[..bar]), GameId.Parse(text[(bar + 1)..]));
    }
}
