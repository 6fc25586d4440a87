using System.Net;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Upstreams;
using NbaProps.Shared.Credits;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Hosting.Upstreams.ScriptedHandler;

using HttpUpstream = NbaProps.Hosting.Upstreams.HttpUpstream;

namespace NbaProps.Tests.Hosting.Upstreams;

/// <summary>What is written down of the calls of a source that counts credits, up to the log in the warehouse.</summary>
public sealed class MeteredUpstreamTests
{
    private const string NoCredits = """{"message":"Usage quota has been reached. See usage plans at https://odds.example","error_code":"OUT_OF_USAGE_CREDITS"}""";

    private readonly FakeTimeProvider _time = new();
    private readonly WatchedPipeline _pipeline;

    public MeteredUpstreamTests() => _pipeline = new WatchedPipeline(_time);

    [Fact]
    public async Task Each_answered_call_is_a_row_of_use_or_not()
    {
        var handler = new ScriptedHandler(
            Answer(HttpStatusCode.OK, "not even JSON", Credits(last: 2, used: 102, remaining: 398)),
            Answer(HttpStatusCode.InternalServerError, "it broke", Credits(last: 0, used: 102, remaining: 398)),
            Answer(HttpStatusCode.NotFound, "", Credits(last: 0, used: 102, remaining: 398)),
            Answer(HttpStatusCode.OK, "[]"),
            Answer(HttpStatusCode.OK, "[]", ("x-requests-used", "many"), ("x-requests-remaining", "-3")));
        using var upstream = Upstream(handler);
        for (var call = 0; call < 4; call++)
        {
            await _time.RunAsync(() => upstream.GetAsync("/v4/events/aa/odds?markets=spreads", CancellationToken.None));
        }

        await _pipeline.Runtime.Export.RunAsync([], CancellationToken.None);
        await _pipeline.Runtime.Export.RunAsync([], CancellationToken.None);

        var rows = await RowsAsync();
        rows.Select(row => (row.Status, row.CreditsLast, row.CreditsUsed, row.CreditsRemaining)).ShouldBe(
            [(200, 2, 102, 398), (500, 0, 102, 398), (404, 0, 102, 398), (200, null, null, null), (200, null, null, null)]);
        rows.Select(row => row.CallId).Distinct().Count().ShouldBe(5);
        rows.ShouldAllBe(row => row.Upstream == "OddsApi" && row.Url == "https://odds.example/v4/events/aa/odds?markets=spreads&apiKey=***" && !row.Exhausted);
    }

    [Fact]
    public async Task A_call_that_is_answered_in_part_is_a_row_too()
    {
        var handler = new ScriptedHandler(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Breaking()), Headers = { { "x-requests-used", "7" } } }));
        using var upstream = Upstream(handler, attempts: 1);
        await Should.ThrowAsync<TransientException>(() => upstream.GetAsync("/v4/events", CancellationToken.None));

        await _pipeline.Runtime.Export.RunAsync([], CancellationToken.None);
        (await RowsAsync()).ShouldHaveSingleItem().CreditsUsed.ShouldBe(7);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, NoCredits, 3)]
    [InlineData(HttpStatusCode.TooManyRequests, NoCredits, 3)]
    [InlineData(HttpStatusCode.Unauthorized, "", 0)]
    [InlineData(HttpStatusCode.TooManyRequests, "", 0)]
    public async Task Used_up_credits_have_a_reason_of_their_own_and_are_not_asked_for_again(HttpStatusCode status, string body, int remaining)
    {
        var handler = new ScriptedHandler(Answer(status, body, Credits(last: 0, used: 500, remaining)));
        using var upstream = Upstream(handler);
        var failure = await Should.ThrowAsync<CreditsExhaustedException>(() => _time.RunAsync(() => upstream.GetAsync("/v4/events", CancellationToken.None)));

        failure.Message.ShouldStartWith("OddsApi: the credits of the month are used up, GET https://odds.example/v4/events?apiKey=*** was answered with " + (int)status);
        handler.Requests.Count.ShouldBe(1);
        await _pipeline.Runtime.Export.RunAsync([], CancellationToken.None);
        (await RowsAsync()).ShouldHaveSingleItem().Exhausted.ShouldBeTrue();
        (await CreditPosition.FindAsync(_pipeline.State, "OddsApi", CreditMonth.Of(_time.GetUtcNow(), 1), CancellationToken.None)).ShouldNotBeNull().ExhaustedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Too_many_requests_with_credits_left_are_tried_again()
    {
        var handler = new ScriptedHandler(
            Answer(HttpStatusCode.TooManyRequests, """{"message":"Requests are too frequent","error_code":"EXCEEDED_FREQ_LIMIT"}""", Credits(last: 0, used: 1, remaining: 499)), Answer(HttpStatusCode.OK, "[]"));
        using var upstream = Upstream(handler);
        (await _time.RunAsync(() => upstream.GetAsync("/v4/events", CancellationToken.None))).ShouldNotBeNull();
        handler.Requests.Count.ShouldBe(2);
    }

    private static (string Name, string Value)[] Credits(int last, int used, int remaining) =>
        [("x-requests-last", Text(last)), ("x-requests-used", Text(used)), ("x-requests-remaining", Text(remaining))];

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<UpstreamCreditsRow>> RowsAsync() =>
        [.. (await _pipeline.Warehouse.ReadAsync<UpstreamCreditsRow>(new GameDateRange(new(2026, 1, 1), new(2026, 1, 31)))).OrderBy(row => row.AnsweredAt)];

    private HttpUpstream Upstream(HttpMessageHandler handler, int attempts = 2)
    {
        var options = new UpstreamOptions { BaseAddress = new Uri("https://odds.example"), ApiKey = "s3cret", Attempts = attempts, CreditsPerMonth = 500 };
        var ticking = new TickingTime(_time);
        var meter = new CreditMeter(options.AllowanceOf("OddsApi")!, _pipeline.State, new(), _time, "test", NullLogger<CreditMeter>.Instance);
        return new("OddsApi", options, handler, ticking, () => 0, NullLogger<HttpUpstream>.Instance, meter);
    }

    /// <summary>A clock that a look moves a little, so that calls have an order.</summary>
    private sealed class TickingTime(FakeTimeProvider time) : TimeProvider
    {
        private int _looks;

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow().AddMilliseconds(++_looks);

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(new IOException("reset"));
    }
}
