using System.Collections.Concurrent;

namespace NbaProps.Chaos;

/// <summary>Seeds that run at the same time, on every core: they share nothing but the quiet days before them, which are played once.</summary>
internal static class Side
{
    /// <summary>Runs each seed once.</summary>
    public static void BySide(IEnumerable<int> seeds, Action<int> run)
    {
        var waiting = new ConcurrentQueue<int>(seeds);
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (waiting.TryDequeue(out var seed))
            {
                run(seed);
            }
        })).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
    }
}
