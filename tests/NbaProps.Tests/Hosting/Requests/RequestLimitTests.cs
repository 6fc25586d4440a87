using System.IO.Pipelines;
using System.Net;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Hosting.Requests;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Messaging;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>What is too large or too slow is refused by the real server, and nothing is done for it.</summary>
public sealed class RequestLimitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_push_larger_than_any_message_is_refused(bool saysItsLength)
    {
        await using var service = await PushedAsync();

        var (status, said) = await PostAsync(service.Address, PushEndpoint.Path, RequestLimits.LargestPush + 1, saysItsLength);

        (status, said).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "The request body is too large; accepted here: at most 16777216 bytes."));
        (await service.MessagesAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_largest_message_of_Pub_Sub_is_read(bool saysItsLength)
    {
        await using var service = await PushedAsync();
        var largest = new PushEnvelope(new ReceivedMessage("1", new string('x', 10_000_000), new Dictionary<string, string>(), null), "projects/p/subscriptions/s").ToUtf8Json();

        var (status, said) = await PostAsync(service.Address, PushEndpoint.Path, largest, saysItsLength);

        status.ShouldBe(HttpStatusCode.BadRequest);
        said.ShouldStartWith("the body is not a hint");
        (await service.MessagesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_caller_who_may_not_enter_no_body_is_read()
    {
        await using var service = await ServiceOfTests.StartAsync(NbaProps.Analytics.AnalyticsService.Definition, AccessMatrix.Options(NbaProps.Hosting.Configuration.PushAuthentication.Platform));

        (await PostAsync(service.Address, PushEndpoint.Path, RequestLimits.LargestPush + 1, saysItsLength: true)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clock_that_says_more_than_a_clock_does_is_refused(bool saysItsLength)
    {
        var looks = 0;
        await using var service = await WatchedAsync(() => looks++);

        var (status, said) = await PostAsync(new(service.Urls.Single()), "/look", RequestLimits.LargestOther + 1, saysItsLength);

        (status, said).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "The request body is too large; accepted here: at most 16384 bytes."));
        looks.ShouldBe(0);
        (await PostAsync(new(service.Urls.Single()), "/look", RequestLimits.LargestOther / 2, saysItsLength)).Status.ShouldBe(HttpStatusCode.NoContent);
        looks.ShouldBe(1);
    }

    [Theory]
    [InlineData("POST /look?{0} HTTP/1.1\r\nHost: here\r\n\r\n", RequestLimits.LongestLine, "414")]
    [InlineData("POST /look HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {0}\r\n\r\n", RequestLimits.LargestHead, "431")]
    public async Task A_head_that_is_too_large_is_refused(string head, int length, string status)
    {
        var looks = 0;
        await using var service = await WatchedAsync(() => looks++);
        using var request = await RawRequest.OpenAsync(new(service.Urls.Single()));

        await request.SendAsync(head.Replace("{0}", new string('a', length), StringComparison.Ordinal));

        (await request.AnswerAsync()).ShouldStartWith($"HTTP/1.1 {status} ");
        looks.ShouldBe(0);
    }

    [Fact]
    public async Task A_head_of_too_many_lines_is_refused()
    {
        await using var service = await WatchedAsync(() => { });
        using var request = await RawRequest.OpenAsync(new(service.Urls.Single()));

        await request.SendAsync($"POST /look HTTP/1.1\r\n{string.Concat(Enumerable.Range(0, RequestLimits.MostHeaders + 1).Select(line => $"X-{line}: a\r\n"))}\r\n");

        (await request.AnswerAsync()).ShouldStartWith("HTTP/1.1 431 ");
    }

    // As long as the limit is: a clock of the test's own does not reach into the server.
    [Theory]
    [InlineData("POST /look HTTP/1.1\r\nHost: here\r\nAuthor")]
    [InlineData("POST /look HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\na")]
    public async Task Whoever_stops_in_the_middle_is_cut_off(string beginning)
    {
        var looks = 0;
        await using var service = await WatchedAsync(() => looks++);
        using var request = await RawRequest.OpenAsync(new(service.Urls.Single()));

        await request.SendAsync(beginning);

        (await request.AnswerAsync()).ShouldStartWith("HTTP/1.1 408 ");
        looks.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up()
    {
        var (time, drips) = (new FakeTimeProvider(), new Pipe());
        var context = new DefaultHttpContext { Request = { Body = drips.Reader.AsStream() } };
        var reading = RequestBody.ReadAsync(context, RequestLimits.LargestPush, time);

        time.Advance(RequestLimits.BodyPatience - TimeSpan.FromTicks(1));
        reading.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromTicks(1));

        var body = await reading;
        (body.Status, body.Accepted).ShouldBe((408, "The request body arrives too slowly; accepted: all of it within 60 s."));
    }

    private static Task<ServiceOfTests> PushedAsync() => ServiceOfTests.StartAsync(NbaProps.Analytics.AnalyticsService.Definition, AccessMatrix.Options(authentication: null));

    private static Task<WebApplication> WatchedAsync(Action look) => ServiceDefaultsTests.StartAsync(_ => { }, app => app.MapWatch(
        "/look",
        guard: null,
        _ =>
        {
            look();
            return Task.CompletedTask;
        },
        TimeProvider.System,
        NullLogger.Instance));

    private static Task<(HttpStatusCode Status, string Said)> PostAsync(Uri address, string path, long length, bool saysItsLength) =>
        PostAsync(address, path, Encoding.ASCII.GetBytes(new string('a', (int)length)), saysItsLength);

    private static async Task<(HttpStatusCode Status, string Said)> PostAsync(Uri address, string path, byte[] body, bool saysItsLength)
    {
        // Who waits for the server's word before it sends hears a refusal for certain: else the connection may break first. A second, which is what a client waits
        // unless told otherwise, may pass on a busy machine.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = !saysItsLength;
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
