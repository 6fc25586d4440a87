using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Archive;
using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.EndToEnd.Support;

/// <summary>Walks days over services that run as processes of their own, with their messages on Google's emulator.</summary>
internal static class EmulatedWalk
{
    /// <summary>Where each phase takes pushes.</summary>
    public static IReadOnlyDictionary<Phase, Uri> AddressesOf(NbaPropsOptions options) => LocalPipeline.Definitions.ToDictionary(
        definition => definition.Phases[0], definition => new Uri(new Uri(options.Ports.UrlOf(definition.Name)), PushEndpoint.Path));

    /// <summary>Lets each date reach every moment.</summary>
    /// <param name="options">Those of the services.</param>
    /// <param name="stores">The services' stores.</param>
    /// <param name="archive">The services' source.</param>
    /// <param name="dates">The dates, oldest first.</param>
    /// <param name="token">What each push carries; null for none.</param>
    public static async Task RunAsync(NbaPropsOptions options, IPipelineStores stores, ArchiveUpstream archive, GameDateRange dates, string? token = null)
    {
        await using var relay = await PushRelay.StartAsync(token);
        var declared = LocalPipeline.TopologyOf(NbaPipeline.Manifest, AddressesOf(options));
        await stores.Topology!.DeclareAsync(declared.Topics, [.. declared.Subscriptions.Select(relay.Between)], default);
        var host = ServiceProcess.HostOf(options, new ConfigurationInputs(), stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System));
        var idle = await PublishedAndTaken.StartAsync(relay, declared.Topics, declared.Subscriptions, options.GoogleCloud);
        var walker = new DayWalker(host.CreateWatcher(NullLoggerFactory.Instance), idle.WaitAsync, now => archive.Now = now);
        foreach (var date in dates)
        {
            foreach (var moment in Moments.All)
            {
                await walker.ReachAsync(date, moment, visit: 1, default);
            }
        }

        relay.Forwarded.ShouldBeGreaterThan(100);
    }
}
