using NbaProps.Domain.Calendar;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Ticking;

/// <summary>
/// Replaces what was lost. It compares every expected output with what is there and sends a hint for each that a hint would move: missing
/// or stale outputs whose inputs are ready, failed ones whose wait is over, closed gates, leases that ran out, outboxes that are old. It
/// only sends hints: run twice it does nothing twice.
/// </summary>
public sealed class Tick
{
    private const int MessagesPerPublish = 500;

    private readonly PipelineManifest _manifest;
    private readonly ExpectedOutputs _expected;
    private readonly IStateStore _state;
    private readonly UnitRecords _records;
    private readonly IMessageBus _bus;
    private readonly WatchedUnits _watched;

    internal Tick(PipelineManifest manifest, ExpectedOutputs expected, IStateStore state, UnitRecords records, IMessageBus bus)
    {
        _manifest = manifest;
        _expected = expected;
        _state = state;
        _records = records;
        _bus = bus;
        _watched = new WatchedUnits(state, records);
    }

    /// <summary>Compares and sends.</summary>
    /// <param name="dates">The dates to compare; null for every date of each season that has begun, from the first that did to the newest, or to today.</param>
    /// <param name="now">The moment that counts for lateness; null for the newest as-of.</param>
    /// <param name="cancellationToken">Ends the tick; what was not sent is sent by the next.</param>
    /// <param name="asks">Which of what a hint would move is sent one; null for all.</param>
    public async Task<TickReport> RunAsync(GameDateRange? dates, DateTimeOffset? now, CancellationToken cancellationToken, Func<ExpectedOutput, bool>? asks = null)
    {
        var outputs = dates is null ? await WatchAsync(now, cancellationToken) : await CompareAsync(dates, now, cancellationToken);
        var due = outputs.Where(output => output.Actionable && asks?.Invoke(output) is not false).ToArray();
        foreach (var topic in due.GroupBy(output => Topics.Trigger(_manifest.Processor(output.Unit.Processor).Phase), StringComparer.Ordinal))
        {
            foreach (var chunk in topic.Chunk(MessagesPerPublish))
            {
                var messages = chunk.Select(output => LookHint.Of(output.Unit, string.Empty, "tick", null)).ToArray();
                await _bus.PublishAsync(topic.Key, messages, cancellationToken);
            }
        }

        return new TickReport(outputs, due.Length);
    }

    /// <summary>Compares without sending: the grid that <c>status</c> shows.</summary>
    public async Task<IReadOnlyList<ExpectedOutput>> CompareAsync(GameDateRange? dates, DateTimeOffset? now, CancellationToken cancellationToken) =>
        await CompareAsync(await UnitSnapshot.ReadAsync(_state, _manifest, _records, dates, cancellationToken), dates, now, cancellationToken);

    // All dates, of units that earlier looks have read: what would be hinted, or told as trouble, is read again first. Another unit may then show its reader to be behind, which is read in turn.
    private async Task<IReadOnlyList<ExpectedOutput>> WatchAsync(DateTimeOffset? now, CancellationToken cancellationToken)
    {
        var look = await _watched.ReadAsync(await _state.TimeAsync(cancellationToken), cancellationToken);
        var units = await UnitSnapshot.OfAsync(look, _state, _records, cancellationToken);
        while (true)
        {
            var outputs = await CompareAsync(units, dates: null, now, cancellationToken);
            var after = await _watched.AgainAsync(look, outputs.Where(IsActedOn).Select(output => output.Unit), cancellationToken);
            if (ReferenceEquals(after.Units, look.Units))
            {
                return outputs;
            }

            (look, units) = (after, units.With(after));
        }
    }

    private static bool IsActedOn(ExpectedOutput output) =>
        output.HasBegun && (output.Actionable || output.IsTrouble || output.State is ExpectedState.Overdue or ExpectedState.Failed or ExpectedState.Blocked);

    private async Task<IReadOnlyList<ExpectedOutput>> CompareAsync(UnitSnapshot units, GameDateRange? dates, DateTimeOffset? now, CancellationToken cancellationToken) =>
        units.NewestAsOf is { } newest ? await _expected.CompareAsync(units, dates is { } range ? range : DatesOf(units, now), now ?? newest, cancellationToken) : [];

    // Of each season that has begun every date between its first and its last: one left out is missing. The season of the clock goes on to today.
    private static IEnumerable<GameDate> DatesOf(UnitSnapshot units, DateTimeOffset? now)
    {
        GameDate? today = now is { } moment ? GameDate.FromInstant(moment) : null;
        foreach (var season in units.Dates.GroupBy(Season.FromGameDate))
        {
            var (first, last) = (season.First(), season.Last());
            var end = today is { } day && day > last && Season.FromGameDate(day) == season.Key ? day : last;
            foreach (var date in new GameDateRange(first, end))
            {
                yield return date;
            }
        }
    }
}

/// <summary>What a tick saw and did.</summary>
/// <param name="Outputs">Every expected output of the dates compared.</param>
/// <param name="Hints">How many hints were sent.</param>
public sealed record TickReport(IReadOnlyList<ExpectedOutput> Outputs, int Hints);
