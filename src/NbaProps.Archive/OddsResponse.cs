using System.Buffers;
using System.Globalization;
using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Teams;

namespace NbaProps.Archive;

/// <summary>Events and points lines in The Odds API's shapes.</summary>
internal static class OddsResponse
{
    /// <summary>The id of a game's event: 32 hexadecimal digits, as the real ones.</summary>
    public static string EventId(ArchiveGame game) => ContentHash.Of("odds-api-event", game.Id.ToString());

    /// <summary>When an event starts: midnight Eastern, because the files do not tell.</summary>
    public static DateTimeOffset CommenceTime(ArchiveGame game) => game.Date.At(0);

    public static ReadOnlyMemory<byte> Events(IEnumerable<ArchiveGame> games) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var game in games)
        {
            json.WriteStartObject();
            WriteEvent(json, game);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Odds(ArchiveGame game, IReadOnlyList<BookQuotes> books, bool american) => Write(json =>
    {
        json.WriteStartObject();
        WriteEvent(json, game);
        json.WriteStartArray("bookmakers");
        foreach (var book in books.Where(book => book.Lines.Count > 0))
        {
            WriteBook(json, book, american);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Error(string message, string code) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("message", message);
        json.WriteString("error_code", code);
        json.WriteEndObject();
    });

    private static void WriteEvent(Utf8JsonWriter json, ArchiveGame game)
    {
        json.WriteString("id", EventId(game));
        json.WriteString("sport_key", "basketball_nba");
        json.WriteString("sport_title", "NBA");
        json.WriteString("commence_time", CommenceTime(game).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("home_team", TeamSpellings.OddsApiName(game.Home));
        json.WriteString("away_team", TeamSpellings.OddsApiName(game.Away));
    }

    // No last_update: the files do not tell when the book wrote a line.
    private static void WriteBook(Utf8JsonWriter json, BookQuotes book, bool american)
    {
        json.WriteStartObject();
        json.WriteString("key", book.Bookmaker);
        json.WriteString("title", book.Bookmaker is "draftkings" ? "DraftKings" : book.Bookmaker);
        json.WriteStartArray("markets");
        json.WriteStartObject();
        json.WriteString("key", "player_points");
        json.WriteStartArray("outcomes");
        foreach (var quote in book.Lines)
        {
            WriteOutcome(json, quote, "Over", quote.Over, american);
            WriteOutcome(json, quote, "Under", quote.Under, american);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, BookQuote quote, string side, AmericanOdds price, bool american)
    {
        json.WriteStartObject();
        json.WriteString("name", side);
        json.WriteString("description", quote.Player);
        json.WriteNumber("price", american ? price.Value : decimal.Round(price.ToDecimal().Value, 2));
        json.WriteNumber("point", quote.Line.Value);
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer);
        write(json);
        json.Flush();
        return buffer.WrittenMemory;
    }
}
