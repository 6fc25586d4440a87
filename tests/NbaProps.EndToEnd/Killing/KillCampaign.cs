using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd.Killing;

/// <summary>
/// Leagues one after the other, each walked among kills and without. With a file it can be stopped at any time and goes on with the league it was at: a line of
/// JSON for each that is done.
/// </summary>
internal static class KillCampaign
{
    private const string Usage = "usage: dotnet run -c Release --project tests/NbaProps.EndToEnd -- kills --keep FILE [--leagues N] [--dates N] [--kills N] [--start SEED]";
    private const int Shown = 10;

    public static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    /// <summary>Runs a campaign.</summary>
    /// <returns>0 when nothing differed, 1 when something did, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = arguments.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (arguments.Length % 2 != 0 || options.Keys.Except(["--keep", "--leagues", "--dates", "--kills", "--start"], StringComparer.Ordinal).Any() || !options.TryGetValue("--keep", out var file))
        {
            return Refuse();
        }

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        var (leagues, dates, kills, start) = (Number("--leagues", 10), Number("--dates", 6), Number("--kills", 100), Number("--start", 1));
        var done = Read(file).Where(league => league.Seed >= start && league.Seed < start + leagues && league.Dates == dates && league.Killed == kills).ToList();
        foreach (var seed in Enumerable.Range(start, leagues).Except(done.Select(league => league.Seed)))
        {
            var league = await RunAsync(seed, dates, kills);
            await File.AppendAllTextAsync(file, JsonSerializer.Serialize(league) + "\n");
            Tell(league);
            done.Add(league);
        }

        var differing = done.Count(league => league.Problems.Count > 0);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Sum(league => league.Killed)} kills ({done.Sum(league => league.AtWork)} at work) on {done.Sum(league => league.Dates)} game days of {done.Count} leagues, {done.Sum(league => league.Rows)} rows compared: {differing} leagues differ"));
        foreach (var service in done.SelectMany(league => league.Kills).GroupBy(kill => kill.Key, kill => kill.Value, StringComparer.Ordinal).OrderBy(service => service.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service.Sum(),6}  {service.Key}"));
        }

        return differing == 0 ? 0 : 1;
    }

    private static async Task<Line> RunAsync(int seed, int dates, int kills)
    {
        var began = Stopwatch.GetTimestamp();
        using var folder = new TemporaryFolder();
        var league = await KilledLeague.RunAsync(seed, dates, kills, folder.Path);
        return new Line(seed, dates, kills, league.AtWork, league.Rows, league.Kills, league.Problems, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static IEnumerable<Line> Read(string file) =>
        File.Exists(file) ? File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Line>(line)!) : [];

    private static void Tell(Line league)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"league {league.Seed}: {league.Killed} kills ({league.AtWork} at work) on {league.Dates} game days, {league.Rows} rows, {league.Problems.Count} problems, {league.Seconds:0} s"));
        foreach (var problem in league.Problems.Take(Shown))
        {
            Console.WriteLine($"  {problem}");
        }
    }

    /// <summary>A league that is done.</summary>
    /// <param name="Seed">Which.</param>
    /// <param name="Dates">Its dates with games that were walked.</param>
    /// <param name="Killed">How many kills.</param>
    /// <param name="AtWork">Those that came while a moment was worked on.</param>
    /// <param name="Rows">Rows in all tables.</param>
    /// <param name="Kills">By service.</param>
    /// <param name="Problems">What was not at rest, and rows that only one of the walks has.</param>
    /// <param name="Seconds">How long both walks took.</param>
    private sealed record Line(
        int Seed, int Dates, int Killed, int AtWork, long Rows, IReadOnlyDictionary<string, int> Kills, IReadOnlyList<string> Problems, double Seconds);
}
