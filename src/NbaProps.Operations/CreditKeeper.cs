using NbaProps.Shared.Credits;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Operations;

/// <summary>One incident for a source whose credits run low or will not last its month; closed when the month turns, or when they last after all.</summary>
/// <param name="manifest">The pipeline.</param>
/// <param name="planner">Where credits stand.</param>
/// <param name="allowances">The sources that count them.</param>
/// <param name="desk">Where incidents are kept and told.</param>
public sealed class CreditKeeper(PipelineManifest manifest, CreditPlanner planner, IReadOnlyList<CreditAllowance> allowances, IncidentDesk desk)
{
    /// <summary>Compares incidents with where credits stand.</summary>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var allowance in allowances)
        {
            var outlook = await planner.FindAsync(allowance, now, cancellationToken);
            await (outlook.IsTrouble
                ? desk.RaiseAsync(Of(outlook, now), cancellationToken)
                : desk.CloseAsync(KeyOf(allowance), $"They last again: {outlook}", now, cancellationToken));
        }
    }

    private string StandIns(ProcessorDeclaration scraper) =>
        $"{(manifest.StandInsOf(scraper.Name) is { Count: > 0 } others ? string.Join(" and ", others) : "nobody")} stands in for {scraper.Name}";

    private static string KeyOf(CreditAllowance allowance) => $"credits|{allowance.Source}";

    private Incident Of(CreditOutlook outlook, DateTimeOffset now)
    {
        var source = outlook.Allowance.Source;
        return new()
        {
            Key = KeyOf(outlook.Allowance),
            Severity = outlook.IsExhausted ? Severity.Critical : Severity.Warning,
            Title = outlook.IsExhausted ? $"The credits of {source} are used up"
                : outlook.IsTooLittle ? $"The credits of {source} will not last the month"
                : $"Four fifths of the credits of {source} are used",
            Cause = outlook.ToString(),
            Done = $"Nothing is asked less often for it. Once they are used up each trigger asks once, and {string.Join(", ", manifest.Processors.Where(one => one.Credits?.Source == source).Select(StandIns))}. "
                + $"A larger plan helps, at the source and in Upstreams:{source}:CreditsPerMonth.",
            Command = "nbaprops doctor",
            OpenedAt = now,
            UpdatedAt = now,
        };
    }
}
