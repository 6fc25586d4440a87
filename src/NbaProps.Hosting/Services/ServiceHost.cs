using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Documents;
using NbaProps.Hosting.Health;
using NbaProps.Hosting.Push;
using NbaProps.Hosting.Upstreams;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;

namespace NbaProps.Hosting.Services;

/// <summary>What the services of a process stand on.</summary>
public sealed record ServiceHost
{
    // In containers every process is number 1: the number alone names several at once.
    private static readonly string ProcessMark = System.Security.Cryptography.RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The pipeline.</summary>
    public required PipelineManifest Manifest { get; init; }

    /// <summary>The configuration.</summary>
    public required NbaPropsOptions Options { get; init; }

    /// <summary>The ports.</summary>
    public required Ports Ports { get; init; }

    /// <summary>The wall clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The clock of the game days.</summary>
    public required GameClock GameClock { get; init; }

    /// <summary>What the process was told from outside.</summary>
    public required ConfigurationInputs Inputs { get; init; }

    /// <summary>What could not be processed, for the watcher; null where nobody has to look after it.</summary>
    public IDeadLetters? DeadLetters { get; init; }

    /// <summary>What takes the text out of PDFs; null for <see cref="PdfToText"/>.</summary>
    public IPdfText? Pdfs { get; init; }

    /// <summary>Where Google's keys are; null for where they are. For tests: what is configured cannot say it.</summary>
    internal string? GoogleKeys { get; init; }

    /// <summary>Who keeps out whoever may not call; null on one machine, where only it itself calls.</summary>
    /// <exception cref="ConfigurationException">It is not said who may enter.</exception>
    public PushGuard? Guard() => PushGuard.Of(Options, Time, GoogleKeys);

    /// <summary>A runtime that runs no phase: it lets days advance, compares and asks.</summary>
    public PipelineRuntime CreateWatcher(ILoggerFactory loggers) => RuntimeOf(new ServiceDefinition("operations", [], _ => []), Ports, loggers);

    /// <summary>Refuses to listen where anybody could call and nobody would be asked.</summary>
    internal void RefuseOpenToAll()
    {
        if (Options.Mode != Mode.Cloud && Inputs.Variable(ConfigurationInputs.CloudRunService) is { } service)
        {
            throw new ConfigurationException([$"Mode is {ScalarParser.Write(Options.Mode)}, in which nobody who calls is asked who he is; accepted on Cloud Run, where this is {service}: cloud"]);
        }
    }

    /// <summary>A service's runtime; what it publishes carries the service's trace.</summary>
    internal PipelineRuntime RuntimeOf(ServiceDefinition definition, PipelineActivity activities, ILoggerFactory loggers) =>
        RuntimeOf(definition, Ports with { Bus = new TracingMessageBus(Ports.Bus, activities) }, loggers);

    /// <summary>Registers what readiness rests on, and the contracts that all builds of an installation must share.</summary>
    internal void AddReadiness(IServiceCollection services)
    {
        services.AddSingleton<IReadinessCheck>(new StateReadiness(Ports.State)).AddSingleton<IReadinessCheck>(new WarehouseReadiness(Ports.Warehouse, [.. Manifest.AllTables]));
        foreach (var contract in BuildContracts.Of(Manifest))
        {
            services.AddSingleton(contract);
        }
    }

    private static string InstanceOf(ServiceDefinition definition) => $"{definition.Name}-{Environment.ProcessId}-{ProcessMark}";

    private HttpUpstream UpstreamOf(ServiceDefinition definition, UpstreamOptions upstream, string source, ILoggerFactory loggers)
    {
        var meter = upstream.AllowanceOf(source) is { } allowance
            ? new CreditMeter(allowance, Ports.State, Options.Runtime, Time, InstanceOf(definition), loggers.CreateLogger<CreditMeter>())
            : null;
        return LiveUpstreams.Create(source, upstream, Time, loggers.CreateLogger<HttpUpstream>(), meter);
    }

    private DeploymentWatch? WatchOf(ServiceDefinition definition) => Options.Deployment.IsWatchedIn(Options.Mode)
        ? new DeploymentWatch(DeployedBuild.Of(ServiceDefaults.IdentityOf(definition.Name, Inputs)), Options.Deployment.AllowedBecause, Time)
        : null;

    private PipelineRuntime RuntimeOf(ServiceDefinition definition, Ports ports, ILoggerFactory loggers) => PipelineRuntime.Create(new()
    {
        Manifest = Manifest,
        Phases = definition.Phases,
        Works = definition.Works(new ServiceSurroundings(Options, (upstream, source) => UpstreamOf(definition, upstream, source, loggers), Pdfs ?? new PdfToText(Time))),
        Ports = ports,
        Time = Time,
        GameClock = GameClock,
        Options = Options.Runtime,
        Deployment = WatchOf(definition),
        Instance = InstanceOf(definition),
        Loggers = loggers,
    });
}
