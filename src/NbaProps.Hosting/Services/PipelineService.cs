using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Hosting.Services;

/// <summary>A service of the pipeline listening on its port.</summary>
public sealed class PipelineService : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PipelineService(ServiceDefinition definition, WebApplication application, PipelineRuntime runtime)
    {
        Definition = definition;
        _application = application;
        Runtime = runtime;
    }

    /// <summary>What it is.</summary>
    public ServiceDefinition Definition { get; }

    /// <summary>Its runtime.</summary>
    public PipelineRuntime Runtime { get; }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>Where messages are pushed to.</summary>
    public Uri PushAddress => new(BaseAddress, PushEndpoint.Path);

    /// <summary>Builds the service and lets it listen.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="host">What it stands on.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">A processor of its phases is not implemented.</exception>
    public static async Task<PipelineService> StartAsync(ServiceDefinition definition, ServiceHost host, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddNbaPropsDefaults(definition.Name, host.Options, host.Inputs);
        var application = builder.Build();
        var activities = application.Services.GetRequiredService<PipelineActivity>();
        var runtime = PipelineRuntime.Create(host.RuntimeOf(definition, activities, application.Services.GetRequiredService<ILoggerFactory>()));
        application.MapNbaPropsDefaults();
        application.MapPush(runtime.Handler, activities);
        await application.StartAsync(cancellationToken);
        return new PipelineService(definition, application, runtime);
    }

    /// <summary>Ends when the service was told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => ((IHost)_application).WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }
}

/// <summary>What the services of a process stand on.</summary>
public sealed record ServiceHost
{
    /// <summary>The pipeline.</summary>
    public required PipelineManifest Manifest { get; init; }

    /// <summary>The configuration.</summary>
    public required NbaPropsOptions Options { get; init; }

    /// <summary>The ports.</summary>
    public required Ports Ports { get; init; }

    /// <summary>The wall clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>What the process was told from outside.</summary>
    public required ConfigurationInputs Inputs { get; init; }

    /// <summary>The way to an upstream.</summary>
    public required Func<UpstreamOptions, string, IUpstream> Upstream { get; init; }

    /// <summary>What a service's runtime is made of.</summary>
    internal PipelineRuntimeSettings RuntimeOf(ServiceDefinition definition, PipelineActivity activities, ILoggerFactory loggers) => new()
    {
        Manifest = Manifest,
        Phases = definition.Phases,
        Works = definition.Works(new ServiceSurroundings(Options, Upstream)),
        Ports = Ports with { Bus = new TracingMessageBus(Ports.Bus, activities) },
        Time = Time,
        Options = Options.Runtime,
        Instance = $"{definition.Name}-{Environment.ProcessId}",
        Loggers = loggers,
    };
}
