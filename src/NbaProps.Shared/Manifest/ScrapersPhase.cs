using NbaProps.Shared.Pipeline;

namespace NbaProps.Shared.Manifest;

/// <summary>Phase 1: upstream to raw archive. A unit is a scraper and a game date; the clock's moments trigger it.</summary>
public static class ScrapersPhase
{
    /// <summary>The league's schedule of the date's season, captured at every moment: first for the games, at last for the scores.</summary>
    public static readonly ProcessorDeclaration Schedule = Scraper(
        "nba_schedule",
        "Fetches the league's schedule of the season that the date belongs to.",
        [Moment.Context, Moment.CutOff, Moment.NextMorning],
        Moment.Context);

    /// <summary>The players' game log of the date.</summary>
    public static readonly ProcessorDeclaration PlayerGameLog = Scraper(
        "nba_player_gamelog",
        "Fetches the league's game log of the date, one line per player and game.",
        [Moment.NextMorning],
        Moment.NextMorning);

    /// <summary>The teams' game log of the date.</summary>
    public static readonly ProcessorDeclaration TeamGameLog = Scraper(
        "nba_team_gamelog",
        "Fetches the league's game log of the date, one line per team and game.",
        [Moment.NextMorning],
        Moment.NextMorning);

    /// <summary>The books' points lines for the date's games.</summary>
    public static readonly ProcessorDeclaration PlayerPointsProps = Scraper(
        "odds_api_player_points",
        "Fetches the date's events from The Odds API, and the player_points lines of each.",
        [Moment.Context, Moment.CutOff],
        Moment.Context);

    /// <summary>All of the phase, in the order of a back-fill.</summary>
    public static IReadOnlyList<ProcessorDeclaration> All { get; } = [Schedule, PlayerGameLog, TeamGameLog, PlayerPointsProps];

    private static ProcessorDeclaration Scraper(string name, string purpose, IReadOnlyList<Trigger> triggers, Moment availableFrom) => new()
    {
        Name = name,
        Phase = Phase.Scrapers,
        Purpose = purpose,
        Inputs = [Reads.Clock],
        Output = new OutputDeclaration.ToArchive(name),
        Triggers = triggers,
        AvailableFrom = availableFrom,
    };
}
