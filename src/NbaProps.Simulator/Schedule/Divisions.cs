using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.Schedule;

/// <summary>Six divisions of five, two conferences of three: where the cities lie.</summary>
internal static class Divisions
{
    /// <summary>The divisions, the East's three first.</summary>
    public static IReadOnlyList<IReadOnlyList<TeamTricode>> All { get; } =
    [
        Teams("BOS", "BKN", "NYK", "PHI", "TOR"), Teams("CHI", "CLE", "DET", "IND", "MIL"), Teams("ATL", "CHA", "MIA", "ORL", "WAS"),
        Teams("DEN", "MIN", "OKC", "POR", "UTA"), Teams("GSW", "LAC", "LAL", "PHX", "SAC"), Teams("DAL", "HOU", "MEM", "NOP", "SAS"),
    ];

    /// <summary>Hours that Eastern clocks are ahead of the team's home.</summary>
    public static int HoursWest(TeamTricode team) => team.Value switch
    {
        "CHI" or "MIL" or "MIN" or "OKC" or "DAL" or "HOU" or "MEM" or "NOP" or "SAS" => 1,
        "DEN" or "UTA" or "PHX" => 2,
        "GSW" or "LAC" or "LAL" or "SAC" or "POR" => 3,
        _ => 0,
    };

    /// <summary>Whether a team is of the East.</summary>
    public static bool IsEast(TeamTricode team) => All.Take(3).Any(division => division.Contains(team));

    private static TeamTricode[] Teams(params string[] letters) => [.. letters.Select(TeamTricode.Parse)];
}
