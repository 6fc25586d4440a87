using System.Diagnostics;
using System.Security.Cryptography;

using NbaProps.Fuzzing.Mutating;
using NbaProps.Fuzzing.Seeding;

namespace NbaProps.Fuzzing.Running;

/// <summary>When a mutation takes too long.</summary>
/// <param name="Slow">What takes longer, twice, is a finding: once can be a machine that is busy.</param>
/// <param name="Hung">What takes longer is never waited for.</param>
internal sealed record Patience(TimeSpan Slow, TimeSpan Hung)
{
    /// <summary>Two seconds, and twenty.</summary>
    public static Patience Usual { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20));
}

/// <summary>
/// The mutations of a form, one after the other on a thread of its own, which the calling thread watches: one that does not end is a finding,
/// its thread is left behind and another goes on with the next.
/// </summary>
internal sealed class FormCampaign(FormSeeds form, Func<byte[], string?> judge, ulong seed, FormProgress progress, Patience patience)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private int _worker;
    private long _number;
    private long _began;

    /// <summary>A hash of the form's seeds.</summary>
    public static string HashOf(FormSeeds form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var payload in form.Seeds)
        {
            hash.AppendData(SHA256.HashData(payload.Bytes));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    /// <summary>Runs mutations until so many are done or it is told to stop.</summary>
    public void Run(long until, CancellationToken stop)
    {
        while (progress.Done < until && !stop.IsCancellationRequested)
        {
            var me = ++_worker;
            _began = Stopwatch.GetTimestamp();
            var worker = new Thread(() => Work(me, until, stop)) { IsBackground = true };
            worker.Start();
            while (!worker.Join(Look) && !GivenUp())
            {
            }
        }
    }

    private bool GivenUp()
    {
        lock (_lock)
        {
            if (Stopwatch.GetElapsedTime(_began) < patience.Hung)
            {
                return false;
            }

            _worker++;
            progress.Add(new Finding(_number, FormattableString.Invariant($"hangs: it had not ended after {patience.Hung.TotalSeconds} s")));
            progress.Done = _number + 1;
            return true;
        }
    }

    private void Work(int me, long until, CancellationToken stop)
    {
        for (var number = progress.Done; number < until && !stop.IsCancellationRequested; number++)
        {
            lock (_lock)
            {
                if (me != _worker)
                {
                    return;
                }

                (_number, _began) = (number, Stopwatch.GetTimestamp());
            }

            var bytes = Mutation.Of(form, seed, number);
            var (wrong, time) = Judged(bytes);
            if (wrong is null && time > patience.Slow && Judged(bytes).Time > patience.Slow)
            {
                wrong = FormattableString.Invariant($"is slow: it took {time.TotalSeconds:0.0} s");
            }

            lock (_lock)
            {
                if (me != _worker)
                {
                    return;
                }

                if (wrong is not null)
                {
                    progress.Add(new Finding(number, wrong));
                }

                progress.Done = number + 1;
            }
        }
    }

    private (string? Wrong, TimeSpan Time) Judged(byte[] bytes)
    {
        var began = Stopwatch.GetTimestamp();
        var wrong = judge(bytes);
        return (wrong, Stopwatch.GetElapsedTime(began));
    }
}
