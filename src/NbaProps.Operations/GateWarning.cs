using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline.Expected;

namespace NbaProps.Operations;

/// <summary>
/// A gate that opened for the newest date on inputs that a person should look at. One for each gate, whatever the dates: what is thin in last week's rows is so for
/// each day of the next.
/// </summary>
/// <param name="Output">The hand-off.</param>
internal sealed record GateWarning(ExpectedOutput Output)
{
    private static readonly IncidentKind Kind = new("gate");

    /// <summary>What it is about, in the log of incidents.</summary>
    public string Key => Kind.KeyOf(Output.Unit.Processor);

    /// <summary>The gate that an incident's key is about; null for another kind of incident.</summary>
    public static string? GateOf(string key) => Kind.SubjectOf(key);

    /// <summary>The gates that warn for the newest date that they were asked for.</summary>
    public static IReadOnlyList<GateWarning> Of(IEnumerable<ExpectedOutput> outputs) =>
    [
        .. outputs.Where(output => output is { IsHandOff: true, EndedAt: not null })
            .GroupBy(output => output.Unit.Processor, StringComparer.Ordinal)
            .Select(gate => gate.MaxBy(output => output.Unit.Partition.Date)!)
            .Where(output => output.State == ExpectedState.Degraded)
            .Select(output => new GateWarning(output)),
    ];

    /// <summary>Whether it is this gate.</summary>
    public bool Is(string gate) => string.Equals(Output.Unit.Processor, gate, StringComparison.Ordinal);

    /// <summary>What a person is told.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    public Incident ToIncident(DateTimeOffset now) => new()
    {
        Key = Key,
        Severity = Severity.Warning,
        Title = $"{Output.Unit.Processor} of {Output.Unit.Partition.Date} is open with a warning",
        Cause = Output.Cause,
        Done = "The phase went on.",
        Command = $"nbaprops status --date {Output.Unit.Partition.Date}",
        OpenedAt = now,
        UpdatedAt = now,
    };
}
