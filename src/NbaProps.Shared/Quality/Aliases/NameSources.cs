namespace NbaProps.Shared.Quality.Aliases;

/// <summary>The sources that write players by name alone, as <c>unresolved_player_names.name_source</c> has them.</summary>
public static class NameSources
{
    /// <summary>Points lines.</summary>
    public const string OddsApi = "odds_api";

    /// <summary>Points lines where The Odds API has none.</summary>
    public const string BettingPros = "bettingpros";

    /// <summary>Rosters, box scores and injuries.</summary>
    public const string Espn = "espn";

    /// <summary>Box scores and injuries.</summary>
    public const string BallDontLie = "balldontlie";

    /// <summary>The league's gamebooks; inactive players stand there by last name.</summary>
    public const string Gamebook = "nba_gamebook";

    /// <summary>The league's injury reports.</summary>
    public const string InjuryReport = "nba_injury_report";

    /// <summary>All of them, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [BallDontLie, BettingPros, Espn, Gamebook, InjuryReport, OddsApi];
}
