using System.Globalization;

using NbaProps.GoogleCloud.Run;
using NbaProps.Shared.Resilience;

namespace NbaProps.Deployment.Applying;

/// <summary>How patiently a service is rolled out.</summary>
/// <param name="Between">Between two looks.</param>
/// <param name="Ready">How long a revision may take to become ready: its probe's tries, and the time to fetch its image.</param>
/// <param name="Routed">How long requests may take to go where they were sent.</param>
public sealed record RolloutPace(TimeSpan Between, TimeSpan Ready, TimeSpan Routed)
{
    /// <summary>As Cloud Run needs it.</summary>
    public static RolloutPace OfCloudRun { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(3));
}

/// <summary>Waits until Cloud Run has done what it was told.</summary>
internal sealed class RolloutWait(CloudRunServices services, RolloutPace pace, TimeProvider time)
{
    /// <summary>Waits for a revision.</summary>
    /// <returns>Why it is not ready, in Cloud Run's words or for want of time; null when it is.</returns>
    public async Task<string?> UntilReadyAsync(string revision, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (string? message = null; ;)
        {
            if (await services.FindRevisionAsync(revision, cancellationToken) is { } live)
            {
                if (live.IsReady is { } ready)
                {
                    return ready ? null : live.Message ?? "Cloud Run says nothing more";
                }

                message = live.Message;
            }

            if (time.GetElapsedTime(began) >= pace.Ready)
            {
                return string.Create(CultureInfo.InvariantCulture, $"nothing after {pace.Ready.TotalMinutes:0.#} minutes{(message is null ? string.Empty : $": {message}")}");
            }

            await Pause.ForAsync(pace.Between, time, cancellationToken);
        }
    }

    /// <summary>Waits for a service to be as the last change said, and for Cloud Run to be done with that.</summary>
    /// <returns>The service; null when it is not within the time.</returns>
    public Task<LiveService?> UntilAsync(string service, Func<LiveService, bool> holds, CancellationToken cancellationToken) =>
        UntilAsync(service, holds, pace.Routed, cancellationToken);

    /// <summary>Waits for Cloud Run to be done with whatever was changed last, by whomever; that may be a revision that becomes ready.</summary>
    /// <returns>The service; null when it is not done within the time.</returns>
    public Task<LiveService?> UntilSettledAsync(string service, CancellationToken cancellationToken) => UntilAsync(service, _ => true, pace.Ready, cancellationToken);

    private async Task<LiveService?> UntilAsync(string service, Func<LiveService, bool> holds, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); ;)
        {
            if (await services.FindAsync(service, cancellationToken) is { IsSettled: true } live && holds(live))
            {
                return live;
            }

            if (time.GetElapsedTime(began) >= patience)
            {
                return null;
            }

            await Pause.ForAsync(pace.Between, time, cancellationToken);
        }
    }
}

/// <summary>What came of a service's rollout.</summary>
/// <param name="State">What.</param>
/// <param name="Message">In one sentence without a full stop.</param>
public sealed record RolloutResult(RolloutState State, string Message)
{
    internal static RolloutResult Unchanged { get; } = new(RolloutState.Unchanged, "nothing was to be done");

    internal static RolloutResult Done(string message) => new(RolloutState.Done, message);

    internal static RolloutResult Failed(string message) => new(RolloutState.Failed, message);
}

/// <summary>What came of a service's rollout.</summary>
public enum RolloutState
{
    /// <summary>It was as it is declared.</summary>
    Unchanged,

    /// <summary>It is now.</summary>
    Done,

    /// <summary>It is not; the message says what has the traffic.</summary>
    Failed,
}
