using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Broker;

/// <summary>
/// Keeps as many pushes under way as there is room for. Each turn is one transaction that records the pushes that ended and claims the next ones;
/// a slot is free again, and a message done, only once that transaction is on disk. While it is being written further pushes end, and go into the
/// next one together.
/// </summary>
internal sealed partial class DispatchLoop(
    BrokerFile file,
    IReadOnlyDictionary<string, SubscriptionLimits> subscriptions,
    PushClient client,
    ILogger logger) : IDisposable
{
    private readonly string[] _names = [.. subscriptions.Keys.Order(StringComparer.Ordinal)];
    private readonly Dictionary<DeliveryKey, ClaimedDelivery> _held = [];
    private readonly List<PushOutcome> _unsettled = [];
    private readonly ConcurrentQueue<PushOutcome> _ended = new();
    private readonly CancellationTokenSource _abort = new();
    private volatile bool _stopping;
    private volatile bool _killed;
    private bool _claimLost;
    private int _turn;

    /// <summary>Ends once stopped and drained. Throws what it cannot go on from.</summary>
    public async Task RunAsync()
    {
        while (!_killed)
        {
            var work = file.Work.Next;
            while (_ended.TryDequeue(out var outcome))
                _unsettled.Add(outcome);
            if (_stopping && _held.Count == 0)
                return;

            var wait = file.Options.PollInterval;
            var rooms = Rooms();
            if (_unsettled.Count > 0 || rooms.Count > 0)
            {
                if (await TryExchangeAsync(rooms) is not { } exchange)
                {
                    // Past the drain time-out there is nothing to wait for: what could not be recorded is recovered by the next dispatcher.
                    if (_abort.IsCancellationRequested)
                        return;
                    // Not the work signal: that would try a failing disk again at once.
                    await Task.Delay(wait, file.Time, _abort.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    continue;
                }

                foreach (var delivery in exchange.Claimed)
                    _ = PushAsync(delivery);
                if (exchange.Wait < wait)
                    wait = exchange.Wait;
            }

            await Waiting.ForAsync(work, wait, file.Time, CancellationToken.None);
        }
    }

    /// <summary>No new pushes; the loop ends once those under way have ended and are recorded.</summary>
    public void Stop()
    {
        _stopping = true;
        file.Work.Pulse();
    }

    /// <summary>Cuts off the pushes under way; they are recorded as due again.</summary>
    public void Abort()
    {
        _abort.Cancel();
        file.Work.Pulse();
    }

    /// <summary>Ends as the death of the process would: nothing is recorded.</summary>
    public void Kill()
    {
        _killed = true;
        Abort();
    }

    public void Dispose() => _abort.Dispose();

    private async Task PushAsync(ClaimedDelivery delivery)
    {
        _ended.Enqueue(await client.PushAsync(delivery, subscriptions[delivery.Key.Subscription], _abort.Token));
        file.Work.Pulse();
    }

    /// <summary>Who may be pushed to, starting with another subscription each turn.</summary>
    private List<SubscriptionRoom> Rooms()
    {
        var rooms = new List<SubscriptionRoom>(_names.Length);
        if (_stopping || Free <= 0)
            return rooms;
        var underWay = _held.Keys.Except(_unsettled.Select(outcome => outcome.Delivery.Key))
            .CountBy(key => key.Subscription, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        _turn = (_turn + 1) % Math.Max(1, _names.Length);
        for (var i = 0; i < _names.Length; i++)
        {
            var name = _names[(_turn + i) % _names.Length];
            var free = file.Options.ConcurrencyPerSubscription - underWay.GetValueOrDefault(name);
            if (free > 0)
                rooms.Add(new SubscriptionRoom(name, free));
        }

        return rooms;
    }

    private int Free => file.Options.Concurrency - _held.Count + _unsettled.Count;

    /// <summary>Null when the file could not be written; what ended is kept for the next try.</summary>
    private async Task<Exchange?> TryExchangeAsync(List<SubscriptionRoom> rooms)
    {
        PushOutcome[] outcomes = [.. _unsettled];
        HashSet<DeliveryKey>? known = _claimLost ? [.. _held.Keys] : null;
        var free = Free;
        Exchange exchange;
        try
        {
            exchange = await file.RunAsync(connection => ExchangeNow(connection, outcomes, rooms, free, known), CancellationToken.None);
        }
        catch (TransientException exception)
        {
            _claimLost = true;
            LogStoreFailed(exception, outcomes.Length);
            return null;
        }

        _claimLost = false;
        _unsettled.Clear();
        for (var i = 0; i < outcomes.Length; i++)
        {
            _held.Remove(outcomes[i].Delivery.Key);
            Report(outcomes[i], exchange.GivenUp[i]);
        }

        foreach (var delivery in exchange.Claimed)
            _held.Add(delivery.Key, delivery);
        if (exchange.Empty)
            file.Idle.Pulse();
        return exchange;
    }

    private Exchange ExchangeNow(
        BrokerConnection connection,
        PushOutcome[] outcomes,
        List<SubscriptionRoom> rooms,
        int free,
        HashSet<DeliveryKey>? known)
    {
        var now = file.Now;
        if (known is not null)
            DeliveryTable.ReleaseUnknown(connection, known, now);
        var givenUp = Array.ConvertAll(
            outcomes,
            outcome => DeliveryTable.Settle(connection, outcome, subscriptions[outcome.Delivery.Key.Subscription], now));
        var claimed = rooms.Count == 0
            ? []
            : DeliveryTable.Claim(connection, rooms, free, now, now + (long)file.Options.Lease.TotalMilliseconds);
        // With every slot taken it is the end of a push that wakes the loop, not the clock.
        var nextDue = rooms.Count == 0 || claimed.Count == free ? null : DeliveryTable.NextDue(connection, rooms);
        return new Exchange(
            claimed,
            givenUp,
            nextDue is { } due ? TimeSpan.FromMilliseconds(Math.Max(1, due - now)) : TimeSpan.MaxValue,
            outcomes.Length > 0 && claimed.Count == 0 && !DeliveryTable.Any(connection));
    }

    private void Report(PushOutcome outcome, bool givenUp)
    {
        var (messageId, subscription) = outcome.Delivery.Key;
        if (givenUp)
            LogGivenUp(subscription, messageId, outcome.Delivery.Attempt, outcome.Error);
        else if (outcome.Verdict != PushVerdict.Acknowledged)
            LogRefused(subscription, messageId, outcome.Delivery.Attempt, outcome.Error);
        else
            LogAcknowledged(subscription, messageId, outcome.Delivery.Attempt);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Subscription} took message {MessageId} at attempt {Attempt}")]
    private partial void LogAcknowledged(string subscription, long messageId, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subscription} did not take message {MessageId} at attempt {Attempt}: {Error}")]
    private partial void LogRefused(string subscription, long messageId, int attempt, string? error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subscription} gave up message {MessageId} after {Attempt} attempts: {Error}; see: nbaprops dead-letters list")]
    private partial void LogGivenUp(string subscription, long messageId, int attempt, string? error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "bus.db could not be written; {Count} ended pushes are kept and recorded at the next try")]
    private partial void LogStoreFailed(Exception exception, int count);

    /// <summary>What one turn's transaction did.</summary>
    private sealed record Exchange(List<ClaimedDelivery> Claimed, bool[] GivenUp, TimeSpan Wait, bool Empty);
}
