using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>What a walk with a fault left.</summary>
/// <param name="Outputs">The date's outputs on the morning after, while the fault lasts.</param>
/// <param name="During">The tables then.</param>
/// <param name="Refused">Scrapers with something under refused/ then.</param>
/// <param name="Told">What a person was told by then.</param>
/// <param name="Later">The date's outputs a day after.</param>
/// <param name="After">The tables then.</param>
/// <param name="Open">Incidents that still last then.</param>
/// <param name="Points">Each player's points in each game then.</param>
/// <param name="ToldInTheEnd">All that a person was told until then.</param>
/// <param name="Fed">Of each prediction then the averages of points that it rests on, and the required features that were missing.</param>
internal sealed record FaultWalk(
    IReadOnlyList<ExpectedOutput> Outputs,
    SortedDictionary<string, string[]> During,
    IReadOnlyList<string> Refused,
    IReadOnlyList<Incident> Told,
    IReadOnlyList<ExpectedOutput> Later,
    SortedDictionary<string, string[]> After,
    IReadOnlyList<Incident> Open,
    IReadOnlyList<string> Points,
    IReadOnlyList<Incident> ToldInTheEnd,
    IReadOnlyList<string> Fed)
{
    /// <summary>What was refused, by scraper.</summary>
    public static IReadOnlyList<string> RefusedIn(Folder folder)
    {
        var refused = Path.Combine(folder.Path, "objects", "refused");
        return Directory.Exists(refused) ? [.. Directory.EnumerateDirectories(refused).Select(scraper => Path.GetFileName(scraper)!).Order(StringComparer.Ordinal)] : [];
    }
}
