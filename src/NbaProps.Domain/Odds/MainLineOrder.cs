namespace NbaProps.Domain.Odds;

/// <summary>
/// Orders one book's quotes for one player as of one moment, the main line first: of those with two prices the one whose probability of over
/// without margin is nearest to 0.5, of equally near ones the lower. Quotes without two prices come after all that have them, lower lines first.
/// </summary>
/// <remarks>
/// Alternate lines are dearer on one side; they never lend the main line a price, because a quote carries both of its own. The comparison is
/// exact where prices are mirrored (-120/+100 against +100/-120), and does not depend on the order of the quotes.
/// </remarks>
public sealed class MainLineOrder : IComparer<PregameQuote>
{
    private MainLineOrder()
    {
    }

    /// <summary>The order.</summary>
    public static MainLineOrder Instance { get; } = new();

    /// <summary>Negative when the left quote is rather the main line.</summary>
    public int Compare(PregameQuote? x, PregameQuote? y)
    {
        if (x is null || y is null)
            return (x is null).CompareTo(y is null);

        var byPrices = (x.Price is null).CompareTo(y.Price is null);
        if (byPrices == 0 && x is { Price: { } left } && y is { Price: { } right })
            byPrices = left.Imbalance.CompareTo(right.Imbalance);
        if (byPrices != 0)
            return byPrices;

        var byLine = x.Line.CompareTo(y.Line);
        return byLine != 0 || x.Price is null || y.Price is null ? byLine : ByPrices(x.Price.Value, y.Price.Value);
    }

    /// <summary>Of one line's two equally balanced pairs of prices: the smaller margin, then the higher price of over.</summary>
    private static int ByPrices(TwoWayPrice left, TwoWayPrice right)
        => left.Margin.CompareTo(right.Margin) is not 0 and var byMargin ? byMargin : right.Over.CompareTo(left.Over);
}
