using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;

namespace NbaProps.Tests.Support;

/// <summary>Rows of one made-up evening, Boston at home against New York, and of games before it; a test changes what it is about.</summary>
internal static class GameRows
{
    public static readonly GameDate Day = new(2022, 12, 27);
    public static readonly GameId Game = GameId.Parse("0022200512");
    public static readonly TeamTricode Bos = TeamTricode.Parse("BOS");
    public static readonly TeamTricode Nyk = TeamTricode.Parse("NYK");
    public static readonly TeamTricode Dal = TeamTricode.Parse("DAL");
    public static readonly DateTimeOffset Tip = Day.At(19).ToUniversalTime();

    public static readonly Season Season = new(2022);

    /// <summary>A game of an earlier date; the id follows from the days back, so that earlier games have smaller ids.</summary>
    public static GameId GameBefore(int daysBack) => GameId.Create(Season, SeasonPhase.Regular, 500 - daysBack);

    public static NbacScheduleRow Scheduled(int status = 3) => new()
    {
        GameDate = Day, GameId = Game, Season = Season, SeasonPhase = "regular", GameStatus = status, GameStatusText = status == 3 ? "Final" : "7:00 pm ET",
        HomeTeam = Bos, AwayTeam = Nyk, HomeScore = null, AwayScore = null, TipOff = Tip, TipOffAssumed = false, Postponed = false, NeutralSite = false,
        HomeGamesBefore = 0, AwayGamesBefore = 0, Source = "test", AsOf = Day.At(10),
    };

    public static NbacPlayerBoxscoreRow PlayerLine(int player, TeamTricode team, int minutes, int points) => new()
    {
        GameDate = Day, GameId = Game, PlayerId = new PlayerKey(player), PlayerName = $"Player {player}", NameKey = Key(player), Team = team, Opponent = Other(team),
        IsHome = team == Bos, Won = team == Bos, Season = Season, SeasonPhase = "regular", Minutes = minutes, FieldGoalsMade = 0, FieldGoalsAttempted = 0,
        ThreePointersMade = 0, ThreePointersAttempted = 0, FreeThrowsMade = 0, FreeThrowsAttempted = 0, OffensiveRebounds = 0, DefensiveRebounds = 0, Rebounds = 0,
        Assists = 0, Steals = 0, Blocks = 0, Turnovers = 0, PersonalFouls = 0, Points = points, PlusMinus = null, Source = "test", AsOf = Day.At(30),
    };

    public static NbacTeamBoxscoreRow TeamLine(TeamTricode team, int points) => new()
    {
        GameDate = Day, GameId = Game, Team = team, Opponent = Other(team), IsHome = team == Bos, Won = team == Bos, Season = Season, SeasonPhase = "regular",
        Minutes = 240, FieldGoalsMade = 40, FieldGoalsAttempted = 88, ThreePointersMade = 12, ThreePointersAttempted = 34, FreeThrowsMade = 18, FreeThrowsAttempted = 25,
        OffensiveRebounds = 10, DefensiveRebounds = 33, Rebounds = 43, Assists = 25, Steals = 7, Blocks = 5, Turnovers = 13, PersonalFouls = 20, Points = points,
        PlusMinus = null, Source = "test", AsOf = Day.At(30),
    };

    /// <summary>A game that a player played some days before the day, for Boston against New York unless said otherwise.</summary>
    public static PlayerGameSummaryRow Played(int daysBack, int points, int minutes = 30, int player = 1) => new()
    {
        GameDate = Day.AddDays(-daysBack), GameId = GameBefore(daysBack), PlayerId = new PlayerKey(player), PlayerName = $"Player {player}", NameKey = Key(player),
        Team = Bos, Opponent = Nyk, HomeGame = true, Won = true, Season = Season, SeasonPhase = "regular", Played = minutes > 0, MinutesPlayed = minutes, Points = points,
        FgMakes = 0, FgAttempts = 0, ThreePtMakes = 0, ThreePtAttempts = 0, FtMakes = 0, FtAttempts = 0, OffensiveRebounds = 0, DefensiveRebounds = 0, Assists = 0,
        Steals = 0, Blocks = 0, Turnovers = 0, PersonalFouls = 0, PlusMinus = null, UsageRate = null, TsPct = null, EfgPct = null, Source = "test", AsOf = Day.At(0),
    };

    public static TeamOffenseGameSummaryRow Offense(int daysBack, TeamTricode team, bool? won = true, double? pace = 100, double? rating = 112, int? margin = 4) => new()
    {
        GameDate = Day.AddDays(-daysBack), GameId = GameBefore(daysBack), Team = team, Opponent = Other(team), Season = Season, SeasonPhase = "regular", HomeGame = true,
        Won = won, MarginOfVictory = margin, TeamMinutes = 240, OvertimePeriods = 0, PointsScored = 110, FgMakes = 40, FgAttempts = 88, ThreePtMakes = 12,
        ThreePtAttempts = 34, FtMakes = 18, FtAttempts = 25, OffensiveRebounds = 10, Rebounds = 43, Assists = 25, Turnovers = 13, PersonalFouls = 20, Possessions = 100,
        Pace = pace, OffensiveRating = rating, TsPct = null, EfgPct = null, Source = "test", AsOf = Day.At(0),
    };

