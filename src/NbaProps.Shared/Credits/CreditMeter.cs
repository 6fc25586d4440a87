using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Domain;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Credits;

/// <summary>
/// Writes down each call that a source has answered and what it says of its credits. What cannot be written is told and holds nothing up: the payload is
/// paid for, and the next answer brings the count anew.
/// </summary>
public sealed partial class CreditMeter
{
    private const int MostConflicts = 20;

    // By the day on which the count begins anew, and not by its hour: until then an answer may still belong to the month before.
    private static readonly TimeSpan Turning = TimeSpan.FromDays(1);

    private readonly IStateStore _state;
    private readonly StateCalls _calls;
    private readonly CreditAllowance _allowance;
    private readonly string _instance;
    private readonly ILogger<CreditMeter> _logger;
    private long _count;

    /// <summary>Makes the meter of a source.</summary>
    /// <param name="allowance">The source, and when its months begin.</param>
    /// <param name="state">Where calls and positions are kept.</param>
    /// <param name="options">How often a state call is tried.</param>
    /// <param name="time">The wall clock.</param>
    /// <param name="instance">Name of this instance, unique among those that run at the same time.</param>
    /// <param name="logger">Where calls are told that could not be written.</param>
    public CreditMeter(CreditAllowance allowance, IStateStore state, RuntimeOptions options, TimeProvider time, string instance, ILogger<CreditMeter> logger) =>
        (_allowance, _state, _calls, _instance, _logger) = (allowance, state, new StateCalls(state, time, options), instance, logger);

    /// <summary>A name for the next call.</summary>
    public string NextCallId(DateTimeOffset at) =>
        ContentHash.Of(_instance, at.ToString("O", CultureInfo.InvariantCulture), Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes down a call that was answered. Run twice with the same call it writes it once.</summary>
    public async Task RecordAsync(MeteredCall call, CancellationToken cancellationToken)
    {
        try
        {
            var write = new DocumentWrite(call.Path, StateJson.Write(call), Precondition.None);
            await _calls.RepeatAsync(token => _state.CommitAsync([write], token), cancellationToken);
            await TakeInAsync(call, cancellationToken);
        }
        catch (Exception failure) when (Faults.Classify(failure) != FaultKind.Defect && !cancellationToken.IsCancellationRequested)
        {
            LogLost(_logger, failure, call.Upstream, call.Url, call.Used, call.Remaining);
        }
    }

    private async Task TakeInAsync(MeteredCall call, CancellationToken cancellationToken)
    {
        var month = await MonthOfAsync(call, cancellationToken);
        var path = CreditPosition.PathOf(call.Upstream, month.From);
        for (var round = 0; round < MostConflicts; round++)
        {
            var read = await _calls.GetAsync(path, cancellationToken);
            var known = read.Document is { } stored ? StateJson.Read<CreditPosition>(stored.Json) : null;
            var after = CreditPosition.After(known, call, month.From);
            if (after is null || after == known)
            {
                return;
            }

            // What another instance has written meanwhile is read and counted in; an answer that was lost changes nothing when it is taken in again.
            var precondition = read.Document is { } before ? Precondition.VersionIs(before.Version) : Precondition.Absent;
            var write = new DocumentWrite(path, StateJson.Write(after), precondition);
            if (await _calls.RepeatAsync(token => _state.CommitAsync([write], token), cancellationToken) is CommitResult.Committed)
            {
                return;
            }
        }

        throw new TransientException($"{path} was changed by others {MostConflicts} times in a row.");
    }

    private async Task<CreditMonth> MonthOfAsync(MeteredCall call, CancellationToken cancellationToken)
    {
        var month = CreditMonth.Of(call.AnsweredAt, _allowance.ResetDay);
        if (call.AnsweredAt - month.Begins >= Turning)
        {
            return month;
        }

        var before = await _calls.RepeatAsync(token => CreditPosition.FindAsync(_state, call.Upstream, month.Before, token), cancellationToken);
        return before is { Used: > 0 } && (call.Used is null || call.Used >= before.Used) ? month.Before : month;
    }

    [LoggerMessage(1201, LogLevel.Warning, "{Upstream}: the credits of a call could not be written down ({Used} used, {Remaining} left): GET {Url}")]
    private static partial void LogLost(ILogger logger, Exception failure, string upstream, string url, int? used, int? remaining);
}
