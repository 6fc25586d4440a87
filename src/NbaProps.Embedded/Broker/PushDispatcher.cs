using Microsoft.Extensions.Logging;

using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>
/// Pushes what is published to the subscriptions' endpoints, as Pub/Sub does: at least once, in any order, until acknowledged or given up. All it
/// knows is in <c>bus.db</c>, so it can be killed at any moment. One dispatcher at a time per folder.
/// </summary>
public sealed partial class PushDispatcher : IBrokerProbe, IAsyncDisposable
{
    private readonly BrokerFile _file;
    private readonly BrokerTopology _topology;
    private readonly ILogger<PushDispatcher> _logger;
    private readonly HttpMessageInvoker _http;
    private readonly SqliteBrokerProbe _probe;
    private readonly Dictionary<string, SubscriptionLimits> _subscriptions;
    private FolderLock? _lock;
    private DispatchLoop? _loop;
    private Task? _running;

    /// <summary>A dispatcher that does nothing until <see cref="StartAsync"/>.</summary>
    /// <param name="file">The bus; the caller disposes it, after this.</param>
    /// <param name="topology">What it declares when it starts.</param>
    /// <param name="logger">Refusals are warnings, dead letters errors.</param>
    /// <param name="handler">What sends the requests, the caller's to dispose; null: a handler of its own, without redirects, cookies or proxy.</param>
    public PushDispatcher(BrokerFile file, BrokerTopology topology, ILogger<PushDispatcher> logger, HttpMessageHandler? handler = null)
    {
        _file = file;
        _topology = topology;
        _logger = logger;
        _probe = new SqliteBrokerProbe(file);
        _subscriptions = topology.Subscriptions.ToDictionary(
            subscription => subscription.Name,
            subscription => SubscriptionLimits.Of(subscription, file.Options),
            StringComparer.Ordinal);
        _http = handler is null
            ? new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }, disposeHandler: true)
            : new HttpMessageInvoker(handler, disposeHandler: false);
    }

    /// <summary>Ends when the dispatcher does; faulted when it ended by itself, for a reason it cannot go on from. A host watches it.</summary>
    public Task Completion => _running ?? Task.CompletedTask;

    /// <summary>
    /// Takes the folder's lock (<see cref="FolderInUseException"/> when another dispatcher has it), declares topics and subscriptions, frees what a
    /// dead dispatcher had in flight, and begins to push.
    /// </summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="whenLocked">Called with the lock held, before anything is pushed.</param>
    public async Task StartAsync(CancellationToken cancellationToken, Func<CancellationToken, Task>? whenLocked = null)
    {
        if (_running is not null)
            throw new InvalidOperationException("The dispatcher was started already.");
        _lock = FolderLock.Acquire(_file.Options.DataDirectory, _file.Time);
        try
        {
            if (whenLocked is not null)
                await whenLocked(cancellationToken);
            var (retired, freed, givenUp) = await _file.RunAsync(Prepare, cancellationToken);
            if (retired > 0)
                LogRetired(retired);
            if (freed + givenUp > 0)
                LogRecovered(freed, givenUp);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }

        _loop = new DispatchLoop(_file, _subscriptions, new PushClient(_http, _file.Options.ProjectId, _file.Time), _logger);
        // Pushes are not part of whatever trace this was started in.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(() => WatchAsync(_loop), CancellationToken.None);
        LogStarted(_topology.Subscriptions.Count, _file.Options.DataDirectory);
    }

    /// <summary>
    /// Starts no new push, waits for those under way until they end, the drain time-out passes or the token is cancelled, records them, and gives
    /// the folder back. What was cut off is due again at the next start. Throws what the dispatcher had died of, if it had.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_running is null || _loop is null)
            return;
        try
        {
            _loop.Stop();
            try
            {
                await _running.WaitAsync(_file.Options.DrainTimeout, _file.Time, cancellationToken);
            }
            catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
            {
                LogCutOff(_file.Options.DrainTimeout);
                _loop.Abort();
                await _running;
            }
        }
        finally
        {
            _lock?.Dispose();
        }
    }

    /// <inheritdoc />
    /// <remarks>Throws when this dispatcher ends with deliveries still open, instead of waiting for ever.</remarks>
    public async Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        if (_running is null)
        {
            await _probe.WaitUntilIdleAsync(cancellationToken);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var idle = _probe.WaitUntilIdleAsync(ended.Token);
        if (await Task.WhenAny(idle, _running) == idle)
        {
            await idle;
            return;
        }

        await ended.CancelAsync();
        await idle.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _running;
        if (!idle.IsCompletedSuccessfully && await _file.RunAsync(DeliveryTable.Any, cancellationToken))
            throw new TransientException("The dispatcher was stopped while messages were still to be delivered.");
    }

    /// <inheritdoc />
    public Task<BrokerDepth> GetDepthAsync(CancellationToken cancellationToken) => _probe.GetDepthAsync(cancellationToken);

    /// <summary>Stops, drained, if that was not done.</summary>
    public async ValueTask DisposeAsync()
    {
        // What it died of was logged, and Completion has it.
        await StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _loop?.Dispose();
        _http.Dispose();
    }

    /// <summary>For tests: ends as the death of the process would, with nothing recorded and the lock gone.</summary>
    internal async Task KillAsync()
    {
        _loop?.Kill();
        await Completion;
        _lock?.Dispose();
    }

    private (int Retired, int Freed, int GivenUp) Prepare(BrokerConnection connection)
    {
        var retired = TopologyTable.Declare(connection, _topology, _file.Options, _file.Now);
        var (freed, givenUp) = DeliveryTable.RecoverOrphans(connection, _subscriptions, _file.Now);
        return (retired, freed, givenUp);
    }

    private async Task WatchAsync(DispatchLoop loop)
    {
        try
        {
            await loop.RunAsync();
        }
        catch (Exception exception)
        {
            LogDied(exception);
            loop.Abort();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Dispatching to {Subscriptions} subscriptions from {Directory}")]
    private partial void LogStarted(int subscriptions, string directory);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} deliveries were for subscriptions that are no longer declared; see: nbaprops dead-letters list")]
    private partial void LogRetired(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A dispatcher died during pushes: {Freed} are pushed again, {GivenUp} were at their last attempt and are dead letters")]
    private partial void LogRecovered(int freed, int givenUp);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pushes were still under way after {DrainTimeout}; they are cut off, and due again at the next start")]
    private partial void LogCutOff(TimeSpan drainTimeout);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The dispatcher ended: no message is delivered until it is started again")]
    private partial void LogDied(Exception exception);
}
