using NbaProps.Shared.Resilience;

namespace NbaProps.Chaos.Harness;

/// <summary>A port call that a process made and the scheduler has not completed.</summary>
public abstract class PendingCall(SimProcess process, Port port, string name, bool mutates)
{
    public SimProcess Process { get; } = process;

    public Port Port { get; } = port;

    public string Name { get; } = name;

    public bool Mutates { get; } = mutates;

    /// <summary>When the other side will have done it; null for whenever the scheduler says.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The effect happens and is answered.</summary>
    public abstract void Complete();

    /// <summary>Nothing happens, and the caller is told that it may try again.</summary>
    /// <param name="why">What it is told.</param>
    public abstract void Refuse(string why);

    /// <summary>The caller stops waiting; the effect may happen yet, by <see cref="ApplyOnly"/>.</summary>
    public abstract void GiveUp();

    /// <summary>The effect happens, and the caller does not learn of it.</summary>
    public abstract void LoseAnswer();

    /// <summary>The effect happens, and nobody is left to be told.</summary>
    public abstract void ApplyOnly();
}

internal sealed class PendingCall<T>(SimProcess process, Port port, string name, bool mutates, Func<T> effect) : PendingCall(process, port, name, mutates)
{
    // No RunContinuationsAsynchronously: whoever awaits goes on inline, on the harness's thread.
    private readonly TaskCompletionSource<T> _answer = new();

    public Task<T> Answer => _answer.Task;

    public override void Complete()
    {
        T result;
        try
        {
            result = effect();
        }
        catch (Exception failure)
        {
            _answer.SetException(failure);
            return;
        }

        _answer.SetResult(result);
    }

    public override void Refuse(string why) => _answer.SetException(new TransientException($"{Name}: {why}"));

    public override void GiveUp() => _answer.SetException(new TransientException($"{Name}: no answer in time"));

    public override void LoseAnswer()
    {
        effect();
        _answer.SetException(new TransientException($"{Name}: the answer was lost by the harness"));
    }

    public override void ApplyOnly() => effect();
}
