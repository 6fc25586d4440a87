using NbaProps.Shared.Credits;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest;

/// <summary>
/// Phase 1: upstream to raw archive. A unit is a scraper and a game date; the clock's moments trigger it. Those that stand in for another fetch only
/// what it did not bring.
/// </summary>
public static class ScrapersPhase
{
    // Its section in the configuration. Its list of events is free; odds cost markets times regions for each event.
    private const string TheOddsApi = "OddsApi";

    private static readonly IReadOnlyList<Trigger> Pregame = [Moment.Context, Moment.CutOff];

    // The morning after; and again when the next day's context is looked at, for what was late.
    private static readonly IReadOnlyList<Trigger> Results = [Moment.NextMorning, new(Moment.Context, DaysLater: 1)];

    // Official scorers correct what they wrote, by day in the day after and now and then in the one after that: nobody says so, it has to be asked for.
    private static readonly IReadOnlyList<Trigger> CorrectedResults = [Moment.NextMorning, new(Moment.Context, DaysLater: 1), new(Moment.Context, DaysLater: 2)];

    // A provider's file appears between the early and the late morning, now and then a day later.
    private static readonly IReadOnlyList<Trigger> LateResults = [Moment.NextMorning, new(Moment.Context, DaysLater: 1), new(Moment.CutOff, DaysLater: 1), new(Moment.Context, DaysLater: 2)];

    /// <summary>The league's schedule of the date's season, captured at every moment: first for the games, at last for the scores.</summary>
    public static readonly ProcessorDeclaration Schedule = Scraper(
        "nba_schedule", "Fetches the league's schedule of the season that the date belongs to.", [Moment.Context, Moment.CutOff, Moment.NextMorning]);

    /// <summary>The same schedule from the league's content network.</summary>
    public static readonly ProcessorDeclaration ScheduleCdn = Scraper(
        "nba_schedule_cdn", "Fetches the league's schedule from its content network.", Schedule.Triggers, instead: [Schedule]);

    /// <summary>ESPN's scoreboard as the last word on which games the date has.</summary>
    public static readonly ProcessorDeclaration ScheduleEspn = Scraper(
        "espn_schedule", "Fetches ESPN's scoreboard of the date, for which games it has.", Schedule.Triggers, instead: [Schedule, ScheduleCdn]);

    /// <summary>The league's scoreboard of the date.</summary>
    public static readonly ProcessorDeclaration Scoreboard = Scraper(
        "nba_scoreboard", "Fetches the league's scoreboard of the date.", Results);

    /// <summary>The scoreboard of the league's content network, which has the present day only.</summary>
    public static readonly ProcessorDeclaration ScoreboardCdn = Scraper(
        "nba_scoreboard_cdn", "Fetches the scoreboard of the league's content network.", Results, instead: [Scoreboard]);

    /// <summary>ESPN's scoreboard of the date.</summary>
    public static readonly ProcessorDeclaration ScoreboardEspn = Scraper(
        "espn_scoreboard", "Fetches ESPN's scoreboard of the date.", Results, instead: [Scoreboard, ScoreboardCdn]);

    /// <summary>The players' game log of the date.</summary>
    public static readonly ProcessorDeclaration PlayerGameLog = Scraper(
        "nba_player_gamelog", "Fetches the league's game log of the date, one line per player and game.", CorrectedResults) with { OnlyCorrections = true };

    /// <summary>The box scores of the league's content network, one a game.</summary>
    public static readonly ProcessorDeclaration BoxScoreCdn = Scraper(
        "nba_cdn_boxscore", "Fetches the box score of each game from the league's content network.", Results, ofGames: true, instead: [PlayerGameLog]);

    /// <summary>ESPN's box scores, one a game.</summary>
    public static readonly ProcessorDeclaration BoxScoreEspn = Scraper(
        "espn_boxscore", "Fetches ESPN's box score of each game.", Results, ofGames: true, instead: [PlayerGameLog, BoxScoreCdn]);

    /// <summary>balldontlie's box scores of the date.</summary>
    public static readonly ProcessorDeclaration BoxScoresBallDontLie = Scraper(
        "balldontlie_box_scores", "Fetches balldontlie's box scores of the date.", Results, instead: [PlayerGameLog, BoxScoreCdn, BoxScoreEspn]);

    /// <summary>The teams' game log of the date.</summary>
    public static readonly ProcessorDeclaration TeamGameLog = Scraper(
        "nba_team_gamelog", "Fetches the league's game log of the date, one line per team and game.", CorrectedResults) with { OnlyCorrections = true };

    /// <summary>The league's traditional box scores, one a game.</summary>
    public static readonly ProcessorDeclaration TeamBoxScore = Scraper(
        "nba_team_boxscore", "Fetches the league's traditional box score of each game.", Results, ofGames: true, instead: [TeamGameLog]);

    /// <summary>The official gamebooks, one a game.</summary>
    public static readonly ProcessorDeclaration Gamebook = Scraper(
        "nba_gamebook", "Fetches the official gamebook of each game, and the text of its PDF.", Results, ofGames: true);

