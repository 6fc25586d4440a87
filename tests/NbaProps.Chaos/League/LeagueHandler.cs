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
        return await process.CallAsync($"http {asked}", mutates: false, () => server.Get(new LeagueMoment(season, time.Of(world.Time.Now)), asked));
    }
}
