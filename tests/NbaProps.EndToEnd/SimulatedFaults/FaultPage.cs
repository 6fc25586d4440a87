using System.Globalization;
using System.Text;

using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>Writes what came of the faults as a page.</summary>
internal static class FaultPage
{
    private const string Head =
        """
        # What comes of a fault, from the source to the graded pick

        Written from a test that walks the pocket league through the five services: four days in which all is well, a date on which the first source of every
        chain has the fault from nine in the morning to eight in the next, and a day after it. A request is tried once. In every case each player's points of
        each game end as without the fault; that is tested too. **Saw**: how the scrapers of these sources ended on the morning after. **Stood in**: whose
        payloads were taken instead. **Told**: sources of which a person heard that they have changed, and whether that is over a day later. **Refused**:
        whose payloads are kept under `refused/`. **Meanwhile** and **a day later**: tables of which rows are not those of a walk without the fault, `+` rows
        that it has not and `-` rows that only it has; another source alone makes another row. What was served before the games stands, and what a book or a
        report said at a moment that was missed is gone: these stay different.


        """;

    /// <summary>The page.</summary>
    /// <param name="rows">Each fault with its walk, and the walk without any.</param>
    public static string Write(IReadOnlyList<(FaultCase Fault, FaultWalk Walk)> rows, FaultWalk well)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var (fault, walk) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {fault.Name}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- **Saw**: {Listed(Seen(walk, well))}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **Stood in**: {Listed(StoodIn(walk, well))}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **Told**: {Listed(Told(walk))}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **Refused**: {Listed(walk.Refused)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **Meanwhile**: {Listed(Differences(walk.During, well.During))}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **A day later**: {Listed(Differences(walk.After, well.After))}\n\n");
        }

        text.Length--;
        return text.ToString();
    }

    /// <summary>Tables that differ, with how many rows only the one and only the other has.</summary>
    public static IReadOnlyList<string> Differences(SortedDictionary<string, string[]> walk, SortedDictionary<string, string[]> well) =>
    [
        .. from table in walk.Keys
           let more = walk[table].Except(well[table], StringComparer.Ordinal).Count()
           let less = well[table].Except(walk[table], StringComparer.Ordinal).Count()
           where more + less > 0 || walk[table].Length != well[table].Length
           select string.Create(CultureInfo.InvariantCulture, $"{table} +{more} -{less}"),
    ];

    private static IEnumerable<string> Seen(FaultWalk walk, FaultWalk well) => Changed(walk, well)
        .Where(output => NbaPipeline.Manifest.StandInsOf(output.Unit.Processor) is not [] || !StandIns.Contains(output.Unit.Processor))
        .Where(output => ScrapersPhase.All.Any(scraper => scraper.Name == output.Unit.Processor))
        .Where(output => output.State is not ExpectedState.Complete || !StandIns.Contains(output.Unit.Processor))
        .GroupBy(output => output.State)
        .OrderBy(group => group.Key)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(output => output.Unit.Processor))}");

    private static IEnumerable<string> StoodIn(FaultWalk walk, FaultWalk well) => Changed(walk, well)
        .Where(output => StandIns.Contains(output.Unit.Processor) && output.State is ExpectedState.Complete or ExpectedState.Degraded && output.Rows > 0)
        .Select(output => output.Unit.Processor);

    // Of a source that failed a person hears after some tries, which is a matter of the wall clock; of one that has changed at once.
    private static IEnumerable<string> Told(FaultWalk walk) => walk.Told.Where(incident => incident.IsOpen && incident.Key.StartsWith("contract|", StringComparison.Ordinal))
        .Select(incident => incident.Key)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(key => $"{key.Split('|')[1]} has changed ({(walk.Open.Any(open => open.Key == key) ? "lasts" : "over")})");

    private static IReadOnlySet<string> StandIns { get; } = ScrapersPhase.All.SelectMany(scraper => NbaPipeline.Manifest.StandInsOf(scraper.Name)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<ExpectedOutput> Changed(FaultWalk walk, FaultWalk well) =>
        walk.Outputs.Where(output => well.Outputs.First(other => other.Unit == output.Unit) is var other && (other.State != output.State || other.Rows != output.Rows));

    private static string Listed(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } list ? list : "nothing";
}
