using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;

namespace NbaProps.Scrapers.BallDontLie;

/// <summary>balldontlie's pages that are fetched one for a date.</summary>
public static class BallDontLiePages
{
    /// <summary>The box scores.</summary>
    public static PageScraper BoxScores { get; } = new(
        ScrapersPhase.BoxScoresBallDontLie,
        context => $"/v1/box_scores?date={context.Date}",
        new PayloadContract("box scores: data with both teams' players", "data[].id:number", "data[].home_team.players:array", "data[].visitor_team.players:array")
        {
            Distinct = [new("data[].id"), new("home_team.players[].player.id", "visitor_team.players[].player.id") { Within = "data[]" }],
        },
        "balldontlie has no box scores of the date",
        page => page.GetProperty("data").GetArrayLength() > 0);
}
