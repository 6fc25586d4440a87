using NbaProps.Chaos.Harness;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.Chaos.League;

/// <summary>The upstreams as one process reaches them: each request waits for the scheduler, then sees what is published at that moment.</summary>
internal sealed class LeagueHandler(SimProcess process, World world, InlineServer server, SimulatedSeason season, LeagueTime time) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!.PathAndQuery;
        return await process.CallAsync(Port.Upstream, $"http {asked}", mutates: false, () => server.Get(new LeagueMoment(season, time.Of(world.Time.Now)), asked))
            ?? throw await SilenceAsync(cancellationToken);
    }

    // Until the caller gives up by its own clock. Whoever waits goes on inline, on the thread that gives up.
    private static async Task<Exception> SilenceAsync(CancellationToken cancellationToken)
    {
        var gone = new TaskCompletionSource();
        await using var _ = cancellationToken.Register(gone.SetResult);
        await gone.Task;
        return new OperationCanceledException(cancellationToken);
    }
}
