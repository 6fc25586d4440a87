using System.Diagnostics;

using NbaProps.Shared.Observability;

using Serilog.Core;
using Serilog.Events;

namespace NbaProps.Hosting.Logging;

/// <summary>Gives an entry the unit, run and chain of the spans around it, so that whoever logs need not repeat them.</summary>
internal sealed class ActivityEnricher : ILogEventEnricher
{
    /// <summary>Whether the trace is recorded.</summary>
    public const string Sampled = "TraceSampled";

    private static readonly (string Tag, string Property)[] Carried =
        [(MessagingTags.Unit, "Unit"), (MessagingTags.RunId, "RunId"), (MessagingTags.CorrelationId, "CorrelationId")];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (Activity.Current is not { } current)
        {
            return;
        }

        logEvent.AddPropertyIfAbsent(new LogEventProperty(Sampled, new ScalarValue(current.Recorded)));
        for (var activity = current; activity is not null; activity = activity.Parent)
        {
            foreach (var (tag, property) in Carried)
            {
                if (activity.GetTagItem(tag) is { } value)
                {
                    logEvent.AddPropertyIfAbsent(new LogEventProperty(property, new ScalarValue(value)));
                }
            }
        }
    }
}
