namespace NbaProps.Simulator.Faults;

/// <summary>What may go wrong with a source, or happen in the league.</summary>
public enum FaultKind
{
    /// <summary>What a feed brings is not there before an hour: it answers as it does while there is nothing yet.</summary>
    Late = 1,

    /// <summary>The same, and it never comes.</summary>
    Missing,

    /// <summary>Each row is there twice.</summary>
    Duplicated,

    /// <summary>The answer ends in its middle, with a length that says so: it is whole as HTTP and broken as a payload.</summary>
    Truncated,

    /// <summary>The rows stand in another order.</summary>
    Reordered,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429, every second fault with a Retry-After.</summary>
    TooManyRequests,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>No answer until the caller gives up.</summary>
    Slow,

    /// <summary>200 with a page that asks for patience.</summary>
    Html,

    /// <summary>A field, or a table's heading, has another name.</summary>
    RenamedField,

    /// <summary>A field, or a table's column, has another type.</summary>
    WrongType,

    /// <summary>A game is put off on its day, and played on another one.</summary>
    Postponed,

    /// <summary>A game gets another date or hour days before.</summary>
    Moved,

    /// <summary>A player who was said to play does not.</summary>
    LateScratch,

    /// <summary>A source spells a player's name wrong.</summary>
    MisspeltName,

    /// <summary>A book goes on to quote a game that has begun.</summary>
    LateQuote,

    /// <summary>A box score without any numbers stands where the numbers will be.</summary>
    PlaceholderRows,

    /// <summary>The box score of the evening is corrected on the next day.</summary>
    StatCorrection,
}
