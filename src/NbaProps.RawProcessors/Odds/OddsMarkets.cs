namespace NbaProps.RawProcessors.Odds;

/// <summary>The Odds API's keys of the markets that are read.</summary>
internal static class OddsMarkets
{
    public const string PlayerPoints = "player_points";
    public const string PlayerPointsAlternate = "player_points_alternate";
    public const string Spreads = "spreads";
    public const string Totals = "totals";
    public const string HeadToHead = "h2h";

    public static IReadOnlyList<string> OfPlayers { get; } = [PlayerPoints, PlayerPointsAlternate];

    public static IReadOnlyList<string> OfGames { get; } = [Spreads, Totals, HeadToHead];

    public static bool IsOfPlayers(string key) => OfPlayers.Contains(key, StringComparer.Ordinal);

    public static bool IsOfGames(string key) => OfGames.Contains(key, StringComparer.Ordinal);
}
