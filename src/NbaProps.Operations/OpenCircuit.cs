using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Healing;

namespace NbaProps.Operations;

/// <summary>A processor of which several dates failed as often as each is tried: one trouble, told of once.</summary>
/// <param name="Breaker">What is held back.</param>
internal sealed record OpenCircuit(CircuitBreaker Breaker)
{
    private static readonly IncidentKind Kind = new("circuit");

    /// <summary>What it is about, in the log of incidents.</summary>
    public string Key => Kind.KeyOf(Breaker.Processor);

    /// <summary>The dates that are held back, ascending.</summary>
    public IReadOnlyList<GameDate> Dates { get; } = [.. Breaker.Failing.Select(output => output.Unit.Partition.Date).Distinct().Order()];

    /// <summary>The processor that an incident's key is about; null for another kind of incident.</summary>
    public static string? ProcessorOf(string key) => Kind.SubjectOf(key);

    /// <summary>What a person is told.</summary>
    /// <param name="manifest">Says whether it is a scraper.</param>
    /// <param name="now">Wall clock, UTC.</param>
    public Incident ToIncident(PipelineManifest manifest, DateTimeOffset now)
    {
        var (fewest, most) = (Breaker.Failing.Min(output => output.Attempts), Breaker.Failing.Max(output => output.Attempts));
        var source = manifest.Processor(Breaker.Processor).Phase == Phase.Scrapers ? " --source live" : string.Empty;
        return new()
        {
            Key = Key,
            Severity = Severity.Critical,
            Title = $"{Breaker.Processor} fails on every date that it is tried on",
            Cause = $"Last: {Breaker.Failing[^1].Cause}. {ConcernedDates.Of(Dates)}",
            Done = string.Create(
                CultureInfo.InvariantCulture,
                $"Each was tried {(fewest == most ? $"{most}" : $"{fewest} to {most}")} times, last {Breaker.Failing[^1].EndedAt:u}; one at a time is tried now, and all of them as soon as one succeeds."),
            Command = $"nbaprops rerun --processor {Breaker.Processor} --from {Dates[0]} --to {Dates[^1]}{source}",
            OpenedAt = now,
            UpdatedAt = now,
        };
    }
}
