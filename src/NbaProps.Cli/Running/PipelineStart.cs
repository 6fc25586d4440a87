using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.State;

namespace NbaProps.Cli.Running;

/// <summary>What a pipeline of one process starts with.</summary>
/// <param name="Options">The configuration.</param>
/// <param name="Inputs">What the process was told from outside.</param>
/// <param name="Clock">The clock of the game days.</param>
/// <param name="Loggers">Where logs go.</param>
internal sealed record PipelineStart(NbaPropsOptions Options, ConfigurationInputs Inputs, GameClock Clock, ILoggerFactory Loggers)
{
    /// <summary>The wall clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where scrapers fetch from, as the folder remembers it; null where none of them fetches.</summary>
    public string? Source { get; init; }

    /// <summary>Done before the first message is handled: some may wait from a process that was killed. Null for nothing.</summary>
    public Func<PipelineRuntime, Task>? BeforeMessagesAsync { get; init; }

    /// <summary>The services; all five unless said otherwise.</summary>
    public IReadOnlyList<ServiceDefinition> Definitions { get; init; } = LocalPipeline.Definitions;

    /// <summary>State as the services and the watcher shall see it; null for as it is.</summary>
    public Func<IStateStore, IStateStore>? Seen { get; init; }

    /// <summary>The ports that take the place of the folder's, for runs on other stores; null for the folder's own.</summary>
    public Func<Ports, Ports>? Elsewhere { get; init; }

    /// <summary>What takes the text out of the source's PDFs; null for the tool that does it for everybody's.</summary>
    public IPdfText? Pdfs { get; init; }
}
