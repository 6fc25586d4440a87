using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using NbaProps.Shared.Deployment;
using NbaProps.Shared.Observability;

namespace NbaProps.Hosting.Health;

/// <summary>Asks all readiness checks, side by side, each with the same time.</summary>
internal sealed partial class ReadinessProbe(
    BuildIdentity identity, IEnumerable<IReadinessCheck> checks, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ReadinessProbe> logger)
{
    /// <summary>How long a check may take: less than the period of a platform's probe.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IReadinessCheck[] _checks = [.. checks.OrderBy(check => check.Name, StringComparer.Ordinal)];

    public async Task<ReadyAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return new(identity.Service, Ready: false, [new("process", "it is stopping")]);
        }

        var answers = await Task.WhenAll(_checks.Select(check => AskAsync(check, cancellationToken)));
        var missing = answers.OfType<NotReady>().ToArray();
        return new(identity.Service, missing.Length == 0, missing);
    }

    private async Task<NotReady?> AskAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // A check that does not heed its token is left behind.
            var reason = await check.CheckAsync(either.Token).WaitAsync(either.Token);
            return reason is null ? null : new(check.Name, reason);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(check.Name, $"no answer within {Patience.TotalSeconds:0} s");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure, check.Name);
            return new(check.Name, failure.Message);
        }
    }

    [LoggerMessage(2001, LogLevel.Warning, "The readiness check {Check} failed")]
    private static partial void LogFailed(ILogger logger, Exception failure, string check);
}
