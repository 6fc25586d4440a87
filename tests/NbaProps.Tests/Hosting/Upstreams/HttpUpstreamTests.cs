using System.Net;
using System.Net.Sockets;
using System.Text;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Hosting.Upstreams.ScriptedHandler;

using HttpUpstream = NbaProps.Hosting.Upstreams.HttpUpstream;

namespace NbaProps.Tests.Hosting.Upstreams;

public class HttpUpstreamTests
{
    private static readonly UpstreamOptions Options = new() { BaseAddress = new("https://odds.example/"), ApiKey = "s3cr+t" };

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_payload_comes_with_its_bytes_and_what_was_said_about_it()
    {
        var handler = new ScriptedHandler(Answer(
            HttpStatusCode.OK, "[1]", ("Date", "Thu, 15 Jan 2026 12:00:00 GMT"), ("ETag", "\"e1\""), ("x-requests-remaining", "499"), ("Via", "1.1 cache"),
            ("Set-Cookie", "a=b"), ("Cache-Control", "max-age=5")));

        var payload = (await GetAsync(handler, "/v4/events?regions=us&token=abc"))!;

        Encoding.UTF8.GetString(payload.Bytes.Span).ShouldBe("[1]");
        payload.Metadata.ShouldBe(new Dictionary<string, string>
        {
            ["cache-control"] = "max-age=5",
            ["content-type"] = "text/plain; charset=utf-8",
            ["date"] = "Thu, 15 Jan 2026 12:00:00 GMT",
            ["etag"] = "\"e1\"",
            ["status"] = "200",
            ["url"] = "https://odds.example/v4/events?regions=us&token=***&apiKey=***",
            ["via"] = "1.1 cache",
            ["x-requests-remaining"] = "499",
        });
        handler.Requests.Single().RequestUri!.AbsoluteUri.ShouldBe("https://odds.example/v4/events?regions=us&token=abc&apiKey=s3cr%2Bt");
        handler.Requests.Single().Headers.UserAgent.ToString().ShouldContain("NbaProps");
    }

