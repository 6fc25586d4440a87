namespace NbaProps.Simulator.Books;

/// <summary>A bookmaker, under the key that The Odds API has for one of its kind.</summary>
/// <param name="Key">draftkings.</param>
/// <param name="Title">DraftKings.</param>
/// <param name="BettingProsId">Its number with BettingPros; null where that does not list it.</param>
/// <param name="Margin">What the two prices' implied probabilities are above 1 together; 0.05 to 0.08.</param>
/// <param name="Noise">Standard deviation of what it believes around what all believe, in shares of the points expected.</param>
/// <param name="Alternates">Whether it lists other lines beside its main one.</param>
/// <param name="ShortNames">Whether it leaves suffixes such as Jr. out of names.</param>
public sealed record Bookmaker(string Key, string Title, int? BettingProsId, double Margin, double Noise, bool Alternates, bool ShortNames)
{
    /// <summary>All of them, in The Odds API's order.</summary>
    public static IReadOnlyList<Bookmaker> All { get; } =
    [
        new("draftkings", "DraftKings", 12, 0.066, 0.022, Alternates: true, ShortNames: false),
        new("fanduel", "FanDuel", 10, 0.061, 0.020, Alternates: true, ShortNames: true),
        new("betmgm", "BetMGM", 19, 0.072, 0.026, Alternates: false, ShortNames: false),
        new("williamhill_us", "Caesars", 13, 0.068, 0.026, Alternates: false, ShortNames: false),
        new("betrivers", "BetRivers", 18, 0.080, 0.030, Alternates: false, ShortNames: true),
        new("bovada", "Bovada", null, 0.064, 0.028, Alternates: false, ShortNames: false),
        new("espnbet", "ESPN BET", null, 0.074, 0.030, Alternates: false, ShortNames: false),
        new("betonlineag", "BetOnline.ag", null, 0.055, 0.024, Alternates: true, ShortNames: false),
    ];
}
