using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Nba;

/// <summary>Fetches the league's schedule of the season that the date belongs to.</summary>
public sealed class NbaScheduleScraper : IScraper
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.Schedule;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var season = Season.FromGameDate(context.Date);
        var address = $"/stats/scheduleleaguev2int?Season={season}&LeagueID=00";
        var payload = await context.Upstream.GetAsync(address, cancellationToken);
        if (payload is null)
        {
            return Scrape.NoData($"the league has no schedule of {season}");
        }

        Check(new PayloadCheck(Declaration.Name, address, $"the schedule of {season}: leagueSchedule with seasonYear and gameDates"), payload, season);
        return Scrape.Of([payload]);
    }

    private static void Check(PayloadCheck check, FetchedPayload payload, Season season)
    {
        using var json = check.Json(payload);
        if (json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("leagueSchedule", out var schedule)
            || !schedule.TryGetProperty("gameDates", out var dates)
            || dates.ValueKind != JsonValueKind.Array)
        {
            throw check.Changed("JSON without leagueSchedule.gameDates", new ContractBreak("leagueSchedule.gameDates", "missing", "an array"));
        }

        if (schedule.TryGetProperty("seasonYear", out var year) && !string.Equals(year.ToString(), season.Label, StringComparison.Ordinal))
        {
            throw check.Unexpected($"the schedule of {year}");
        }

        NbaPages.ScheduleContract.Check(check, payload);
    }
}
