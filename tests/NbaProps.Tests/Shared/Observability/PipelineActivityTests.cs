using System.Diagnostics;

using NbaProps.Shared.Messaging;
using NbaProps.Shared.Observability;

namespace NbaProps.Tests.Shared.Observability;

public sealed class PipelineActivityTests : IDisposable
{
    private const string Service = "activity-test";
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly PipelineActivity _activities = new(Service);
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public PipelineActivityTests()
    {
        Activity.Current = null;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineActivity.SourceNameOf(Service),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _activities.Dispose();
    }

    [Fact]
    public void Handling_a_message_continues_the_trace_of_its_publisher()
    {
        using (_activities.StartConsumer(Message(Parent, attempt: 3), "nba-phase2-trigger", "nba-phase2-trigger-raw"))
        {
        }

        var span = _ended.Single();
        span.DisplayName.ShouldBe("process nba-phase2-trigger-raw");
        span.Kind.ShouldBe(ActivityKind.Consumer);
        span.TraceId.ToString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        span.ParentSpanId.ToString().ShouldBe("b7ad6b7169203331");
        span.HasRemoteParent.ShouldBeTrue();
        span.TagObjects.ToDictionary().ShouldBe(new Dictionary<string, object?>
        {
            ["messaging.system"] = "gcp_pubsub",
            ["messaging.operation.type"] = "process",
            ["messaging.destination.name"] = "nba-phase2-trigger",
            ["messaging.destination.subscription.name"] = "nba-phase2-trigger-raw",
            ["messaging.message.id"] = "m1",
            ["messaging.gcp_pubsub.message.delivery_attempt"] = 3,
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public void A_message_without_a_readable_trace_begins_one(string? parent)
    {
        using var span = _activities.StartConsumer(Message(parent), null, "s");

        span!.ParentSpanId.ShouldBe(default);
        span.GetTagItem(MessagingTags.Destination).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_published_inside_a_run_carries_the_trace_to_the_next_service()
    {
        var bus = new RecordingBus();
        using (_activities.StartConsumer(Message(Parent), null, "s"))
        using (PipelineActivity.StartRun("bdl/2026-01-15", "r1", "c1"))
            await new TracingMessageBus(bus, _activities).PublishAsync("t", [Outgoing(), Outgoing()], CancellationToken.None);

        var (send, run, process) = (_ended[0], _ended[1], _ended[2]);
        send.ParentSpanId.ShouldBe(run.SpanId);
        run.ParentSpanId.ShouldBe(process.SpanId);
        run.GetTagItem("nbaprops.unit").ShouldBe("bdl/2026-01-15");
        run.GetTagItem("nbaprops.run_id").ShouldBe("r1");
        run.GetTagItem("nbaprops.correlation_id").ShouldBe("c1");
        send.GetTagItem("messaging.batch.message_count").ShouldBe(2);
        bus.Published.ShouldAllBe(message => message.Attributes["googclient_traceparent"] == send.Id && message.Attributes["hint_id"] == "h");
    }

    [Fact]
    public void In_one_process_a_run_belongs_to_the_service_that_handles_it()
    {
        using var other = new PipelineActivity("activity-test-other");
        using (_activities.StartConsumer(Message(Parent), null, "s"))
        using (PipelineActivity.StartRun("u", "r", "c"))
        {
        }

        using (other.StartConsumer(Message(Parent), null, "s"))
            PipelineActivity.StartRun("u", "r", "c").ShouldBeNull("nobody listens to the other service");

        _ended.Select(span => span.Source.Name).ShouldBe(["NbaProps.activity-test", "NbaProps.activity-test"]);
    }

    [Fact]
    public async Task A_failed_publish_marks_its_span()
    {
        await Should.ThrowAsync<IOException>(() =>
            new TracingMessageBus(new RecordingBus(new IOException("no")), _activities).PublishAsync("t", [Outgoing()], CancellationToken.None));

        _ended.Single().Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public void Outside_a_span_nothing_is_added_and_nothing_starts()
    {
        var message = Outgoing();

        PipelineActivity.Traced(message).ShouldBeSameAs(message);
        PipelineActivity.TraceParent().ShouldBeNull();
        PipelineActivity.StartRun("u", "r", "c").ShouldBeNull();
    }

    private static OutgoingMessage Outgoing() => new("{}", new Dictionary<string, string> { ["hint_id"] = "h" });

    private static ReceivedMessage Message(string? parent, int? attempt = null) => new(
        "m1", "{}", parent is null ? new Dictionary<string, string>() : new() { [PipelineActivity.TraceParentAttribute] = parent }, attempt);

    private sealed class RecordingBus(Exception? failure = null) : IMessageBus
    {
        public List<OutgoingMessage> Published { get; } = [];

        public Task PublishAsync(string topic, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
        {
            Published.AddRange(messages);
            return failure is null ? Task.CompletedTask : Task.FromException(failure);
        }
    }
}
