using System.Diagnostics;
using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Embedded.Broker;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Cli.Running;

/// <summary>Who handles the messages of a folder: this process, or another one that has it already.</summary>
internal sealed class Dispatching : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task> _waitUntilIdleAsync;
    private readonly IAsyncDisposable _opened;

    private Dispatching(PipelineRuntime watcher, Func<CancellationToken, Task> waitUntilIdleAsync, IAsyncDisposable opened) =>
        (Watcher, _waitUntilIdleAsync, _opened) = (watcher, waitUntilIdleAsync, opened);

    /// <summary>A runtime that runs no phase.</summary>
    public PipelineRuntime Watcher { get; }

    /// <summary>The process that has the folder; null when nobody has.</summary>
    public static FolderHolder? Holder(NbaPropsOptions options)
    {
        try
        {
            FolderLock.Acquire(Path.GetFullPath(options.DataDirectory), TimeProvider.System).Dispose();
            return null;
        }
        catch (FolderInUseException taken) when (taken.Holder is { } holder)
        {
            return holder;
        }
    }

    /// <summary>Starts the services in this process.</summary>
    public static async Task<Dispatching> HereAsync(PipelineStart start, CancellationToken cancellationToken)
    {
        var pipeline = await LocalPipeline.StartAsync(start, cancellationToken);
        return new Dispatching(pipeline.Watcher, pipeline.WaitUntilIdleAsync, pipeline);
    }

    /// <summary>Opens the folder beside the process that has it.</summary>
    public static async Task<Dispatching> ElsewhereAsync(
        NbaPropsOptions options, ConfigurationInputs inputs, FolderHolder holder, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var stores = await EmbeddedStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        var host = ServiceProcess.HostOf(options, inputs, stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System));
        var probe = new SqliteBrokerProbe(stores.Broker);
        return new Dispatching(host.CreateWatcher(loggers), token => WaitForAsync(holder, probe, token), stores);
    }

    /// <summary>Ends when every message has been handled.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _waitUntilIdleAsync(cancellationToken);

    public ValueTask DisposeAsync() => _opened.DisposeAsync();

    // Nothing becomes idle any more when the other process has gone: then what was asked for waits in the bus for the next one.
    private static async Task WaitForAsync(FolderHolder holder, SqliteBrokerProbe probe, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var process = Find(holder) ?? throw Gone(holder);
        var gone = process.WaitForExitAsync(stop.Token);
        var idle = probe.WaitUntilIdleAsync(stop.Token);
        var first = await Task.WhenAny(gone, idle);
        await stop.CancelAsync();
        await Task.WhenAll(gone, idle).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (first == gone)
        {
            throw Gone(holder);
        }

        await idle;
    }

    private static Process? Find(FolderHolder holder)
    {
        try
        {
            return Process.GetProcessById(holder.ProcessId);
        }
        catch (ArgumentException)
        {
            // That is how the platform says that there is no such process.
            return null;
        }
    }

    private static InvalidOperationException Gone(FolderHolder holder) => new(string.Create(
        CultureInfo.InvariantCulture, $"Process {holder.ProcessId}, which did the work, has ended. What was asked for is kept: the next process that runs the pipeline in this folder does it."));
}
