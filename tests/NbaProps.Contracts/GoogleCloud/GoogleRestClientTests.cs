using System.Text;

using Microsoft.Extensions.Logging;

using NbaProps.Contracts.Messaging;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.GoogleCloud;

public sealed class GoogleRestClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SkippingTime _time = new(pause => true, Patience);
    private readonly RecordingLogger<GoogleRestClient> _log = new();
    private readonly CountingTokens _tokens = new();
    private FaultyGoogle _google = null!;

    public async Task InitializeAsync()
    {
        _google = await FaultyGoogle.StartAsync();
        _google.OnLost = _time.PassDeadlines;
    }

    public async Task DisposeAsync() => await _google.DisposeAsync();

    [Theory]
    [InlineData(404, "NOT_FOUND", StatusMeaning.NotFound)]
    [InlineData(409, "ALREADY_EXISTS", StatusMeaning.AlreadyThere)]
    [InlineData(409, "", StatusMeaning.AlreadyThere)]
    [InlineData(400, "FAILED_PRECONDITION", StatusMeaning.PreconditionFailed)]
    [InlineData(412, "", StatusMeaning.PreconditionFailed)]
    public async Task What_a_caller_may_expect_is_an_answer(int status, string code, StatusMeaning meaning)
    {
        _google.Then(Fault.Of(status, code));

        var answer = await Client().SendAsync(Call(repeatable: true), default);

        answer.Meaning.ShouldBe(meaning);
        _google.Requests.Count.ShouldBe(1);
        Should.Throw<PermanentException>(answer.RequireDone).Message.ShouldContain("because");
    }

    [Theory]
    [InlineData(400, "INVALID_ARGUMENT")]
    [InlineData(403, "PERMISSION_DENIED")]
    [InlineData(302, "")]
    [InlineData(307, "")]
    [InlineData(501, "UNIMPLEMENTED")]
    public async Task What_would_be_refused_again_is_permanent_and_asked_once(int status, string code)
    {
        _google.Then(Fault.Of(status, code, "whyNot").With("Location", "/elsewhere").With("x-goog-request-id", "r-1"));

        var refusal = await Should.ThrowAsync<PermanentException>(() => Client().SendAsync(Call(repeatable: true), default));

        refusal.Message.ShouldBe($"Example write: {status}{(code.Length > 0 ? " " + code : string.Empty)} (whyNot): because [request r-1]");
        _google.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(408, "")]
    [InlineData(409, "ABORTED")]
    [InlineData(429, "RESOURCE_EXHAUSTED")]
    [InlineData(500, "INTERNAL")]
    [InlineData(502, "")]
    [InlineData(503, "UNAVAILABLE")]
    [InlineData(504, "DEADLINE_EXCEEDED")]
    public async Task What_may_pass_is_tried_again_with_growing_pauses_where_the_call_may_be_repeated(int status, string code)
    {
        _google.Then(Fault.Of(status, code), Fault.Of(status, code));

        var answer = await Client().SendAsync(Call(repeatable: true), default);

        answer.Meaning.ShouldBe(StatusMeaning.Done);
        _google.Requests.Count.ShouldBe(3);
        _time.Pauses.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        _log.Lines.Count(line => line.Level == LogLevel.Warning && line.Text.Contains("Example write")).ShouldBe(2);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_call_that_may_not_be_repeated_is_sent_once(int status)
    {
        _google.Then(Fault.Of(status));

        await Should.ThrowAsync<TransientException>(() => Client().SendAsync(Call(repeatable: false), default));

        _google.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("rateLimitExceeded")]
    [InlineData("jobRateLimitExceeded")]
    [InlineData("quotaExceeded")]
    public async Task A_limit_that_is_told_with_403_is_a_limit(string reason)
    {
        _google.Then(Fault.Of(403, "", reason));

        (await Client().SendAsync(Call(repeatable: true), default)).Meaning.ShouldBe(StatusMeaning.Done);
    }

    [Fact]
    public async Task Attempts_end_and_the_last_failure_is_told()
    {
        _google.Then([.. Enumerable.Repeat(Fault.Of(503, "UNAVAILABLE"), 9)]);

        var failure = await Should.ThrowAsync<TransientException>(() => Client().SendAsync(Call(repeatable: true), default));

        failure.Message.ShouldBe("Example write: 503 UNAVAILABLE: because (4 attempts)");
        _google.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_time_that_Google_names()
    {
        _google.Then(Fault.Of(429).With("Retry-After", "7"));

        await Client().SendAsync(Call(repeatable: true), default);

        _time.Pauses.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task A_pause_that_is_longer_than_the_call_may_take_is_not_begun()
    {
        _google.Then(Fault.Of(503).With("Retry-After", "3600"));

        var failure = await Should.ThrowAsync<TransientException>(() => Client().SendAsync(Call(repeatable: true), default));

        failure.Message.ShouldContain("to be asked again in 3600 s");
        _google.Requests.ShouldHaveSingleItem();
        _time.Pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_whatever_the_call_since_nothing_was_done()
    {
        _google.Then(Fault.Of(401, "UNAUTHENTICATED"));

        (await Client().SendAsync(Call(repeatable: false), default)).Meaning.ShouldBe(StatusMeaning.Done);

        _google.Requests.Select(request => request.Authorization).ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_permanent()
    {
        _google.Then(Fault.Of(401, "UNAUTHENTICATED"), Fault.Of(401, "UNAUTHENTICATED"));

        await Should.ThrowAsync<PermanentException>(() => Client().SendAsync(Call(repeatable: true), default));

        _google.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reset_connection_is_tried_again_only_where_the_call_may_be_repeated()
    {
        _google.Then(Fault.Reset, Fault.None, Fault.Reset);

        (await Client().SendAsync(Call(repeatable: true), default)).UnansweredBefore.ShouldBe(1);
        await Should.ThrowAsync<TransientException>(() => Client().SendAsync(Call(repeatable: false), default));

        _google.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_transient_and_the_next_one_says_that_there_was_one_before()
    {
        _google.Then(Fault.Lost, Fault.Of(409, "ALREADY_EXISTS"), Fault.Lost);
        var call = Call(repeatable: true);

        var answer = await Client().SendAsync(call, default);
        var failure = await Should.ThrowAsync<TransientException>(() => Client().SendAsync(call with { Repeatable = false }, default));

        answer.Meaning.ShouldBe(StatusMeaning.AlreadyThere);
        answer.UnansweredBefore.ShouldBe(1);
        failure.Message.ShouldBe("Example write: no answer within 20 s");
        _google.Done.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_cancels_hears_that_he_did()
    {
        _google.OnLost = () => { };
        _google.Then(Fault.Lost);
        using var cancelled = new CancellationTokenSource();
        var call = Client().SendAsync(Call(repeatable: true), cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task An_address_is_told_to_nobody()
    {
        _google.Then(Fault.Of(503), Fault.Of(403));

        var failure = await Should.ThrowAsync<PermanentException>(() => Client().SendAsync(Call(repeatable: true), default));

        failure.ToString().ShouldNotContain("upload_id");
        _log.Lines.ShouldAllBe(line => !line.Text.Contains("upload_id"));
    }

    [Fact]
    public async Task An_error_that_is_no_JSON_is_told_by_its_beginning()
    {
        _google.Then(Fault.Page(403, "<html>Your client does not have permission</html>"));

        var failure = await Should.ThrowAsync<PermanentException>(() => Client().SendAsync(Call(repeatable: true), default));

        failure.Message.ShouldBe("Example write: 403: <html>Your client does not have permission</html>");
    }

    [Fact]
    public async Task Reason_and_request_are_read_from_the_details_of_an_error_in_an_array()
    {
        _google.Then(Fault.Page(
            400,
            """[{"error":{"code":400,"message":"no","status":"INVALID_ARGUMENT","details":[{"@type":"x/ErrorInfo","reason":"BAD"},{"@type":"x/RequestInfo","requestId":"r-2"}]}}]"""));

        var failure = await Should.ThrowAsync<PermanentException>(() => Client().SendAsync(Call(repeatable: true), default));

        failure.Message.ShouldBe("Example write: 400 INVALID_ARGUMENT (BAD): no [request r-2]");
    }

    [Fact]
    public async Task An_answer_longer_than_agreed_is_refused()
    {
        _google.Answer = _ => new string('x', 2000);

        await Should.ThrowAsync<PermanentException>(() => Client(options => options with { LongestAnswer = 1000 }).SendAsync(Call(repeatable: true), default));
    }

    private GoogleRestClient Client(Func<GoogleCloudOptions, GoogleCloudOptions>? with = null)
    {
        var options = new GoogleCloudOptions { Timeout = Patience, Attempts = 4, RetryDelay = TimeSpan.FromSeconds(1), Budget = TimeSpan.FromMinutes(1) };
        return new(_google.Address, with?.Invoke(options) ?? options, _tokens, new HttpMessageInvoker(GoogleRestClient.CreateHandler()), _time, () => 0, _log);
    }

    private static GoogleRequest Call(bool repeatable) => new("Example write", HttpMethod.Post, new Uri("v1/example?upload_id=secret", UriKind.Relative))
    {
        Repeatable = repeatable,
        Content = () => new ByteArrayContent(Encoding.UTF8.GetBytes("{}")),
    };

    private sealed class CountingTokens : IAccessTokens
    {
        private int _count = 1;

        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>($"token-{_count}");

        public void Forget(string token) => _count++;
    }
}
