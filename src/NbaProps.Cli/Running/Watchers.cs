using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Cli.Running;

/// <summary>Runtimes that run no phase: they advance days, tick and compare.</summary>
internal static class Watchers
{
    public static PipelineRuntime Create(NbaPropsOptions options, PipelineManifest manifest, Ports ports, TimeProvider time, ILoggerFactory loggers) =>
        PipelineRuntime.Create(new PipelineRuntimeSettings
        {
            Manifest = manifest,
            Phases = [],
            Works = [],
            Ports = ports,
            Time = time,
            Options = options.Runtime,
            Instance = $"watcher-{Environment.ProcessId}",
            Loggers = loggers,
        });
}
