using System.Net;
using System.Net.Sockets;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.Broker;
using NbaProps.EndToEnd.Killing;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

using Xunit.Abstractions;

namespace NbaProps.EndToEnd;

/// <summary>Processes that are told to stop by SIGTERM in the middle of their work.</summary>
public sealed class DrainTests(ITestOutputHelper output) : IDisposable
{
    private const int Stops = 10;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_process_that_is_told_to_stop_ends_what_it_has_under_way_and_loses_nothing()
    {
        await using var league = await ProcessLeague.StartAsync(seed: 1, dates: 1);
        var (quiet, stopped) = (new Folder(_folder.Of("quiet")), new Folder(_folder.Of("stopped")));
        await QuietWalk.RunAsync(league, quiet.Path);
        await using var walk = await KilledWalk.StartAsync(league, stopped.Path);
        List<string> wrong = [];

        await walk.WalkAsync(new KillPlan(1), Stops, async process =>
        {
            // One that does not listen yet has not said either that it will stop when told.
            await process.Ready;
            var id = process.Id;
            var (code, took) = await process.StopAsync();
            output.WriteLine($"{process.Name} stopped within {took.TotalMilliseconds:0} ms");
            if (code != 0)
            {
                wrong.Add($"{process.Name} ended with {code}:\n{process.Lines}");
            }

            wrong.AddRange((await walk.LeftAsync(process.Name, id)).Select(left => $"{process.Name} left {left}"));
            process.Start();
        });

        wrong.ShouldBeEmpty();
        walk.AtWork.ShouldBeGreaterThan(0);
        (await walk.ProblemsAsync()).ShouldBeEmpty();
        Folder.Differences(quiet.Content(), stopped.Content()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broker_waits_for_an_answer_as_long_as_it_is_configured_to_and_keeps_the_message()
    {
        var ports = FreePorts.Find(7);
        using var silent = new TcpListener(IPAddress.Loopback, ports + 1);
        silent.Start();
        var data = _folder.Of("data");
        using var broker = CommandLine.StartUntil(
            "broker pushes to ", "serve", "--service", "broker", "--data", data, "--set", $"Ports:Base={ports}", "--set", "Broker:DrainTimeout=00:00:01");
        await using var stores = await EmbeddedStores.OpenAsync(
            new NbaPropsOptions { DataDirectory = data }, NbaPipeline.Manifest, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await stores.Ports.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), [new OutgoingMessage("{}", new Dictionary<string, string>())], CancellationToken.None);
        using var push = await silent.AcceptTcpClientAsync();

        var stopped = broker.Stop("TERM");

        stopped.ExitCode.ShouldBe(0, stopped.Errors);
        stopped.Errors.ShouldContain("Pushes were still under way after 00:00:01; they are cut off, and due again at the next start");
        var depth = await new SqliteBrokerProbe(stores.Broker).GetDepthAsync(CancellationToken.None);
        depth.Subscriptions.Where(one => one.Ready + one.InFlight + one.Waiting + one.DeadLettered > 0)
            .ShouldHaveSingleItem().ShouldBe(new SubscriptionDepth("nba-phase1-trigger-to-phase1", Ready: 1, InFlight: 0, Waiting: 0, DeadLettered: 0));
    }
}
