namespace NbaProps.EndToEnd.Killing;

/// <summary>Who is killed when: drawn by a seed. Not by the clock: after so many more pieces of work that the processes have told of.</summary>
/// <param name="seed">The same one draws the same.</param>
internal sealed class KillPlan(int seed)
{
    private const int MostWork = 7;

    private readonly Random _random = new(seed);

    /// <summary>The next kill: how many pieces of work are waited for, and whose process it is.</summary>
    public (int Work, int Victim) Next(int processes) => (_random.Next(MostWork), _random.Next(processes));
}
