using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Cli.Running;

/// <summary>Puts together what services of this process stand on.</summary>
internal static class PipelineHosts
{
    public static ServiceHost Create(NbaPropsOptions options, PipelineManifest manifest, Ports ports, TimeProvider time, ILoggerFactory loggers) => new()
    {
        Manifest = manifest,
        Options = options,
        Ports = ports,
        Time = time,
        Loggers = loggers,
        Upstream = (upstream, _) => new PlainUpstream(upstream),
    };

    /// <summary>A runtime that runs no phase: it advances days, ticks and compares.</summary>
    public static PipelineRuntime Watcher(ServiceHost host) => PipelineRuntime.Create(new PipelineRuntimeSettings
    {
        Manifest = host.Manifest,
        Phases = [],
        Works = [],
        Ports = host.Ports,
        Time = host.Time,
        Options = host.Options.Runtime,
        Instance = $"watcher-{Environment.ProcessId}",
        Loggers = host.Loggers,
    });
}
