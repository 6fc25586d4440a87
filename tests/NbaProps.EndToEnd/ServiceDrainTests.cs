using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>A service that is told to stop by SIGTERM while it has a message in hand, of which its source keeps it waiting.</summary>
public sealed class ServiceDrainTests : IAsyncLifetime
{
    private static readonly UnitKey Unit = new(ScrapersPhase.Schedule.Name, new(GameDate.Parse(SmallArchive.From)));

    private readonly TemporaryFolder _temporary = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _port = FreePorts.Find(7) + 1;
    private ArchiveUpstream _archive = null!;
    private RewritingProxy _proxy = null!;
    private EmbeddedStores _stores = null!;

    public async Task InitializeAsync()
    {
        _archive = await ArchiveUpstream.StartAsync(ArchiveFolder.Open(SmallArchive.Write(_temporary.Of("archive"))));
        _proxy = await RewritingProxy.StartAsync(_archive.BaseAddress, new(StringComparer.Ordinal));
        _proxy.Rewrite = (_, body) =>
        {
            _asked.TrySetResult();
            _answers.Task.Wait();
            return body;
        };
        var options = new NbaPropsOptions { DataDirectory = _temporary.Of("data") };
        _stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var asOf = Moments.InstantOf(Moment.Context, Unit.Partition.Date, firstTip: null);
        _archive.Now = asOf;
        await new GameDays(_stores.Ports.State, TimeProvider.System, options.Runtime).ReachAsync(Unit.Partition.Date, Moment.Context, asOf, visit: 1, "test", asOf, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        _answers.TrySetResult();
        await _stores.DisposeAsync();
        await _proxy.DisposeAsync();
        await _archive.DisposeAsync();
        _temporary.Dispose();
    }

    [Fact]
    public async Task It_takes_no_more_and_ends_when_what_it_has_in_hand_is_done_and_answered()
    {
        using var service = Serve();
        var push = PushAsync();
        await _asked.Task;

        var stopped = Task.Run(() => service.Stop("TERM"));
        await ListensNoMoreAsync();
        (service.IsRunning, push.IsCompleted).ShouldBe((true, false));
        _answers.SetResult();

        (await push).ShouldBe(HttpStatusCode.NoContent);
        (await stopped).ExitCode.ShouldBe(0);
        var unit = await UnitAsync();
        (unit.Outcome, unit.LeaseUntil, unit.Open.Count).ShouldBe((RunState.Succeeded, null, 0));
    }

    [Fact]
    public async Task What_takes_longer_than_its_patience_is_cut_off_unacknowledged_and_done_by_who_comes_next()
    {
        using (var service = Serve())
        {
            var push = PushAsync();
            await _asked.Task;

            // The source answers only when the service has ended: without a bound neither ever would.
            var stopped = Task.Run(() => service.Stop("TERM"));
            await stopped.WaitAsync(ServiceDefaults.ShutdownPatience * 4);
            await Should.ThrowAsync<HttpRequestException>(push);
        }

        (await UnitAsync()).Outcome.ShouldBe(RunState.Running);
        _answers.SetResult();
        using var next = Serve();
        await Takeover.RunAsync(_stores.Ports.State, CancellationToken.None);
        (await PushAsync()).ShouldBe(HttpStatusCode.NoContent);
        next.Stop("TERM").ExitCode.ShouldBe(0);
        (await UnitAsync()).Outcome.ShouldBe(RunState.Succeeded);
    }

    private RunningCommand Serve() => CommandLine.StartUntil(
        "scrapers listens on ",
        [
            "serve", "--service", "scrapers", "--data", _temporary.Of("data"), "--set", $"Ports:Base={_port - 1}",
            .. new UpstreamsOptions().All().SelectMany(section => new[] { "--set", section.Name is "NbaStats" ? $"Upstreams:NbaStats:BaseAddress={_proxy.BaseAddress}" : $"Upstreams:{section.Name}:Enabled=false" }),
            "--set", "Clock:Start=2022-10-01T00:00:00Z", "--set", "Clock:Factor=0",
        ]);

    private async Task<HttpStatusCode> PushAsync()
    {
        var hint = LookHint.Of(Unit, "test", "test", null);
        var push = JsonSerializer.Serialize(new
        {
            message = new { data = Convert.ToBase64String(Encoding.UTF8.GetBytes(hint.Body)), messageId = "1", publishTime = "2022-10-18T14:00:00Z", attributes = hint.Attributes },
            subscription = "projects/test/subscriptions/test",
        });
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var content = new StringContent(push, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{_port}{PushEndpoint.Path}"), content);
        return answer.StatusCode;
    }

    private async Task ListensNoMoreAsync()
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, _port);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private async Task<UnitDocument> UnitAsync() =>
        StateJson.Read<UnitDocument>((await _stores.Ports.State.GetAsync(Unit.Path, CancellationToken.None)).Document!.Json);
}
