using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace NbaProps.Hosting.Upstreams;

/// <summary>One GET with all its attempts: how many there were, what the last one brought, how much time is left.</summary>
internal sealed class UpstreamCall(string source, string url, UpstreamOptions options, BackOff backOff, Secrets secrets, TimeProvider time)
{
    /// <summary>Where the pipeline's strategies find the call.</summary>
    public static readonly ResiliencePropertyKey<UpstreamCall> Key = new("nbaprops.upstream-call");

    private readonly long _began = time.GetTimestamp();
    private string _last = "none was made";
    private string _gaveUp = string.Empty;

    /// <summary>Attempts that began.</summary>
    public int Attempts { get; private set; }

    /// <summary>The pause before the next attempt.</summary>
    public TimeSpan NextPause { get; private set; }

    /// <summary>What is left of the budget; zero at the least.</summary>
    public TimeSpan Left => options.Budget - time.GetElapsedTime(_began) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>An attempt begins.</summary>
    public void Begin() => Attempts++;

    /// <summary>Takes an attempt's outcome in, and decides whether there is to be another and after what pause.</summary>
    public bool WantsAnother(Outcome<UpstreamAnswer> outcome)
    {
        if (Describe(outcome) is not { } said)
        {
            return false;
        }

        _last = said;
        if (outcome.Exception is BrokenCircuitException)
        {
            // It is left alone for longer than any pause between attempts: trying on would only be told so again.
            return false;
        }

        if (Attempts >= options.Attempts)
        {
            return false;
        }

        // The source's own wish counts in full. A pause that outlasts the budget is not begun: nothing would come after it.
        var (own, asked) = (backOff.After(Attempts), outcome.Result?.RetryAfter ?? TimeSpan.Zero);
        NextPause = asked > own ? asked : own;
        if (NextPause >= Left)
        {
            _gaveUp = $"; the next attempt would be in {Seconds(NextPause)}, after the budget of {Seconds(options.Budget)}";
            return false;
        }

        return true;
    }

    /// <summary>Turns the last outcome into what the caller gets.</summary>
    /// <exception cref="TransientException">It may be better later.</exception>
    /// <exception cref="PermanentException">It will not.</exception>
    /// <exception cref="CreditsExhaustedException">It will not before the source's month turns.</exception>
    public FetchedPayload? Conclude(UpstreamAnswer answer) => answer switch
    {
        { Payload: { } payload } => payload,
        { IsNothing: true } => null,
        { IsTransient: true } => throw Failed(inner: null),
        { IsExhausted: true } => throw new CreditsExhaustedException($"{source}: the credits of the month are used up, GET {url} was answered with {answer.Said}"),
        _ => throw new PermanentException($"{source}: GET {url} was refused after {Tries}: {answer.Said}"),
    };

    /// <summary>The failure of a call whose last attempt threw.</summary>
    public TransientException Failed(Exception? inner) => new($"{source}: GET {url} failed after {Tries}, last answer: {_last}{_gaveUp}", inner);

    /// <summary>The failure of a call that could not get its turn in time.</summary>
    public TransientException Starved() =>
        new($"{source}: GET {url} did not get its turn within the budget of {Seconds(options.Budget)}, after {Tries}, last answer: {_last}");

    /// <summary>Whether an exception is one of those that the network and the time-outs throw.</summary>
    public static bool IsTrouble([NotNullWhen(true)] Exception? failure) =>
        failure is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException;

    /// <summary>Whether an attempt's outcome speaks against the source: it did not answer, or could not.</summary>
    public static bool IsFailure(Outcome<UpstreamAnswer> outcome) => outcome switch
    {
        { Result: { } answer } => answer.IsTransient,
        { Exception: BrokenCircuitException } => false,
        _ => IsTrouble(outcome.Exception),
    };

    private string Tries => Attempts == 1 ? "1 attempt" : string.Create(CultureInfo.InvariantCulture, $"{Attempts} attempts");

    private string? Describe(Outcome<UpstreamAnswer> outcome) => outcome switch
    {
        { Result: { IsTransient: true } answer } => answer.Said,
        { Exception: TimeoutRejectedException timeout } => $"nothing within {Seconds(timeout.Timeout)}",
        { Exception: BrokenCircuitException } => string.Create(
            CultureInfo.InvariantCulture, $"none; the source did not answer {options.FailuresToOpen} times in a row and is left alone for {Seconds(options.OpenFor)}"),
        { Exception: { } failure } when IsTrouble(failure) => secrets.Scrub(failure.Message),
        _ => null,
    };

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s");
}
