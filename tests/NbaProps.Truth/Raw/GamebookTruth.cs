using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>Everyone whom the gamebooks of a date list: active, on the bench, scratched late, and inactive by last name.</summary>
internal sealed class GamebookTruth : TableTruth<GamebookPlayerStatsRow>
{
    /// <summary>The inactive players of a date with who they are taken for. Rule: two of a team who cannot be told apart by what is written have one row, the first's.</summary>
    public static IEnumerable<GamebookPlayerStatsRow> Inactive(DayTruth day) => All(day).Where(row => row.PlayerStatus == "inactive");

    protected override IEnumerable<GamebookPlayerStatsRow> Rows(DayTruth day) => All(day);

    private static IEnumerable<GamebookPlayerStatsRow> All(DayTruth day) => day.Games.SelectMany(game => OfGame(game, day)).DistinctBy(row => (row.GameId, row.Team, row.NameKey));

    private static IEnumerable<GamebookPlayerStatsRow> OfGame(SimulatedGame game, DayTruth day) =>
    [
        .. from side in new[] { Side.Away, Side.Home }
           from row in InTable(game, side, day)
           select row,
        .. InactiveNames.Of(game, day).Select(named => Row(game, named.Side, named.Name, day) with
        {
            PlayerName = named.Absence.Player.LastName,
            PlayerStatus = "inactive",
            Reason = named.Absence.Reason,
            ReasonCategory = AbsenceWords.CategoryOf(named.Absence.Reason),
        }),
    ];

    private static IEnumerable<GamebookPlayerStatsRow> InTable(SimulatedGame game, Side side, DayTruth day)
    {
        foreach (var line in game.Box.Of(side))
        {
            var row = Row(game, side, TableName.Of(line, day), day) with { PlayerName = line.Player.FullName, JerseyNumber = Shirt(line.Player.Jersey) };
            yield return line.Seconds == 0
                ? row with { PlayerStatus = "dnp", Reason = "Coach's Decision", ReasonCategory = "other" }
                : Counted(row with { Position = line.Starter ? line.Player.Position.ToString()[..1] : null }, line);
        }

        foreach (var absence in game.AbsencesOf(side).Where(absence => absence.IsLateScratch))
        {
            yield return Row(game, side, TableName.Of(absence.Player, day), day) with
            {
                PlayerName = absence.Player.FullName,
                PlayerStatus = "dnd",
                JerseyNumber = Shirt(absence.Player.Jersey),
                Reason = absence.Reason,
                ReasonCategory = AbsenceWords.CategoryOf(absence.Reason),
            };
        }
    }

    private static string Shirt(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static GamebookPlayerStatsRow Counted(GamebookPlayerStatsRow row, PlayerCounts line) => row with
    {
        SecondsPlayed = line.Seconds,
        FieldGoalsMade = line.FieldGoalsMade,
        FieldGoalsAttempted = line.FieldGoalsAttempted,
        ThreePointersMade = line.ThreesMade,
        ThreePointersAttempted = line.ThreesAttempted,
        FreeThrowsMade = line.FreeThrowsMade,
        FreeThrowsAttempted = line.FreeThrowsAttempted,
        OffensiveRebounds = line.OffensiveRebounds,
        DefensiveRebounds = line.DefensiveRebounds,
        Rebounds = line.Rebounds,
        Assists = line.Assists,
        PersonalFouls = line.Fouls,
        Steals = line.Steals,
        Turnovers = line.Turnovers,
        Blocks = line.Blocks,
        PlusMinus = line.PlusMinus,
        Points = line.Points,
    };

    private static GamebookPlayerStatsRow Row(SimulatedGame game, Side side, TableName name, DayTruth day) => new()
    {
        GameDate = day.Date,
        GameId = game.Scheduled.Id,
        Team = game.Plan.Of(side).Team,
        NameKey = name.Key,
        Opponent = game.Plan.Of(side.Other()).Team,
        IsHome = side == Side.Home,
        Season = day.Season.Season.League.Season,
        Quality = "gold",
        PlayerName = string.Empty,
        PlayerStatus = "active",
        PlayerId = name.Player?.Id,
        NameResolutionStatus = name.Status,
        NameResolutionConfidence = name.Confidence,
        NameResolutionMethod = name.Method,
        JerseyNumber = null,
        Position = null,
        Reason = null,
        ReasonCategory = null,
        SecondsPlayed = null,
        FieldGoalsMade = null,
        FieldGoalsAttempted = null,
        ThreePointersMade = null,
        ThreePointersAttempted = null,
        FreeThrowsMade = null,
        FreeThrowsAttempted = null,
        OffensiveRebounds = null,
        DefensiveRebounds = null,
        Rebounds = null,
        Assists = null,
        PersonalFouls = null,
        Steals = null,
        Turnovers = null,
        Blocks = null,
        PlusMinus = null,
        Points = null,
        Source = "nba_gamebook",
        AsOf = day.At(Moment.NextMorning),
    };
}