    [Fact]
    public async Task Not_there_yet_is_null_after_one_attempt()
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.NotFound));

        (await GetAsync(handler)).ShouldBeNull();
        handler.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_is_permanent_and_is_not_tried_again(HttpStatusCode status)
    {
        var handler = new ScriptedHandler(Answer(status, "the key s3cr+t is\n  not valid"));

        var failure = await Should.ThrowAsync<PermanentException>(() => GetAsync(handler));

        failure.Message.ShouldStartWith($"odds-api: GET https://odds.example/v4/events?apiKey=*** was refused after 1 attempt: {(int)status} ");
        failure.Message.ShouldEndWith(": the key *** is not valid");
        handler.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Trouble_is_tried_again_with_pauses_that_double()
    {
        var handler = new ScriptedHandler(
            Answer(HttpStatusCode.ServiceUnavailable), Throw(new HttpRequestException("refused", new SocketException(111))), Answer(HttpStatusCode.OK, "x"));

        (await GetAsync(handler)).ShouldNotBeNull();
        _time.Passed.ShouldBe(TimeSpan.FromSeconds(2 + 4));
    }

    [Fact]
    public async Task Jitter_shortens_a_pause_by_up_to_half()
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.ServiceUnavailable), Answer(HttpStatusCode.OK));

        await GetAsync(handler, random: 0.5);

        _time.Passed.ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task After_the_last_attempt_the_failure_is_transient_and_tells_the_last_answer()
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.InternalServerError), Answer(HttpStatusCode.BadGateway, "<html>bad</html>"));

        var failure = await Should.ThrowAsync<TransientException>(() => GetAsync(handler));

        failure.Message.ShouldBe("odds-api: GET https://odds.example/v4/events?apiKey=*** failed after 4 attempts, last answer: 502 Bad Gateway: <html>bad</html>");
        handler.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Thu, 15 Jan 2026 12:00:07 GMT")]
    public async Task A_source_that_names_a_wait_gets_it(string retryAfter)
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.TooManyRequests, "", ("Retry-After", retryAfter)), Answer(HttpStatusCode.OK));

        await GetAsync(handler);

        _time.Passed.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_wait_beyond_the_budget_is_not_begun()
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.TooManyRequests, "", ("Retry-After", "3600")));

        var failure = await Should.ThrowAsync<TransientException>(() => GetAsync(handler));

        failure.Message.ShouldEndWith("last answer: 429 Too Many Requests; the next attempt would be in 3600 s, after the budget of 120 s");
        _time.Passed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task An_attempt_that_hears_nothing_ends_by_itself()
    {
        var handler = new ScriptedHandler(Silence);

        var failure = await Should.ThrowAsync<TransientException>(() => GetAsync(handler, options: Options with { Attempts = 2 }));

        failure.Message.ShouldEndWith("failed after 2 attempts, last answer: nothing within 20 s");
        _time.Passed.ShouldBe(TimeSpan.FromSeconds(20 + 2 + 20));
    }

    [Fact]
    public async Task The_last_attempt_gets_what_is_left_of_the_budget()
    {
        var handler = new ScriptedHandler(Silence);

        var failure = await Should.ThrowAsync<TransientException>(() => GetAsync(handler, options: Options with { Budget = TimeSpan.FromSeconds(30) }));

        failure.Message.ShouldContain("nothing within 8 s");
        _time.Passed.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_refused_connection_is_transient_and_keeps_its_cause()
    {
        var handler = new ScriptedHandler(Throw(new HttpRequestException("Connection refused (odds.example:443)")));

        var failure = await Should.ThrowAsync<TransientException>(() => GetAsync(handler));

        failure.Message.ShouldEndWith("last answer: Connection refused (odds.example:443)");
        failure.InnerException.ShouldBeOfType<HttpRequestException>();
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused()
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.OK, new string('x', 11)));

        (await Should.ThrowAsync<PermanentException>(() => GetAsync(handler, options: Options with { LongestBody = 10 })))
            .Message.ShouldEndWith("answered with more than 10 bytes");
        (await GetAsync(handler, options: Options with { LongestBody = 11 })).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("//elsewhere.example/x")]
    [InlineData("https://elsewhere.example/x")]
    [InlineData("/../../x")]
    public async Task A_path_cannot_lead_elsewhere(string path)
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.OK));

        await Should.ThrowAsync<ArgumentException>(() => GetAsync(handler, path, Options with { BaseAddress = new("https://odds.example/below") }));
        handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_asked_can_give_up_during_a_pause_and_everything_ends_in_that_call()
    {
        using var stop = new CancellationTokenSource();
        using var upstream = Upstream(new ScriptedHandler(Answer(HttpStatusCode.ServiceUnavailable)), Options);
        var get = FakeTimeProvider.Inline(() =>
        {
            var started = upstream.GetAsync("/v4/events", stop.Token);
            started.IsCompleted.ShouldBeFalse();
            stop.Cancel();
            return started;
        });

        get.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task At_most_so_many_attempts_are_under_way()
    {
        var handler = new ScriptedHandler(Silence);
        using var upstream = Upstream(handler, Options with { Concurrency = 2, Attempts = 1 });

        await _time.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FailureOf(upstream))));

        handler.Requests.Count.ShouldBe(5);
        handler.MostAtATime.ShouldBe(2);
        _time.Passed.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Starts_are_spaced_evenly()
    {
        var handler = new ScriptedHandler(Answer(HttpStatusCode.OK));
        using var upstream = Upstream(handler, Options with { RequestsPerSecond = 2 });

        await _time.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => upstream.GetAsync("/v4/events", CancellationToken.None))));

        _time.Passed.ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task Who_does_not_get_a_turn_within_the_budget_is_told_so()
    {
        using var upstream = Upstream(new ScriptedHandler(Answer(HttpStatusCode.OK)), Options with { RequestsPerSecond = 0.001 });
        await upstream.GetAsync("/v4/events", CancellationToken.None);

        var failure = await Should.ThrowAsync<TransientException>(() => upstream.GetAsync("/v4/events", CancellationToken.None));

        failure.Message.ShouldEndWith("did not get its turn within the budget of 120 s, after 0 attempts, last answer: none was made");
    }

    private static async Task<string> FailureOf(HttpUpstream upstream)
    {
        try
        {
            await upstream.GetAsync("/v4/events", CancellationToken.None);
            return "none";
        }
        catch (TransientException failure)
        {
            return failure.Message;
        }
    }

    private HttpUpstream Upstream(HttpMessageHandler handler, UpstreamOptions options, double random = 0) =>
        new("odds-api", options, handler, _time, () => random, NullLogger<HttpUpstream>.Instance);

    private async Task<FetchedPayload?> GetAsync(
        ScriptedHandler handler, string path = "/v4/events", UpstreamOptions? options = null, double random = 0)
    {
        using var upstream = Upstream(handler, options ?? Options, random);
        return await _time.RunAsync(() => upstream.GetAsync(path, CancellationToken.None));
    }
}
