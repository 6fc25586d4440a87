namespace NbaProps.Simulator.Faults;

/// <summary>What can be faulty: what one scraper reads, or several read alike.</summary>
/// <param name="Name">As the pipeline's scraper is called where it is one's.</param>
/// <param name="Scope">What it is asked by.</param>
/// <param name="Clock">When it is looked at.</param>
/// <param name="Shape">How its payloads are built.</param>
public sealed record Feed(string Name, FeedScope Scope, FeedClock Clock, FeedShape Shape)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What a feed is asked by.</summary>
public enum FeedScope
{
    /// <summary>It states what holds now: a season's schedule, today's scoreboard, all rosters.</summary>
    Present = 1,

    /// <summary>By game date.</summary>
    Date,

    /// <summary>By game.</summary>
    Game,
}

/// <summary>When a feed is looked at.</summary>
public enum FeedClock
{
    /// <summary>On the game day, before the games.</summary>
    Context = 1,

    /// <summary>In the night and the morning after.</summary>
    Results,
}
