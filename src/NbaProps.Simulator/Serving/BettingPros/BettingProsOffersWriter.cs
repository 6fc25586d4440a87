using System.Globalization;
using System.Text.Json;

using NbaProps.Simulator.Books;

namespace NbaProps.Simulator.Serving.BettingPros;

/// <summary>A page of BettingPros' offers.</summary>
/// <param name="Market">Number of the market that was asked for.</param>
/// <param name="Offers">All that there are.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Limit">Offers of a page.</param>
internal sealed record BettingProsOffersWriter(int Market, IReadOnlyList<BettingProsOffer> Offers, int Page, int Limit)
{
    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("offers");
        foreach (var offer in Offers.Skip((Page - 1) * Limit).Take(Limit))
        {
            WriteOffer(json, offer);
        }

        json.WriteEndArray();
        json.WriteStartArray("markets");
        json.WriteNumberValue(Market);
        json.WriteEndArray();
        WritePagination(json);
        json.WriteStartObject("_parameters");
        json.WriteString("sport", "NBA");
        json.WriteNumber("market_id", Market);
        json.WriteNumber("limit", Limit);
        json.WriteNumber("page", Page);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteOffer(Utf8JsonWriter json, BettingProsOffer offer)
    {
        var player = SourceNumbers.BettingPros.TextOf(offer.Player.Id);
        var name = PlainLetters.Of(offer.Spelled.FullName);
        json.WriteStartObject();
        json.WriteString("id", offer.Id(Market));
        json.WriteString("sport", "NBA");
        json.WriteNumber("market_id", Market);
        json.WriteNumber("event_id", SourceNumbers.BettingPros.Of(offer.Game.Scheduled.Id));
        json.WriteString("player_id", player);
        json.WriteString("link", $"/nba/props/{BettingProsEventWriter.Slug(name)}/points/");
        json.WriteBoolean("active", offer.Active);
        json.WriteStartArray("participants");
        json.WriteStartObject();
        json.WriteString("id", player);
        json.WriteString("name", name);
        json.WriteStartObject("player");
        json.WriteString("first_name", PlainLetters.Of(offer.Spelled.GivenName));
        json.WriteString("last_name", PlainLetters.Of(offer.Spelled.LastName));
        json.WriteString("position", offer.Player.Position.ToString()[..1]);
        json.WriteString("team", BettingProsEventWriter.Code(offer.Team));
        json.WriteString("slug", BettingProsEventWriter.Slug(name));
        json.WriteNumber("jersey_number", offer.Player.Jersey);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("selections");
        WriteSelection(json, offer, over: true);
        WriteSelection(json, offer, over: false);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSelection(Utf8JsonWriter json, BettingProsOffer offer, bool over)
    {
        var side = over ? "over" : "under";
        json.WriteStartObject();
        json.WriteString("id", $"{offer.Id(Market)}:{side}");
        json.WriteString("selection", side);
        json.WriteBoolean("active", offer.Active);
        json.WriteStartArray("books");
        foreach (var book in offer.Quotes.Where(quote => BettingProsOffer.Price(quote, over) is not null).GroupBy(quote => quote.Book))
        {
            json.WriteStartObject();
            json.WriteNumber("id", book.Key.BettingProsId!.Value);
            json.WriteStartArray("lines");
            foreach (var quote in book)
            {
                WriteLine(json, offer, quote, over);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteLine(Utf8JsonWriter json, BettingProsOffer offer, Quote quote, bool over)
    {
        json.WriteStartObject();
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{offer.Id(Market)}:{quote.Book.BettingProsId}:{quote.Line}"));
        json.WriteNumber("line", quote.Line.Value);
        json.WriteNumber("cost", BettingProsOffer.Price(quote, over)!.Value.Value);
        json.WriteBoolean("active", offer.Active);
        json.WriteBoolean("main", quote.IsMain);
        json.WriteString("updated", BettingProsEventWriter.Instant(quote.Updated));
        json.WriteEndObject();
    }

    private void WritePagination(Utf8JsonWriter json)
    {
        var pages = (Offers.Count + Limit - 1) / Limit;
        json.WriteStartObject("_pagination");
        json.WriteNumber("page", Page);
        json.WriteNumber("limit", Limit);
        json.WriteNumber("total_pages", pages);
        json.WriteNumber("total_items", Offers.Count);
        json.WriteEndObject();
    }
}
