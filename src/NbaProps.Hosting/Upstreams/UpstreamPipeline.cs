using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Resilience;

using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Builds the strategies around an attempt, from the outside in: retry, circuit breaker, turn (concurrency and rate), time-out.</summary>
internal static class UpstreamPipeline
{
    // Failures further apart than this are not one outage.
    private static readonly TimeSpan FailuresTogether = TimeSpan.FromMinutes(10);

    /// <summary>The pipeline of one source.</summary>
    /// <param name="options">The source's options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onRetry">Told before each pause.</param>
    public static ResiliencePipeline<UpstreamAnswer> Build(UpstreamOptions options, TimeProvider time, Action<UpstreamCall> onRetry)
    {
        var builder = new ResiliencePipelineBuilder<UpstreamAnswer> { TimeProvider = time, Name = "upstream" };
        builder.AddRetry(new RetryStrategyOptions<UpstreamAnswer>
        {
            // The call counts its own attempts; it also has to hear of the last one.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = arguments => ValueTask.FromResult(CallOf(arguments.Context).WantsAnother(arguments.Outcome)),
            Delay = TimeSpan.Zero,
            BackoffType = DelayBackoffType.Constant,

            // The pause is ours, not the strategy's: its own one leaves the thread when it is cancelled.
            OnRetry = async arguments =>
            {
                var call = CallOf(arguments.Context);
                onRetry(call);
                await Pause.ForAsync(call.NextPause, time, arguments.Context.CancellationToken);
            },
        });
        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<UpstreamAnswer>
        {
            ShouldHandle = arguments => ValueTask.FromResult(UpstreamCall.IsFailure(arguments.Outcome)),
            FailureRatio = 1,
            MinimumThroughput = options.FailuresToOpen,
            SamplingDuration = FailuresTogether,
            BreakDuration = options.OpenFor,
        });
        builder.AddStrategy(_ => new TurnStrategy(options, time), new TurnOptions());
        builder.AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = arguments => ValueTask.FromResult(Shorter(options.Timeout, CallOf(arguments.Context).Left)),
        });
        return builder.Build();
    }

    /// <summary>The call that a context belongs to.</summary>
    public static UpstreamCall CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(UpstreamCall.Key, out var call)
            ? call
            : throw new InvalidOperationException("The pipeline of an upstream was used without a call.");

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private sealed class TurnOptions : ResilienceStrategyOptions;
}
