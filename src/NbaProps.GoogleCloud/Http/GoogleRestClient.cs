using System.Globalization;
using System.Net.Http.Headers;

using Microsoft.Extensions.Logging;

using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Http;

/// <summary>
/// The way to one Google interface. What a status means, which calls are tried again and how long that may take is decided here, for all of them.
/// </summary>
/// <remarks>
/// An answer is returned where the caller may have expected it: done, not found, there already, a precondition that did not hold. All else is thrown: a
/// <see cref="TransientException"/> where a later try may help, a <see cref="PermanentException"/> where it will not. A call that may be repeated is tried
/// again with growing pauses, and never before Google's Retry-After; one that may not be is sent once. A refused token is renewed once for either, since then
/// nothing was done.
/// </remarks>
public sealed partial class GoogleRestClient
{
    private readonly Uri _base;
    private readonly GoogleCloudOptions _options;
    private readonly IAccessTokens _tokens;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _time;
    private readonly BackOff _backOff;
    private readonly ILogger<GoogleRestClient> _logger;

    /// <summary>Makes the way to an interface.</summary>
    /// <param name="baseAddress">What the calls' addresses are below, ending in a slash.</param>
    /// <param name="options">Times and limits.</param>
    /// <param name="tokens">Who gives tokens.</param>
    /// <param name="http">What sends, without following redirects; see <see cref="CreateHandler"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Draws from [0, 1), for the jitter of pauses.</param>
    /// <param name="logger">Where repeated calls are told.</param>
    public GoogleRestClient(
        Uri baseAddress, GoogleCloudOptions options, IAccessTokens tokens, HttpMessageInvoker http, TimeProvider time, Func<double> random, ILogger<GoogleRestClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_base, _options, _tokens, _http, _time, _logger) = (baseAddress, options, tokens, http, time, logger);
        _backOff = new(options.RetryDelay, options.LongestRetryDelay, random);
    }

    /// <summary>What sends: no redirects, which would take a token or an upload elsewhere; no cookies; bytes as they are.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // Google moves its addresses; a connection that is kept for ever does not see it.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Calls.</summary>
    /// <exception cref="TransientException">No answer that can be used; a later try may help. What <see cref="GoogleRequest.Repeatable"/> is not may have been done.</exception>
    /// <exception cref="PermanentException">The same call will be refused again.</exception>
    public async Task<GoogleAnswer> SendAsync(GoogleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var began = _time.GetTimestamp();
        var (unanswered, renewed) = (0, false);
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = await _tokens.GetAsync(cancellationToken);
            var seen = await AttemptAsync(request, token, cancellationToken);
            switch (seen.Meaning)
            {
                case StatusMeaning.Done or StatusMeaning.NotFound or StatusMeaning.AlreadyThere or StatusMeaning.PreconditionFailed:
                    return seen.Answer! with { UnansweredBefore = unanswered };
                case StatusMeaning.TokenRefused when token is not null && !renewed:
                    _tokens.Forget(token);
                    renewed = true;
                    continue;
                case StatusMeaning.TokenRefused or StatusMeaning.Refused:
                    throw new PermanentException($"{request.Operation}: {seen.Failure}") { IsDenied = seen.Answer?.Error?.Status == 403 };
            }

            unanswered += seen.Meaning == StatusMeaning.Unavailable ? 1 : 0;
            var pause = PauseAfter(attempt, seen.RetryAfter);
            if (!request.Repeatable || attempt >= _options.Attempts || _time.GetElapsedTime(began) + pause > _options.Budget)
            {
                throw new TransientException(Told(request, seen, attempt), seen.Cause) { IsConflict = seen.Answer?.Error is { Status: 409, Code: "ABORTED" } };
            }

            LogRetry(_logger, request.Operation, attempt, _options.Attempts, pause, seen.Failure);
            await Pause.ForAsync(pause, _time, cancellationToken);
        }
    }

    private TimeSpan PauseAfter(int attempt, TimeSpan? asked)
    {
        var ours = _backOff.After(attempt);
        return asked > ours ? asked.Value : ours;
    }

    private async Task<Seen> AttemptAsync(GoogleRequest request, string? token, CancellationToken cancellationToken)
    {
        var patience = request.Timeout ?? _options.Timeout;
        using var deadline = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var message = MessageOf(request, token);
            using var response = await _http.SendAsync(message, either.Token);
            return SeenOf(request, response, await BodyAsync(request, response, either.Token));
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Seen.Nothing(string.Create(CultureInfo.InvariantCulture, $"no answer within {patience.TotalSeconds:0.###} s"), late);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return Seen.Nothing($"no answer: {lost.Message}", lost);
        }
    }

    private HttpRequestMessage MessageOf(GoogleRequest request, string? token)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_base, request.Address)) { Content = request.Content?.Invoke() };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return message;
    }

    private async Task<byte[]> BodyAsync(GoogleRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > _options.LongestAnswer)
            {
                throw new PermanentException(string.Create(CultureInfo.InvariantCulture, $"{request.Operation}: the answer is longer than {_options.LongestAnswer} bytes"));
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }

    private Seen SeenOf(GoogleRequest request, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var headers = GoogleAnswer.HeadersOf(response);
        if (status is >= 200 and < 300 || request.AlsoDone.Contains(status))
        {
            return new(StatusMeaning.Done, new(request.Operation, StatusMeaning.Done, status, body, headers, Error: null), string.Empty);
        }

        var answer = new GoogleAnswer(request.Operation, StatusMeaning.Refused, status, body, headers, Error: null);
        var error = GoogleError.Of(status, response.ReasonPhrase, body, answer.Header);
        var meaning = StatusMeanings.Of(status, error);
        return new(meaning, answer with { Meaning = meaning, Error = error }, error.ToString()) { RetryAfter = RetryAfterOf(response) };
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow(),
        _ => null,
    };

    private static string Told(GoogleRequest request, Seen seen, int attempts)
    {
        var tried = attempts == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({attempts} attempts)");
        var asked = seen.RetryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $"; to be asked again in {wait.TotalSeconds:0.#} s") : string.Empty;
        return $"{request.Operation}: {seen.Failure}{asked}{tried}";
    }

    [LoggerMessage(2301, LogLevel.Warning, "{Operation}: attempt {Attempt} of {Attempts} failed, the next one in {Pause}: {Failure}")]
    private static partial void LogRetry(ILogger logger, string operation, int attempt, int attempts, TimeSpan pause, string failure);

    /// <summary>How an attempt ended.</summary>
    private sealed record Seen(StatusMeaning Meaning, GoogleAnswer? Answer, string Failure)
    {
        public TimeSpan? RetryAfter { get; init; }

        public Exception? Cause { get; init; }

        public static Seen Nothing(string failure, Exception cause) => new(StatusMeaning.Unavailable, Answer: null, failure) { Cause = cause };
    }
}
