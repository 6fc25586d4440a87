using System.Text.Json.Serialization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Hints;

/// <summary>Asks for a date, on a processor's own topic: <see cref="ProcessorDeclaration.DateTopic"/>.</summary>
public sealed record DateRequest
{
    /// <summary>The game date.</summary>
    [JsonPropertyName("target_date")]
    public required GameDate TargetDate { get; init; }

    /// <summary>Who asks, for tracing.</summary>
    [JsonPropertyName("trigger_source")]
    public required string TriggerSource { get; init; }

    /// <summary>The message.</summary>
    public OutgoingMessage ToMessage() => new(
        StateJson.Write(this), new SortedDictionary<string, string>(StringComparer.Ordinal) { ["target_date"] = TargetDate.ToString() });
}
