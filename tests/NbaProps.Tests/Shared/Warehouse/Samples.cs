using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Shared.Warehouse;

/// <summary>Rows that keep every rule.</summary>
internal static class Samples
{
    public static readonly GameDate Date = new(2025, 1, 5);

    public static readonly DateTimeOffset Noon = new(2025, 1, 5, 17, 0, 0, TimeSpan.Zero);

    public static Lineage Lineage { get; } = new("run-1", "chain-1", Noon, Token: 7, Generation: 3);

    public static SampleQuoteRow Quote(int day = 0, string book = "draftkings", long milliseconds = 0, string game = "0022400561") => new()
    {
        GameDate = Date.AddDays(day),
        GameId = GameId.Parse(game),
        Book = book,
        SeenAt = Noon.AddMilliseconds(milliseconds),
        Line = 25.5,
        Price = -110,
        Source = "test",
        AsOf = Noon,
    };

    public static SampleLogRow Log(string id = "event-1", int points = 10, string? note = null) => new()
    {
        GameDate = Date,
        EventId = id,
        Points = points,
        Note = note,
        Source = "test",
        AsOf = Noon,
    };
}
