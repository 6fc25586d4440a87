namespace NbaProps.Scrapers.Odds;

/// <summary>What The Odds API is asked for. Its key is the upstream's: it joins an address where it is sent, and is blacked out of all that is told.</summary>
public sealed record OddsApiOptions
{
    /// <summary>Regions of bookmakers.</summary>
    public string Regions { get; init; } = "us";

    /// <summary>Bookmakers by key; empty for all of the regions.</summary>
    public IReadOnlyList<string> Bookmakers { get; init; } = [];
}