    /// <summary>The league's injury report.</summary>
    public static readonly ProcessorDeclaration InjuryReport = Scraper(
        "nba_injury_report", "Fetches the league's newest injury report before the moment, and the text of its PDF.", Pregame);

    /// <summary>balldontlie's injuries.</summary>
    public static readonly ProcessorDeclaration InjuriesBallDontLie = Scraper(
        "balldontlie_injuries", "Fetches balldontlie's list of injuries.", Pregame, instead: [InjuryReport]) with { SaysNow = true };

    /// <summary>ESPN's rosters for their injuries.</summary>
    public static readonly ProcessorDeclaration InjuriesEspn = Scraper(
        "espn_injuries", "Fetches ESPN's rosters, for the injuries they state.", Pregame, instead: [InjuryReport, InjuriesBallDontLie]) with { SaysNow = true };

    /// <summary>BigDataBall's play-by-play, one file a game.</summary>
    public static readonly ProcessorDeclaration BigDataBall = Scraper(
        "bigdataball", "Fetches BigDataBall's play-by-play of each game, with the ten players on court.", LateResults, ofGames: true);

    /// <summary>The play-by-play of the league's content network, one a game.</summary>
    public static readonly ProcessorDeclaration PlayByPlay = Scraper(
        "nba_playbyplay", "Fetches the play-by-play of each game from the league's content network.", LateResults, ofGames: true, instead: [BigDataBall]);

    /// <summary>The league's list of players.</summary>
    public static readonly ProcessorDeclaration PlayerList = Scraper("nba_player_list", "Fetches the league's list of players.", [Moment.Context]) with { SaysNow = true };

    /// <summary>ESPN's rosters, one a team.</summary>
    public static readonly ProcessorDeclaration RostersEspn = Scraper("espn_rosters", "Fetches ESPN's roster of each team.", [Moment.Context], instead: [PlayerList]) with { SaysNow = true };

    /// <summary>The league's list of signings, trades and waivers.</summary>
    public static readonly ProcessorDeclaration PlayerMovement = Scraper("nba_player_movement", "Fetches the league's list of signings, trades and waivers.", [Moment.Context]) with { SaysNow = true };

    /// <summary>The officials of the date's games.</summary>
    public static readonly ProcessorDeclaration Referees = Scraper("nba_referees", "Fetches who officiates the date's games.", Pregame) with { SaysNow = true };

    /// <summary>The books' points lines for the date's games.</summary>
    public static readonly ProcessorDeclaration PlayerPointsProps = Scraper(
        "odds_api_player_points", "Fetches the date's events from The Odds API, and the player_points lines of each.", Pregame, credits: new(TheOddsApi, PerGame: 1)) with { SaysNow = true };

    /// <summary>BettingPros' points lines of the date.</summary>
    public static readonly ProcessorDeclaration PointsBettingPros = Scraper(
        "bettingpros_points", "Fetches the date's events and points offers from BettingPros.", Pregame, instead: [PlayerPointsProps]) with { SaysNow = true };

    /// <summary>The books' spreads and totals for the date's games.</summary>
    public static readonly ProcessorDeclaration GameLines = Scraper(
        "odds_api_spreads_totals", "Fetches the spreads and totals of the date's events from The Odds API.", Pregame, credits: new(TheOddsApi, PerGame: 2)) with { SaysNow = true };

    /// <summary>Those on which the schedule rests: it is what all that ask game by game read.</summary>
    public static IReadOnlyList<ProcessorDeclaration> OfSchedule { get; } = [Schedule, ScheduleCdn, ScheduleEspn];

    /// <summary>All others, in the order of a back-fill.</summary>
    public static IReadOnlyList<ProcessorDeclaration> AfterSchedule { get; } =
    [
        Scoreboard, ScoreboardCdn, ScoreboardEspn,
        PlayerGameLog, BoxScoreCdn, BoxScoreEspn, BoxScoresBallDontLie,
        TeamGameLog, TeamBoxScore,
        Gamebook,
        InjuryReport, InjuriesBallDontLie, InjuriesEspn,
        BigDataBall, PlayByPlay,
        PlayerList, RostersEspn, PlayerMovement, Referees,
        PlayerPointsProps, PointsBettingPros, GameLines,
    ];

    /// <summary>All of the phase.</summary>
    public static IReadOnlyList<ProcessorDeclaration> All { get; } = [.. OfSchedule, .. AfterSchedule];

    private static ProcessorDeclaration Scraper(
        string name, string purpose, IReadOnlyList<Trigger> triggers, bool ofGames = false, IReadOnlyList<ProcessorDeclaration>? instead = null, CreditCost? credits = null) => new()
    {
        Name = name,
        Phase = Phase.Scrapers,
        Purpose = purpose,
        Inputs =
        [
            Reads.Clock,
            .. ofGames ? [Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema)] : Array.Empty<InputDeclaration>(),
            .. (instead ?? []).Select(first => Reads.InsteadOf(first.Name)),
        ],
        Output = new OutputDeclaration.ToArchive(name),
        Triggers = triggers,
        AvailableFrom = triggers[0].Moment,
        AsksByGame = ofGames,
        Credits = credits,
    };
}
