using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
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
    /// <param name="url">Where it listens; port 0 takes a free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">A processor of its phases is not implemented.</exception>
    public static async Task<PipelineService> StartAsync(ServiceDefinition definition, ServiceHost host, string url, CancellationToken cancellationToken)
    {
        var runtime = PipelineRuntime.Create(host.RuntimeOf(definition));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(host.Loggers);
        builder.WebHost.UseUrls(url);
        var application = builder.Build();
        application.MapPush(runtime.Handler);
        host.Map(definition, application);
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

    /// <summary>Where logs go.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The way to an upstream.</summary>
    public required Func<UpstreamOptions, string, IUpstream> Upstream { get; init; }

    /// <summary>Further endpoints of a service (health, version).</summary>
    public Action<ServiceDefinition, WebApplication> Map { get; init; } = static (_, _) => { };

    /// <summary>What a service's runtime is made of.</summary>
    internal PipelineRuntimeSettings RuntimeOf(ServiceDefinition definition) => new()
    {
        Manifest = Manifest,
        Phases = definition.Phases,
        Works = definition.Works(new ServiceSurroundings(Options, Upstream)),
        Ports = Ports,
        Time = Time,
        Options = Options.Runtime,
        Instance = $"{definition.Name}-{Environment.ProcessId}",
        Loggers = Loggers,
    };
}
