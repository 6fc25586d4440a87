namespace NbaProps.Chaos.Harness;

/// <summary>Runs a seed on a thread of its own: continuations run inline and may nest deeply.</summary>
public static class SeedThread
{
    private const int StackSize = 256 * 1024 * 1024;

    public static T Run<T>(ulong seed, Func<T> run)
        where T : class
    {
        T? result = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = run();
                }
                catch (Exception caught)
                {
                    failure = caught;
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return result ?? throw new InvalidOperationException($"Seed {seed} broke the harness: {failure?.Message}", failure);
    }
}
