using NbaProps.Shared.Pipeline;

namespace NbaProps.Chaos.Harness;

/// <summary>One process: a runtime whose port calls wait for the scheduler. Killing it drops its calls, its timers and everything it was about to do.</summary>
public sealed class SimProcess(World world, ProcessRole role, string name, SimClock clock)
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public ProcessRole Role { get; } = role;

    public string Name { get; } = name;

    /// <summary>Which build it runs: 1, or 2 for what is deployed while the day is played.</summary>
    public int Build { get; init; } = 1;

    public SimClock Clock { get; } = clock;

    public bool Alive { get; private set; } = true;

    /// <summary>Steps for which the scheduler does not let it go on: a long pause, from which it may wake as a zombie.</summary>
    public int Paused { get; set; }

    public PipelineRuntime Runtime { get; set; } = null!;

    public Task<T> CallAsync<T>(Port port, string call, bool mutates, Func<T> effect)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException($"{Name} left the harness's thread before {call}.");
        }

        var pending = new PendingCall<T>(this, port, call, mutates, effect);
        world.Enqueue(pending);
        return pending.Answer;
    }

    public void Kill()
    {
        Alive = false;
        Clock.Forget();
    }
}
