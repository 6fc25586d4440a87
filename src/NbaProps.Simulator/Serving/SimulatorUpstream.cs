using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

using NbaProps.Shared.Web;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Faults.Answering;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>
/// The simulated league served over HTTP as every upstream would have served it, at the upstreams' own paths. Nothing from after the moment is served.
/// </summary>
public sealed class SimulatorUpstream : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorUpstream(SimulatedSeason season, Func<DateTimeOffset> now, FaultScript script, Action? onSilence)
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        Season = season;
        if (script.Faults.Count > 0)
        {
            var table = new FeedTable(season);
            _application.Use(next => new FaultMiddleware(next, table, script, now, onSilence).InvokeAsync);
        }

        _application.MapLeague(() => new LeagueMoment(season, now()));
    }

    /// <summary>The truth behind what is served.</summary>
    public SimulatedSeason Season { get; }

    /// <summary>Where it listens: loopback, a free port.</summary>
    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>Starts to serve a season.</summary>
    /// <param name="season">What is served; as it is with what goes wrong.</param>
    /// <param name="now">The moment of the game days.</param>
    /// <param name="script">What goes wrong; null for what the season was played with.</param>
    /// <param name="onSilence">Told when an answer is kept back that never comes; null where nobody listens.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<SimulatorUpstream> StartAsync(
        SimulatedSeason season, Func<DateTimeOffset> now, FaultScript? script = null, Action? onSilence = null, CancellationToken cancellationToken = default)
    {
        var upstream = new SimulatorUpstream(season.With(script ?? season.Script), now, script ?? season.Script, onSilence);
        await upstream._application.StartAsync(cancellationToken);
        return upstream;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
