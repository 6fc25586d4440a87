using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Espn;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers;

/// <summary>Pages of those that stand in for the league's.</summary>
public static class OtherPages
{
    /// <summary>ESPN's scoreboard for the schedule.</summary>
    public static PageScraper ScheduleEspn { get; } = Scoreboard(ScrapersPhase.ScheduleEspn);

    /// <summary>ESPN's scoreboard for the scoreboard.</summary>
    public static PageScraper ScoreboardEspn { get; } = Scoreboard(ScrapersPhase.ScoreboardEspn);

    /// <summary>balldontlie's box scores.</summary>
    public static PageScraper BoxScoresBallDontLie { get; } = new(
        ScrapersPhase.BoxScoresBallDontLie,
        context => $"/v1/box_scores?date={context.Date}",
        new PayloadContract("box scores: data with both teams' players", "data[].id:number", "data[].home_team.players:array", "data[].visitor_team.players:array"),
        "balldontlie has no box scores of the date");

    private static PageScraper Scoreboard(ProcessorDeclaration declaration) =>
        new(declaration, context => EspnScoreboard.Address(context.Date), EspnScoreboard.Contract, "ESPN has no scoreboard of the date");
}
