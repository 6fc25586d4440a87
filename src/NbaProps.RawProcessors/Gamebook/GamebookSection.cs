namespace NbaProps.RawProcessors.Gamebook;

/// <summary>The parts of a gamebook whose errors are counted apart, in the order in which they are told.</summary>
public enum GamebookSection
{
    /// <summary>Date, place, duration, attendance.</summary>
    GameMetadata,

    /// <summary>The officials and their numbers.</summary>
    OfficialsParsing,

    /// <summary>Who has a line in a team's table.</summary>
    ActivePlayerExtraction,

    /// <summary>The counts of a line.</summary>
    StatLineParsing,

    /// <summary>Who did not play.</summary>
    DnpExtraction,

    /// <summary>Who did not dress.</summary>
    DndExtraction,

    /// <summary>Who was not with the team.</summary>
    NwtExtraction,

    /// <summary>A team's list of inactive players.</summary>
    InactivePlayerExtraction,

    /// <summary>One player of such a list.</summary>
    IndividualInactivePlayer,
}
