using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Logging;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Hosting.Services;

/// <summary>A service in a process of its own: what each <c>Program.cs</c> and <c>nbaprops serve</c> run.</summary>
public static class ServiceProcess
{
    /// <summary>Runs a service until it is told to stop; what it was told is on the command line.</summary>
    /// <returns>The exit code: 0 stopped, 2 wrong configuration or a taken port.</returns>
    public static Task<int> RunAsync(ServiceDefinition definition, string[] args) => ServiceProgram.RunAsync(async () =>
    {
        var inputs = ConfigurationInputs.OfProcess(args);
        await RunAsync(definition, NbaPropsConfiguration.Load(inputs), inputs, _ => Task.CompletedTask, CancellationToken.None);
    });

    /// <summary>Runs a service until it is told to stop.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="inputs">What the process was told from outside.</param>
    /// <param name="listening">Told the address once it listens.</param>
    /// <param name="cancellationToken">Tells it to stop, as the process's signals do.</param>
    public static async Task RunAsync(
        ServiceDefinition definition, NbaPropsOptions options, ConfigurationInputs inputs, Func<Uri, Task> listening, CancellationToken cancellationToken)
    {
        TakenPorts.Refuse([definition.Name], options, inputs);
        using var loggers = LoggersOf(definition, options, inputs);
        await using var stores = await PipelineStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        await using var service = await PipelineService.StartAsync(
            definition, HostOf(options, inputs, stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System)), cancellationToken);
        await listening(service.BaseAddress);
        await service.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>Where what happens outside the service's own host is logged: in the same form.</summary>
    public static ILoggerFactory LoggersOf(ServiceDefinition definition, NbaPropsOptions options, ConfigurationInputs inputs) => LoggerFactory.Create(logging => LoggingSetup.Use(
        logging, options.Logging, BuildIdentity.Of(definition.Name, typeof(ServiceProcess).Assembly, inputs.Variable), inputs));

    /// <summary>What services of a process stand on.</summary>
    public static ServiceHost HostOf(NbaPropsOptions options, ConfigurationInputs inputs, Ports ports, TimeProvider time, GameClock clock) => new()
    {
        Manifest = NbaPipeline.Manifest,
        Options = options,
        Inputs = inputs,
        Ports = ports,
        Time = time,
        GameClock = clock,
    };
}
