using System.Net;

using Microsoft.Extensions.Logging;

using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Operations;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Ticking;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Operations;

/// <summary>A watcher that a clock from outside lets look: on Cloud Run nothing happens between requests.</summary>
public sealed class WatchEndpointsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 15, 1, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly InMemoryStateStore _state;
    private readonly HttpClient _client = new();
    private readonly KeptLog _log = new();

    public WatchEndpointsTests() => _state = new InMemoryStateStore(_time);

    [Fact]
    public async Task The_clock_lets_days_advance_and_outputs_be_compared()
    {
        await using var operations = await StartAsync(new() { Ports = new() { Base = 0 }, Operations = new() { Clock = WatcherClock.Scheduler } });
        (await WatcherBeat.FindAsync(_state, default)).ShouldBeNull();

        (await PostAsync(operations, WatchEndpoints.Advance)).ShouldBe(HttpStatusCode.NoContent);
        (await DaysAsync()).ShouldBeGreaterThan(0);
        (await WatcherBeat.FindAsync(_state, default)).ShouldBeNull();

        (await PostAsync(operations, WatchEndpoints.Tick)).ShouldBe(HttpStatusCode.NoContent);
        (await WatcherBeat.FindAsync(_state, default)).ShouldNotBeNull().LookedAt.ShouldBe(Now);
        _log.Lines.ShouldContain(WatcherSign.Compared);
    }

    [Fact]
    public async Task A_watcher_with_a_clock_of_its_own_is_not_called()
    {
        await using var operations = await StartAsync(new() { Ports = new() { Base = 0 } });

        (await PostAsync(operations, WatchEndpoints.Tick)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(WatchEndpoints.Advance)]
    [InlineData(WatchEndpoints.Tick)]
    public async Task In_the_cloud_whoever_is_not_the_clock_is_kept_out(string path)
    {
        await using var operations = await StartAsync(new()
        {
            Mode = Mode.Cloud,
            Ports = new() { Base = 0 },
            Push = new() { Authentication = PushAuthentication.Platform, ServiceAccount = "scheduler@example.iam.gserviceaccount.com", Audience = "https://operations" },
            Operations = new() { Clock = WatcherClock.Scheduler },
        });

        (await PostAsync(operations, path)).ShouldBe(HttpStatusCode.Unauthorized);
        (await WatcherBeat.FindAsync(_state, default)).ShouldBeNull();
        (await DaysAsync()).ShouldBe(0);
    }

    public void Dispose()
    {
        _client.Dispose();
        _log.Dispose();
    }

    private async Task<int> DaysAsync() => (await _state.QueryAsync(GameDay.AnyQuery, default)).Count;

    private async Task<HttpStatusCode> PostAsync(OperationsService operations, string path)
    {
        using var answer = await _client.PostAsync(new Uri(operations.BaseAddress, path), content: null);
        return answer.StatusCode;
    }

    private async Task<OperationsService> StartAsync(NbaPropsOptions options)
    {
        var warehouse = new InMemoryWarehouse();
        foreach (var table in NbaPipeline.Manifest.AllTables)
        {
            await warehouse.ApplySchemaAsync(table, CancellationToken.None);
        }

        var host = new ServiceHost
        {
            Manifest = NbaPipeline.Manifest,
            Options = options,
            Inputs = new ConfigurationInputs(),
            Ports = new Ports(_state, warehouse, new InMemoryObjectStore(), new InMemoryMessageBus()),
            Time = _time,
            GameClock = GameClock.Live(_time),
        };
        return await OperationsService.StartAsync(host, _ => { }, _log, default);
    }

    /// <summary>Keeps the texts of what is logged.</summary>
    private sealed class KeptLog : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
