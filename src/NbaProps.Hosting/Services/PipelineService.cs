using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Push;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Web;

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

    /// <summary>All that it answers to.</summary>
    public IReadOnlyList<Endpoint> Endpoints => [.. ((IEndpointRouteBuilder)_application).DataSources.SelectMany(source => source.Endpoints)];

    /// <summary>Builds the service and lets it listen.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="host">What it stands on.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="map">Maps what the service has besides, given its runtime; null for nothing.</param>
    /// <exception cref="ConfigurationException">Its port is taken, it is not said who may enter, or it would ask nobody on Cloud Run.</exception>
    /// <exception cref="InvalidOperationException">A processor of its phases is not implemented.</exception>
    public static async Task<PipelineService> StartAsync(
        ServiceDefinition definition, ServiceHost host, CancellationToken cancellationToken, Action<IEndpointRouteBuilder, PipelineRuntime>? map = null)
    {
        host.RefuseOpenToAll();
        var builder = BareWeb.CreateBuilder();
        builder.AddNbaPropsDefaults(definition.Name, host.Options, host.Inputs);
        host.AddReadiness(builder.Services);
        var application = builder.Build();
        var activities = application.Services.GetRequiredService<PipelineActivity>();
        var runtime = host.RuntimeOf(definition, activities, application.Services.GetRequiredService<ILoggerFactory>());
        application.MapNbaPropsDefaults();
        map?.Invoke(application, runtime);
        if (definition.Phases.Count > 0)
        {
            application.MapPush(
                runtime.Handler, activities, host.Guard(), host.Time, application.Services.GetRequiredService<ILoggerFactory>().CreateLogger<PushGuard>());
        }

        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await application.DisposeAsync();
            throw TakenPorts.Refused(definition.Name, host.Options, host.Inputs);
        }

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
