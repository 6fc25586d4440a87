using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Espn;

/// <summary>ESPN's pages that are fetched one for a date.</summary>
public static class EspnPages
{
    /// <summary>The scoreboard, for the schedule.</summary>
    public static PageScraper Schedule { get; } = Board(ScrapersPhase.ScheduleEspn);

    /// <summary>The scoreboard, for itself.</summary>
    public static PageScraper Scoreboard { get; } = Board(ScrapersPhase.ScoreboardEspn);

    private static PageScraper Board(ProcessorDeclaration declaration) =>
        new(declaration, context => EspnScoreboard.Address(context.Date), EspnScoreboard.Contract, "ESPN has no scoreboard of the date", page => page.GetProperty("events").GetArrayLength() > 0);
}
