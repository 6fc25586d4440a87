using NbaProps.Domain.Teams;

namespace NbaProps.Simulator.Serving.Espn;

/// <summary>ESPN's codes and numbers of the teams.</summary>
internal static class EspnTeams
{
    // ESPN's numbers 1 to 30 in order.
    private static readonly string[] InOrder =
    [
        "ATL", "BOS", "NOP", "CHI", "CLE", "DAL", "DEN", "DET", "GSW", "HOU", "IND", "LAC", "LAL", "MIA", "MIL", "MIN", "BKN", "NYK", "ORL", "PHI", "PHX", "POR", "SAC", "SAS", "OKC",
        "UTA", "WAS", "TOR", "MEM", "CHA",
    ];

    /// <summary>Its number, 1 to 30.</summary>
    public static int Number(TeamTricode team) => Array.IndexOf(InOrder, team.Value) + 1;

    /// <summary>Its code: "GS".</summary>
    public static string Code(TeamTricode team) =>
        TeamSpellings.All(TeamSource.Espn).First(spelling => TeamSpellings.TryResolve(TeamSource.Espn, spelling, out var meant) && meant == team);

    /// <summary>The team of a code in either case, or of a number; null when it is none.</summary>
    public static TeamTricode? Find(string text)
    {
        var number = Array.FindIndex(InOrder, letters => string.Equals(Number(TeamTricode.Parse(letters)).ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal));
        return number >= 0 ? TeamTricode.Parse(InOrder[number]) : TeamSpellings.TryResolve(TeamSource.Espn, text.ToUpperInvariant(), out var team) ? team : null;
    }
}
