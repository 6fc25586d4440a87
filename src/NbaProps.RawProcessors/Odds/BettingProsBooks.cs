using System.Globalization;

namespace NbaProps.RawProcessors.Odds;

/// <summary>BettingPros' numbers of bookmakers.</summary>
internal static class BettingProsBooks
{
    /// <summary>The name of a number. An unknown one is told from all others by its number.</summary>
    public static string Name(int id) => id switch
    {
        0 => "consensus",
        10 => "fanduel",
        12 => "draftkings",
        13 => "caesars",
        14 => "pointsbet",
        18 => "betrivers",
        19 => "betmgm",
        20 => "fox_bet",
        _ => string.Create(CultureInfo.InvariantCulture, $"bettingpros_book_{id}"),
    };
}
