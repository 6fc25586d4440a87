using System.Globalization;

using NbaProps.Chaos.Harness;
using NbaProps.Chaos.League;
using NbaProps.Chaos.Toy;

var seeds = Argument("--seeds", 200);
var start = Argument("--start", 1);
var defect = args.SkipWhile(argument => argument != "--defect").Skip(1).Select(Enum.Parse<PlantedDefect>).FirstOrDefault();
var run = args.Contains("--toy", StringComparer.Ordinal) ? (Func<ulong, PlantedDefect, SeedResult>)((seed, defect) => ToySeed.Run(seed, defect)) : (seed, defect) => LeagueSeed.Run(seed, defect, args.Contains("--calm") ? FaultProfile.None with { TimePercent = 0 } : null);
var failures = 0;
for (var seed = start; seed < start + seeds; seed++)
{
    var result = run((ulong)seed, defect);
    if (seeds == 1)
    {
        Console.WriteLine(string.Join('\n', result.History));
        Console.WriteLine($"history {result.HistoryHash}");
    }

    if (result.Violations.Count > 0)
    {
        failures++;
        var shown = seeds == 1 ? result.Violations : result.Violations.Take(5);
        Console.WriteLine(string.Join('\n', shown.Select(violation => $"seed {seed}: {violation}")));
        Console.WriteLine($"  replay: --seeds 1 --start {seed}");
    }
}

Console.WriteLine($"{seeds} seeds from {start}: {failures} with violations");
return failures == 0 ? 0 : 1;

int Argument(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
