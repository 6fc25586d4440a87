using System.Globalization;

using NbaProps.Chaos;
using NbaProps.Chaos.Harness;
using NbaProps.Chaos.League;
using NbaProps.Chaos.Toy;

// --seeds N --start S: how many and from where; one seed prints its history. --toy: the small pipeline instead of the real services. --calm: no faults.
// --threads T: so many at a time. --keep FILE: what is done is kept there, and not done again. --defect D: with a planted mistake.
var defect = Text("--defect") is { } planted ? Enum.Parse<PlantedDefect>(planted) : PlantedDefect.None;
var faults = args.Contains("--calm", StringComparer.Ordinal) ? FaultProfile.None with { TimePercent = 0 } : null;
Func<ulong, SeedResult> run = args.Contains("--toy", StringComparer.Ordinal) ? seed => ToySeed.Run(seed, defect, faults) : seed => LeagueSeed.Run(seed, defect, faults);
var (seeds, start) = (Number("--seeds", 200), Number("--start", 1));
if (seeds > 1)
{
    return new Campaign(run, Console.Out).Run((ulong)start, seeds, Number("--threads", Environment.ProcessorCount), Text("--keep")) == 0 ? 0 : 1;
}

var result = run((ulong)start);
Console.WriteLine(string.Join('\n', result.History));
Console.WriteLine($"history {result.HistoryHash}");
Console.WriteLine(string.Join('\n', result.Violations.Select(violation => $"violation: {violation}")));
return result.Violations.Count == 0 ? 0 : 1;

string? Text(string name) => args.SkipWhile(argument => !string.Equals(argument, name, StringComparison.Ordinal)).Skip(1).FirstOrDefault();

int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
