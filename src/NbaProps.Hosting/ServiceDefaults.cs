using System.Reflection;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Health;
using NbaProps.Hosting.Logging;
using NbaProps.Hosting.Requests;
using NbaProps.Hosting.Telemetry;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Resilience;

namespace NbaProps.Hosting;

/// <summary>What every service has: configuration, logging, telemetry, health, limits.</summary>
public static class ServiceDefaults
{
    /// <summary>How long requests under way may take to end when the process is told to stop: what Cloud Run leaves it.</summary>
    public static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(10);

    /// <summary>Adds the defaults. The options it reads are also registered, whole and section by section where the runtime wants them.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="serviceName">The service's name, one of <see cref="PortsOptions.Services"/> for a fixed port.</param>
    /// <param name="args">The command line: <c>--set</c>, <c>--data</c>, <c>--config</c>.</param>
    /// <exception cref="ConfigurationException">The configuration cannot be used.</exception>
    public static NbaPropsOptions AddNbaPropsDefaults(this WebApplicationBuilder builder, string serviceName, string[] args)
    {
        var inputs = ConfigurationInputs.OfProcess(args);
        var options = NbaPropsConfiguration.Load(inputs);
        builder.AddNbaPropsDefaults(serviceName, options, inputs);
        return options;
    }

    /// <summary>The same with options that were read already: several services of one process share them.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="serviceName">The service's name.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="inputs">What the process was told; of this only the environment counts here.</param>
    public static void AddNbaPropsDefaults(this WebApplicationBuilder builder, string serviceName, NbaPropsOptions options, ConfigurationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(inputs);
        var identity = IdentityOf(serviceName, inputs);
        LoggingSetup.Use(builder.Logging, options.Logging, identity, inputs);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(options.Runtime)
            .AddSingleton(options.Upstreams)
            .AddSingleton(options.Operations)
            .AddSingleton(inputs)
            .AddSingleton(identity)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => new PipelineActivity(serviceName))
            .AddSingleton<ReadinessProbe>()
            .AddSingleton<IHostedService>(services => new TelemetryLifetime(options.Telemetry, identity, services.GetRequiredService<ConfigurationInputs>()))
            .AddProblemDetails()
            .Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownPatience);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            RequestLimits.Apply(kestrel.Limits);
        });
        builder.WebHost.UseUrls(UrlOf(options, serviceName, inputs));
    }

    /// <summary>Maps the defaults: health, version, and problem details for what goes wrong.</summary>
    /// <param name="app">The service.</param>
    public static void MapNbaPropsDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        app.MapNbaPropsHealth();
    }

    /// <summary>Which build a service of this process is.</summary>
    internal static BuildIdentity IdentityOf(string serviceName, ConfigurationInputs inputs) =>
        BuildIdentity.Of(serviceName, Assembly.GetEntryAssembly() ?? typeof(ServiceDefaults).Assembly, inputs.Variable);

    // What the sender did wrong is not our failure, and what may pass is worth a repetition.
    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        TransientException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // Cloud Run says the port and wants every address; a host that says its own addresses knows better than our table.
    internal static string UrlOf(NbaPropsOptions options, string serviceName, ConfigurationInputs inputs) =>
        inputs.Variable(ConfigurationInputs.Port) is { } port ? $"http://0.0.0.0:{port}"
        : inputs.Variable(ConfigurationInputs.Urls) ?? options.Ports.UrlOf(serviceName);
}
