using Microsoft.Extensions.Logging;

using NbaProps.Cli.Commands;
using NbaProps.Embedded.Broker;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;

namespace NbaProps.Cli.Running;

/// <summary>The broker in a process of its own: pushes to services that listen on their configured ports. Google's emulator does that itself, once it is told to.</summary>
internal static class BrokerProcess
{
    public static async Task RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = context.Options;
        if (options.Mode == Mode.Cloud)
        {
            throw new UsageException("--service broker is not accepted in mode cloud: there Pub/Sub pushes itself, to subscriptions that are declared with the deployment");
        }

        using var loggers = context.Loggers();
        await using var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        var addresses = LocalPipeline.Definitions.ToDictionary(
            definition => definition.Phases[0], definition => new Uri(new Uri(options.Ports.UrlOf(definition.Name)), PushEndpoint.Path));
        var topology = LocalPipeline.TopologyOf(NbaPipeline.Manifest, addresses);
        if (stores.Topology is { } google)
        {
            await google.DeclareAsync(topology.Topics, topology.Subscriptions, cancellationToken);
            await context.Errors.WriteLineAsync($"broker: Google's emulator pushes to {string.Join(", ", addresses.Values)}");
            return;
        }

        await using var dispatcher = new PushDispatcher(stores.Broker, topology, loggers.CreateLogger<PushDispatcher>());
        await dispatcher.StartAsync(cancellationToken);
        await context.Errors.WriteLineAsync($"broker pushes to {string.Join(", ", addresses.Values)}");
        try
        {
            await dispatcher.Completion.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await dispatcher.StopAsync(CancellationToken.None);
        }
    }
}
