using NbaProps.Domain.Calendar;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Operations;

/// <summary>A source whose payloads are no longer as its contract says: one trouble, however many dates and games meet it.</summary>
/// <param name="Scraper">The scraper that refuses them.</param>
/// <param name="Break">The field of the first refusal.</param>
/// <param name="Dates">Every date that is concerned, ascending.</param>
internal sealed record ChangedSource(string Scraper, ContractBreak Break, IReadOnlyList<GameDate> Dates)
{
    private static readonly IncidentKind Kind = new("contract");

    /// <summary>What it is about, in the log of incidents.</summary>
    public string Key => Kind.KeyOf(Scraper);

    /// <summary>The scraper that an incident's key is about; null for another kind of incident.</summary>
    public static string? ScraperOf(string key) => Kind.SubjectOf(key);

    /// <summary>What a person is told.</summary>
    /// <param name="manifest">Says who stands in.</param>
    /// <param name="now">Wall clock, UTC.</param>
    public Incident ToIncident(PipelineManifest manifest, DateTimeOffset now)
    {
        var standIns = manifest.StandInsOf(Scraper);
        return new()
        {
            Key = Key,
            Severity = standIns.Count > 0 ? Severity.Warning : Severity.Critical,
            Title = $"The source of {Scraper} has changed: {Break.Field}",
            Cause = $"{Break}. {ConcernedDates.Of(Dates)}",
            Done = $"What was refused is kept under refused/{Scraper}/ in the raw archive; it is asked again by itself. "
                + (standIns.Count > 0 ? $"In its stead: {string.Join(", ", standIns)}." : "Nobody stands in for it."),
            Command = $"nbaprops rerun --processor {Scraper} --from {Dates[0]} --to {Dates[^1]} --source live",
            OpenedAt = now,
            UpdatedAt = now,
        };
    }
}
