using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Serving;

/// <summary>The scrapers of the pipeline, run against what is served.</summary>
internal static class Scrapes
{
    /// <summary>Runs one for a date; the schedule that it reads is the truth.</summary>
    public static Task<Scrape> Scrape(this Served served, IScraper scraper, GameDate date)
    {
        var context = new ScrapeContext(date, served.Now(), served.Upstream) { Inputs = new FakeInputs().With<NbacScheduleRow>(served.Season.ByDate.GetValueOrDefault(date, []).Select(Row)) };
        return scraper.FetchAsync(context, CancellationToken.None);
    }

    /// <summary>A game's row of the schedule.</summary>
    public static NbacScheduleRow Row(SimulatedGame game) => GameRows.Scheduled() with
    {
        GameDate = game.Scheduled.Date,
        GameId = game.Scheduled.Id,
        Season = game.Scheduled.Id.Season,
        HomeTeam = game.Scheduled.Home,
        AwayTeam = game.Scheduled.Away,
        TipOff = game.Scheduled.TipOff,
        HomeScore = game.Box.HomeScore,
        AwayScore = game.Box.AwayScore,
    };
}
