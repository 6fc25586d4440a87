using Microsoft.AspNetCore.Http;

using NbaProps.Simulator.Books;

namespace NbaProps.Simulator.Serving.OddsApi;

/// <summary>What is asked for of an event.</summary>
/// <param name="Markets">Keys of markets.</param>
/// <param name="Books">Whose lines.</param>
/// <param name="Regions">How many regions it counts as: ten books by name are one.</param>
/// <param name="American">Whether prices are American; else decimal.</param>
/// <param name="Unix">Whether times are seconds since 1970; else ISO 8601.</param>
internal sealed record OddsApiQuery(IReadOnlyList<string> Markets, IReadOnlyList<Bookmaker> Books, int Regions, bool American, bool Unix)
{
    public const string Points = "player_points";
    public const string AlternatePoints = "player_points_alternate";
    public const string Spreads = "spreads";
    public const string Totals = "totals";
    public const string HeadToHead = "h2h";

    private const int BooksOfRegion = 10;
    private static readonly string[] KnownMarkets = [Points, AlternatePoints, Spreads, Totals, HeadToHead];
    private static readonly string[] KnownRegions = ["us", "us2", "us_dfs", "us_ex", "uk", "eu", "fr", "se", "au"];

    /// <summary>The query, or the message and code of the error that it is.</summary>
    public static (OddsApiQuery? Query, string Message, string Code) Of(IQueryCollection query)
    {
        var markets = Items(query, "markets");
        var regions = Items(query, "regions");
        var books = Items(query, "bookmakers");
        if (Wrong(query, "oddsFormat", "decimal", "american"))
        {
            return (null, "Invalid oddsFormat parameter. Valid values are decimal and american.", "INVALID_ODDS_FORMAT");
        }

        if (Wrong(query, "dateFormat", "iso", "unix"))
        {
            return (null, "Invalid dateFormat parameter. Valid values are iso and unix.", "INVALID_DATE_FORMAT");
        }

        if (markets.Except(KnownMarkets, StringComparer.Ordinal).ToArray() is { Length: > 0 } wrong)
        {
            return (null, $"Invalid markets: {string.Join(',', wrong)}", "INVALID_MARKET");
        }

        if (books.Length == 0 && (regions.Length == 0 || regions.Except(KnownRegions, StringComparer.Ordinal).Any()))
        {
            return regions.Length == 0
                ? (null, "Missing one of regions or bookmakers", "MISSING_REGION")
                : (null, $"Invalid regions parameter. Valid regions are {string.Join(", ", KnownRegions)}.", "INVALID_REGION");
        }

        // Named books go before regions.
        var chosen = Bookmaker.All.Where(book => books.Length > 0 ? books.Contains(book.Key, StringComparer.Ordinal) : regions.Contains(RegionOf(book), StringComparer.Ordinal));
        return (
            new OddsApiQuery(
                markets.Length == 0 ? [HeadToHead] : markets, [.. chosen], books.Length > 0 ? (books.Length + BooksOfRegion - 1) / BooksOfRegion : regions.Length,
                query["oddsFormat"].ToString() is "american", query["dateFormat"].ToString() is "unix"),
            string.Empty,
            string.Empty);
    }

    private static string[] Items(IQueryCollection query, string name) =>
        [.. query[name].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private static bool Wrong(IQueryCollection query, string name, params string[] accepted) =>
        query[name].ToString() is { Length: > 0 } given && !accepted.Contains(given, StringComparer.Ordinal);

    private static string RegionOf(Bookmaker book) => book.Key is "espnbet" ? "us2" : "us";
}
