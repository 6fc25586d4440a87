namespace NbaProps.Scrapers;

/// <summary>How The Odds API is asked.</summary>
public sealed record OddsApiOptions
{
    /// <summary>The account's key. It goes into the query and nowhere else.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Regions of bookmakers.</summary>
    public string Regions { get; init; } = "us";

    /// <summary>Bookmakers by key; empty for all of the regions.</summary>
    public IReadOnlyList<string> Bookmakers { get; init; } = [];

    /// <summary>Everything but the key.</summary>
    public override string ToString() => $"regions {Regions}, bookmakers {(Bookmakers.Count == 0 ? "all" : string.Join(", ", Bookmakers))}";
}
