using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Resilience;

using Polly;

namespace NbaProps.Hosting.Upstreams;

/// <summary>Lets an attempt begin when it is its turn: so many at a time, so many a second, retries included.</summary>
internal sealed class TurnStrategy(UpstreamOptions options, TimeProvider time) : ResilienceStrategy<UpstreamAnswer>
{
    private readonly ConcurrencyGate _gate = new(options.Concurrency);
    private readonly RatePacer? _pacer = options.RequestsPerSecond is { } perSecond ? new(perSecond, time) : null;

    protected override async ValueTask<Outcome<UpstreamAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<UpstreamAnswer>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            using var place = await TakeAsync(UpstreamPipeline.CallOf(context), context.CancellationToken);
            return await callback(context, state);
        }
        catch (Exception failure) when (failure is OperationCanceledException or TransientException)
        {
            return Outcome.FromException<UpstreamAnswer>(failure);
        }
    }

    private async Task<IDisposable> TakeAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        if (call.Left == TimeSpan.Zero)
        {
            throw call.Starved();
        }

        using var patience = new CancellationTokenSource(call.Left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var place = await _gate.EnterAsync(either.Token);
            try
            {
                await PaceAsync(call, cancellationToken);
                return place;
            }
            catch
            {
                place.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw call.Starved();
        }
    }

    private Task PaceAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        if (_pacer is null)
        {
            return Task.CompletedTask;
        }

        return _pacer.Reserve(call.Left) is { } wait ? Pause.ForAsync(wait, time, cancellationToken) : throw call.Starved();
    }
}