    public static TeamDefenseGameSummaryRow Defense(int daysBack, TeamTricode team, double? rating) => new()
    {
        GameDate = Day.AddDays(-daysBack), GameId = GameBefore(daysBack), Team = team, Opponent = Other(team), Season = Season, SeasonPhase = "regular", HomeGame = true,
        Won = true, MarginOfVictory = 4, OvertimePeriods = 0, PointsAllowed = 106, OppFgMakes = 39, OppFgAttempts = 88, OppThreePtMakes = 11, OppThreePtAttempts = 33,
        OppFtMakes = 17, OppFtAttempts = 22, OppRebounds = 40, OppAssists = 24, TurnoversForced = 14, FoulsCommitted = 19, Steals = 8, Blocks = 5, DefensiveRebounds = 33,
        DefensiveRating = rating, OpponentPace = 100, OpponentTsPct = null, OpponentEfgPct = null, Source = "test", AsOf = Day.At(0),
    };

    public static UpcomingTeamGameContextRow TeamContext(TeamTricode team, int? daysRest = 1) => new()
    {
        GameDate = Day, GameId = Game, Team = team, Opponent = Other(team), HomeGame = team == Bos, Season = Season, SeasonPhase = "regular", TipOff = Tip,
        TipOffAssumed = false, TeamDaysRest = daysRest, BackToBack = daysRest == 0, GamesInLast7Days = 3, GamesInLast14Days = 6, GameNumberInSeason = 34, SeasonGamesMissing = 0, HistoryIsWhole = true, TeamWinStreak = 0,
        TeamLossStreak = 0, SeasonWinPct = 0.5, LastGameMargin = 0, Source = "test", AsOf = Day.At(10),
    };

    public static UpcomingPlayerGameContextRow PlayerContext(int player = 1, TeamTricode? team = null) => new()
    {
        GameDate = Day, GameId = Game, PlayerId = new PlayerKey(player), PlayerName = $"Player {player}", Team = team ?? Bos, Opponent = Other(team ?? Bos),
        HomeGame = (team ?? Bos) == Bos, Season = Season, SeasonPhase = "regular", TipOff = Tip, TipOffAssumed = false, CandidateBecause = "appearance", HistoryIsWhole = true, DaysRest = 1,
        BackToBack = false, GamesInLast7Days = 3, GamesInLast14Days = 6, MinutesInLast7Days = 96, MinutesInLast14Days = 190, BackToBacksLast14Days = 0,
        PointsAvgLast5 = null, PointsAvgLast10 = null, GamesPlayedSeason = 30, HasPropLine = true, CurrentPointsLine = new PointsLine(24.5m),
        OpeningPointsLine = new PointsLine(23.5m), LineMovement = 1, Bookmaker = "draftkings", OverPrice = new AmericanOdds(-110), UnderPrice = new AmericanOdds(-110),
        LineSnapshotAt = Day.At(10), LineSnapshotAssumed = false, MinutesBeforeTipOff = 540, Source = "test", AsOf = Day.At(10),
    };

    public static OddsApiPlayerPointsPropsRow Prop(int player, decimal line, DateTimeOffset? at = null, string bookmaker = "draftkings") => new()
    {
        GameDate = Day, GameId = Game, Bookmaker = bookmaker, NameKey = Key(player), Market = "player_points", PointsLine = new PointsLine(line),
        SnapshotAt = at ?? Day.At(10), EventId = "event", HomeTeam = Bos, AwayTeam = Nyk, PlayerName = $"Player {player}", OverPrice = new AmericanOdds(-110),
        UnderPrice = new AmericanOdds(-110), OverPriceDecimal = null, UnderPriceDecimal = null, CommenceTime = Tip, BookmakerLastUpdate = null, SnapshotAssumed = false,
        MinutesBeforeTipOff = null, CapturedBeforeTipOff = (at ?? Day.At(10)) < Tip, Source = "odds_api", AsOf = at ?? Day.At(10),
    };

    public static PlayersRegistryRow Registered(int player, TeamTricode team, int daysBack = 2) => new()
    {
        GameDate = Day.AddDays(-daysBack), PlayerId = new PlayerKey(player), Team = team, PlayerName = $"Player {player}", NameKey = Key(player), Source = "test", AsOf = Day.At(0),
    };

    public static TeamTricode Other(TeamTricode team) => team == Bos ? Nyk : Bos;

    // Letters only: a folded name has no digits.
    private static NameKey Key(int player) =>
        NameKey.TryFrom("player " + string.Concat(player.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0'))), out var key)
            ? key
            : throw new ArgumentOutOfRangeException(nameof(player));
}
