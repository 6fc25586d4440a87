using System.Diagnostics;

using NbaProps.Shared.Messaging;

namespace NbaProps.Shared.Observability;

/// <summary>The spans of one service. Without a listener every method answers null and costs next to nothing.</summary>
/// <remarks>
/// Each service has a source of its own, so that six services in one process (<c>nbaprops up</c>) report six names. What runs inside a service
/// takes the source from the span around it: <see cref="StartInside"/>.
/// </remarks>
/// <param name="service">The service's name, for example <c>scrapers</c>.</param>
public sealed class PipelineActivity(string service) : IDisposable
{
    /// <summary>Where Google's clients carry the W3C trace context on a message.</summary>
    public const string TraceParentAttribute = "googclient_traceparent";

    private const string SourcePrefix = "NbaProps.";
    private readonly ActivitySource _source = new(SourceNameOf(service));

    /// <summary>The name of a service's source, for listeners.</summary>
    public static string SourceNameOf(string service) => SourcePrefix + service;

    /// <summary>
    /// The span of handling a pushed message. Its parent is the publisher's span, from <see cref="TraceParentAttribute"/>; without a readable one
    /// it is the span of the HTTP request.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="topic">The topic it was published to; null where the push does not say.</param>
    /// <param name="subscription">The subscription that pushed it.</param>
    public Activity? StartConsumer(ReceivedMessage message, string? topic, string subscription)
    {
        ArgumentNullException.ThrowIfNull(message);
        var request = Activity.Current;
        var parent = ParentOf(message);
        var links = parent is not null && request is not null ? new[] { new ActivityLink(request.Context) } : null;
        var activity = _source.CreateActivity($"process {subscription}", ActivityKind.Consumer, parent ?? default, Tags("process", topic), links);
        activity?.SetTag(MessagingTags.Subscription, subscription);
        activity?.SetTag(MessagingTags.MessageId, message.MessageId);
        activity?.SetTag(MessagingTags.DeliveryAttempt, message.DeliveryAttempt);
        return activity?.Start();
    }

    /// <summary>The span of publishing. While it is current, <see cref="Traced"/> hands it on.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="messages">How many messages.</param>
    public Activity? StartProducer(string topic, int messages)
    {
        var activity = _source.StartActivity($"send {topic}", ActivityKind.Producer, parentContext: default, Tags("send", topic));
        activity?.SetTag(MessagingTags.BatchCount, messages);
        return activity;
    }

    /// <summary>The span of one run of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="runId">The run.</param>
    /// <param name="correlationId">The chain of runs.</param>
    public static Activity? StartRun(string unit, string runId, string correlationId)
    {
        var activity = StartInside($"run {unit}", ActivityKind.Internal);
        activity?.SetTag(MessagingTags.Unit, unit);
        activity?.SetTag(MessagingTags.RunId, runId);
        activity?.SetTag(MessagingTags.CorrelationId, correlationId);
        return activity;
    }

    /// <summary>A span inside the nearest span of a service; null when there is none.</summary>
    /// <param name="name">Its name: few different ones, no ids.</param>
    /// <param name="kind">Its kind.</param>
    public static Activity? StartInside(string name, ActivityKind kind)
    {
        for (var outer = Activity.Current; outer is not null; outer = outer.Parent)
        {
            if (outer.Source.Name.StartsWith(SourcePrefix, StringComparison.Ordinal))
            {
                return outer.Source.StartActivity(name, kind);
            }
        }

        return null;
    }

    /// <summary>The value of <see cref="TraceParentAttribute"/> for what is published now; null outside any span.</summary>
    public static string? TraceParent() => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>The message with the current span's context; as it is when there is no span or when it carries a context already.</summary>
    public static OutgoingMessage Traced(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return TraceParent() is { } parent && !message.Attributes.ContainsKey(TraceParentAttribute)
            ? message with { Attributes = With(message.Attributes, parent) }
            : message;
    }

    /// <summary>Marks a span as failed.</summary>
    public static void Fail(Activity? activity, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
        activity?.SetTag("error.type", failure.GetType().FullName);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private static ActivityContext? ParentOf(ReceivedMessage message) =>
        message.Attributes.TryGetValue(TraceParentAttribute, out var value)
        && ActivityContext.TryParse(value, traceState: null, isRemote: true, out var context)
            ? context
            : null;

    private static IEnumerable<KeyValuePair<string, object?>> Tags(string operation, string? topic)
    {
        yield return new(MessagingTags.System, "gcp_pubsub");
        yield return new(MessagingTags.Operation, operation);
        if (topic is not null)
        {
            yield return new(MessagingTags.Destination, topic);
        }
    }

    private static SortedDictionary<string, string> With(IReadOnlyDictionary<string, string> attributes, string parent)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal) { [TraceParentAttribute] = parent };
        foreach (var (key, value) in attributes)
        {
            all[key] = value;
        }

        return all;
    }
}
