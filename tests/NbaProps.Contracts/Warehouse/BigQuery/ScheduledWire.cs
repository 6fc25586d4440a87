using System.Net;
using System.Text;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.BigQuery;

namespace NbaProps.Contracts.Warehouse.BigQuery;

/// <summary>
/// The way to the double on which nothing moves by itself. A request waits until the test delivers it; its caller may be told that the connection broke, before
/// it arrived or after, and a request that its caller has given up can arrive at any time later. All on one thread: who is not waiting has done all he can.
/// </summary>
internal sealed class ScheduledWire(BigQueryDouble google) : HttpMessageHandler
{
    private readonly List<InFlight> _inFlight = [];

    public IReadOnlyList<InFlight> Waiting => _inFlight;

    /// <summary>What each caller has been told, in the order of his calls: what he does next follows from it.</summary>
    public SortedDictionary<string, string> Told { get; } = new(StringComparer.Ordinal);

    public BigQueryWarehouse Warehouse(string actor)
    {
        var time = new InlineTime();
        var options = new GoogleCloudOptions { Timeout = InlineTime.Deadline, Attempts = 2 };
        var client = new GoogleRestClient(
            new Uri("http://google.test/"), options, new NoTokens(), new HttpMessageInvoker(new Named(this, actor), disposeHandler: false), time, () => 0, NullLogger<GoogleRestClient>.Instance);
        return new(client, "example-project", new BigQueryOptions(), new BigQueryQuota(time, NullLogger<BigQueryQuota>.Instance), time);
    }

    public void Deliver(InFlight request, bool isAnswerLost)
    {
        _inFlight.Remove(request);
        var answer = google.Answer(request.Request);
        if (request.IsGivenUp)
            return;
        Tell(request, isAnswerLost ? "nothing" : $"{answer.Status} {Encoding.UTF8.GetString(answer.Body)}");
        if (isAnswerLost)
            request.Answer.SetException(new HttpRequestException("reset after it was done"));
        else
            request.Answer.SetResult(new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(answer.Body) });
    }

    public void GiveUp(InFlight request)
    {
        Tell(request, "nothing");
        request.IsGivenUp = true;
        request.Answer.SetException(new HttpRequestException("no answer"));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Tell(InFlight request, string what) => Told[request.Actor] = $"{Told.GetValueOrDefault(request.Actor)}\n{request}: {what}";

    internal sealed class InFlight(string actor, DoubleRequest request)
    {
        public string Actor { get; } = actor;

        public DoubleRequest Request { get; } = request;

        public TaskCompletionSource<HttpResponseMessage> Answer { get; } = new();

        public bool IsGivenUp { get; set; }

        /// <summary>The job that is looked at; null for all other requests.</summary>
        public string? LooksAt => Request.Method is "GET" ? Request.Parts[^1] : null;

        public override string ToString() => $"{Actor} {Request.Method} {Request.Path[(Request.Path.IndexOf("example-project", StringComparison.Ordinal) + "example-project".Length)..]}";
    }

    private sealed class Named(ScheduledWire wire, string actor) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='));
            var seen = new DoubleRequest(
                request.Method.Method, request.RequestUri.AbsolutePath, query.ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal), BodyOf(request),
                Media: null, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
            var waiting = new InFlight(actor, seen);
            wire._inFlight.Add(waiting);
            return waiting.Answer.Task;
        }

        private static byte[] BodyOf(HttpRequestMessage request)
        {
            using var body = new MemoryStream();
            request.Content?.CopyTo(body, context: null, CancellationToken.None);
            return body.ToArray();
        }
    }

    /// <summary>A clock on which every pause is over before it is waited for.</summary>
    private sealed class InlineTime : TimeProvider
    {
        public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(77);

        private static readonly DateTimeOffset Now = new(2026, 1, 12, 18, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Deadline && dueTime != Timeout.InfiniteTimeSpan)
                callback(state);
            return new Rung();
        }

        private sealed class Rung : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // It has rung, or never will.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
