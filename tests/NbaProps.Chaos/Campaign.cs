using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

using NbaProps.Chaos.Harness;

namespace NbaProps.Chaos;

/// <summary>
/// Thousands of seeds on several threads. With a file it can be stopped at any time and goes on where it was: what is done is written block by block.
/// </summary>
/// <param name="run">Runs a seed.</param>
/// <param name="output">Where failures and the sums are told.</param>
internal sealed class Campaign(Func<ulong, SeedResult> run, TextWriter output)
{
    private const int BlockSize = 50;

    /// <summary>Runs seeds.</summary>
    /// <param name="start">The first.</param>
    /// <param name="count">How many.</param>
    /// <param name="threads">How many at a time.</param>
    /// <param name="file">Where done blocks are kept; null to keep none.</param>
    /// <returns>How many seeds have violations.</returns>
    public int Run(ulong start, int count, int threads, string? file)
    {
        var done = Read(file).Where(block => block.Start >= start && block.Start + (ulong)block.Count <= start + (ulong)count).ToList();
        var waiting = new ConcurrentQueue<(ulong Start, int Count)>(Blocks(start, count).Where(block => !done.Any(known => known.Start == block.Start && known.Count == block.Count)));
        var gate = new Lock();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() => Work(waiting, block =>
        {
            lock (gate)
            {
                done.Add(block);
                if (file is not null)
                {
                    File.AppendAllText(file, JsonSerializer.Serialize(block) + "\n");
                }
            }
        }))).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return Sum(start, count, done);
    }

    // A seed that breaks the harness is a failed one, and the thousands after it are run all the same.
    private SeedResult Run(ulong seed)
    {
        try
        {
            return run(seed);
        }
        catch (InvalidOperationException broken)
        {
            return new SeedResult(seed, string.Empty, [$"{broken.Message} {broken.InnerException?.Message}"], [], new SortedDictionary<string, int>(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<(ulong Start, int Count)> Blocks(ulong start, int count)
    {
        for (var at = 0; at < count; at += BlockSize)
        {
            yield return (start + (ulong)at, Math.Min(BlockSize, count - at));
        }
    }

    private static IEnumerable<Block> Read(string? file) =>
        file is not null && File.Exists(file) ? File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Block>(line)!) : [];

    private void Work(ConcurrentQueue<(ulong Start, int Count)> waiting, Action<Block> finish)
    {
        while (waiting.TryDequeue(out var next))
        {
            var (faults, failed) = (new SortedDictionary<string, long>(StringComparer.Ordinal), new List<ulong>());
            for (var seed = next.Start; seed < next.Start + (ulong)next.Count; seed++)
            {
                var result = Run(seed);
                foreach (var (fault, times) in result.Faults)
                {
                    faults[fault] = faults.GetValueOrDefault(fault) + times;
                }

                if (result.Violations.Count > 0)
                {
                    failed.Add(seed);
                    lock (output)
                    {
                        Tell(result);
                    }
                }
            }

            finish(new Block(next.Start, next.Count, failed, faults));
        }
    }

    private void Tell(SeedResult result)
    {
        foreach (var violation in result.Violations.Take(5))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {result.Seed}: {violation}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  replay: --seeds 1 --start {result.Seed}"));
    }

    private int Sum(ulong start, int count, List<Block> done)
    {
        output.WriteLine("faults injected by kind:");
        foreach (var fault in done.SelectMany(block => block.Faults).GroupBy(fault => fault.Key, fault => fault.Value, StringComparer.Ordinal).OrderBy(fault => fault.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault.Sum(),12:N0}  {fault.Key}"));
        }

        var failed = done.Sum(block => block.Failed.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} seeds from {start}: {failed} with violations"));
        return failed;
    }

    /// <summary>Seeds that are done.</summary>
    /// <param name="Start">The first.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Failed">Those with violations.</param>
    /// <param name="Faults">How often each kind of fault struck.</param>
    private sealed record Block(ulong Start, int Count, IReadOnlyList<ulong> Failed, IReadOnlyDictionary<string, long> Faults);
}
