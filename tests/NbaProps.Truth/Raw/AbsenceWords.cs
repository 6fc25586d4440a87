namespace NbaProps.Truth.Raw;

/// <summary>The kinds of reasons that the simulated league gives.</summary>
internal static class AbsenceWords
{
    public static string CategoryOf(string reason) => reason.Split(" - ")[0] switch
    {
        "Injury/Illness" => "injury_illness",
        "G League" => "g_league",
        "Rest" => "rest",
        _ => "other",
    };
}
