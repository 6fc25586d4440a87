using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>A season served over HTTP at a moment that a test chooses, and read as the pipeline reads it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly SimulatorUpstream _upstream;
    private readonly HttpClient _client;

    private Served(SimulatorUpstream upstream, Func<DateTimeOffset> now, Action<DateTimeOffset> move)
    {
        _upstream = upstream;
        _client = new HttpClient { BaseAddress = upstream.BaseAddress };
        (Now, MoveTo) = (now, move);
    }

    public SimulatedSeason Season => _upstream.Season;

    /// <summary>The moment.</summary>
    public Func<DateTimeOffset> Now { get; }

    /// <summary>Goes to another moment.</summary>
    public Action<DateTimeOffset> MoveTo { get; }

    /// <summary>Where it is served.</summary>
    public Uri BaseAddress => _upstream.BaseAddress;

    /// <summary>The way that scrapers ask.</summary>
    public IUpstream Upstream => new HttpUpstream(_client);

    /// <summary>Serves a season; as long as no moment is chosen it is long after its last game.</summary>
    public static async Task<Served> Of(SimulatedSeason season, FaultScript? script = null)
    {
        var moment = AfterAll(season);
        var upstream = await SimulatorUpstream.StartAsync(season, () => moment, script);
        return new Served(upstream, () => moment, to => moment = to);
    }

    /// <summary>Noon three days after the last game.</summary>
    public static DateTimeOffset AfterAll(SimulatedSeason season) => season.Games[^1].Scheduled.Date.AddDays(3).At(12);

    /// <summary>The bytes at an address; null where it answers 404.</summary>
    public async Task<byte[]?> Bytes(string address) => (await Upstream.GetAsync(address, CancellationToken.None))?.Bytes.ToArray();

    /// <summary>The status that an address answers.</summary>
    public async Task<int> Status(string address)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative));
        return (int)response.StatusCode;
    }

    /// <summary>What our own parser reads at an address.</summary>
    public async Task<Reading<object>> Read(string source, string address)
    {
        using var payload = new RawPayload(address, (await Bytes(address)).ShouldNotBeNull(address));
        return PayloadCatalog.FormatOf(source, payload).Read(payload, Now());
    }

    /// <summary>The rows of a kind that our own parser reads at an address.</summary>
    public async Task<TRow[]> Rows<TRow>(string source, string address) => [.. (await Read(source, address)).Rows.OfType<TRow>()];

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _upstream.DisposeAsync();
    }
}
