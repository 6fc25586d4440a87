using System.Diagnostics;
using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

using Polly;

namespace NbaProps.Hosting.Upstreams;

/// <summary>
/// The way to a source over HTTP. Attempts, pauses, time-outs and limits are those of its options; everything completes on the thread that the
/// handler answers on, so that the deterministic harness can drive it with a handler in memory.
/// </summary>
public sealed partial class HttpUpstream : IUpstream, IDisposable
{
    private const int LongestSaid = 200;

    private readonly string _source;
    private readonly UpstreamOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<HttpUpstream> _logger;
    private readonly BackOff _backOff;
    private readonly Secrets _secrets;
    private readonly HttpMessageInvoker _http;
    private readonly ResiliencePipeline<UpstreamAnswer> _pipeline;
    private readonly CreditMeter? _meter;

    /// <summary>Makes the way to a source.</summary>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="handler">What sends; disposed with this.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Draws from [0, 1), for the jitter of pauses.</param>
    /// <param name="logger">Where retries are told.</param>
    /// <param name="meter">What writes down the calls of a source that counts credits; null for others.</param>
    public HttpUpstream(
        string source, UpstreamOptions options, HttpMessageHandler handler, TimeProvider time, Func<double> random, ILogger<HttpUpstream> logger, CreditMeter? meter = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _meter = meter;
        (_source, _options, _time, _logger) = (source, options, time, logger);
        _backOff = new(options.RetryDelay, options.LongestRetryDelay, random);
        _secrets = new(options);
        _http = new(handler);
        _pipeline = UpstreamPipeline.Build(
            options, time, call => LogRetry(logger, source, call.Attempts, options.Attempts, call.NextPause, call.Failed(inner: null).Message));
    }

    /// <inheritdoc/>
    public async Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        var address = UpstreamAddress.Of(_options, pathAndQuery);
        var url = _secrets.Scrub(address);
        using var activity = PipelineActivity.StartInside($"GET {_source}", ActivityKind.Client);
        activity?.SetTag("url.full", url);
        var call = new UpstreamCall(_source, url, _options, _backOff, _secrets, _time);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(UpstreamCall.Key, call);
        try
        {
            var answer = await _pipeline.ExecuteAsync(inner => AttemptAsync(address, url, call, inner.CancellationToken), context);
            activity?.SetTag("http.response.status_code", (int)answer.Status);
            return call.Conclude(answer);
        }
        catch (Exception failure)
        {
            var told = UpstreamCall.IsTrouble(failure) ? call.Failed(failure) : failure;
            PipelineActivity.Fail(activity, told);
            if (ReferenceEquals(told, failure))
            {
                throw;
            }

            throw told;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async ValueTask<UpstreamAnswer> AttemptAsync(Uri address, string url, UpstreamCall call, CancellationToken cancellationToken)
    {
        call.Begin();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        foreach (var (name, value) in _options.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (_options is { ApiKeyHeader: { } header, ApiKey: { Length: > 0 } key })
        {
            request.Headers.TryAddWithoutValidation(header, key);
        }

        var calledAt = _time.GetUtcNow();
        using var response = await _http.SendAsync(request, cancellationToken);
        var answeredAt = _time.GetUtcNow();
        UpstreamAnswer? answer = null;
        try
        {
            return answer = await AnswerAsync(response, url, cancellationToken);
        }
        finally
        {
            // Also when the rest of the answer did not come: it is paid for. Whoever asked may have given up meanwhile.
            if (_meter is not null)
            {
                await _meter.RecordAsync(CreditHeaders.CallOf(_source, url, response, _meter.NextCallId(calledAt), calledAt, answeredAt, answer), CancellationToken.None);
            }
        }
    }

    private async Task<UpstreamAnswer> AnswerAsync(HttpResponseMessage response, string url, CancellationToken cancellationToken)
    {
        if (_options.NothingThere.Contains((int)response.StatusCode))
        {
            return UpstreamAnswer.Nothing(response.StatusCode);
        }

        if (response.IsSuccessStatusCode)
        {
            var bytes = await UpstreamBody.ReadAsync(response, _options.LongestBody, cancellationToken)
                ?? throw new PermanentException(
                    string.Create(CultureInfo.InvariantCulture, $"{_source}: GET {url} answered with more than {_options.LongestBody} bytes"));
            return new(response.StatusCode, new(bytes, UpstreamAnswer.MetadataOf(url, response)), RetryAfter: null, "a payload");
        }

        var said = await UpstreamBody.BeginningAsync(response, cancellationToken);
        var status = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {_secrets.Scrub(response.ReasonPhrase ?? string.Empty)}").TrimEnd();
        var scrubbed = _secrets.Scrub(said);
        return new(
            response.StatusCode,
            Payload: null,
            UpstreamAnswer.RetryAfterOf(response, _time.GetUtcNow()),
            said.Length == 0 ? status : $"{status}: {scrubbed[..Math.Min(scrubbed.Length, LongestSaid)]}")
        {
            IsExhausted = CreditHeaders.IsExhausted(response, said),
        };
    }

    [LoggerMessage(2201, LogLevel.Warning, "{Source}: attempt {Attempt} of {Attempts} failed, the next one in {Pause}: {Failure}")]
    private static partial void LogRetry(ILogger logger, string source, int attempt, int attempts, TimeSpan pause, string failure);
}
