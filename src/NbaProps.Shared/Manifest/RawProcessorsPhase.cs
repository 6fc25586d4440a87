using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest;

/// <summary>Phase 2: raw archive to raw and reference tables.</summary>
public static class RawProcessorsPhase
{
    /// <summary>How far back players are looked for by name: a season and the summer before it, so that a year of absence is no riddle.</summary>
    public const int RegistryDays = 400;

    /// <summary>The date's games.</summary>
    public static readonly ProcessorDeclaration Schedule = Processor<NbacScheduleRow>(
        "The date's games from the newest captured schedule.",
        Moment.Context,
        Reads.Chain(ScrapersPhase.Schedule.Name, ScrapersPhase.ScheduleCdn.Name, ScrapersPhase.ScheduleEspn.Name));

    /// <summary>How the date's games stand.</summary>
    public static readonly ProcessorDeclaration Scoreboard = Processor<NbacScoreboardRow>(
        "The date's games from the newest captured scoreboard that has any.",
        Moment.NextMorning,
        [
            .. Reads.Chain(ScrapersPhase.Scoreboard.Name, ScrapersPhase.ScoreboardCdn.Name, ScrapersPhase.ScoreboardEspn.Name),
            Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        ]);

    /// <summary>The date's player lines.</summary>
    public static readonly ProcessorDeclaration PlayerBoxscores = Processor<NbacPlayerBoxscoreRow>(
        "The date's box-score lines of players: of each game from the league's log, or else from the first that has it.",
        Moment.NextMorning,
        [
            .. Reads.Chain(ScrapersPhase.PlayerGameLog.Name, ScrapersPhase.BoxScoreCdn.Name, ScrapersPhase.BoxScoreEspn.Name, ScrapersPhase.BoxScoresBallDontLie.Name),
            Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
            Reads.Before(Table<PlayersRegistryRow>.Instance.Schema, RegistryDays),
            Reads.Aliases(NameSources.Espn, NameSources.BallDontLie),
        ]);

    /// <summary>The date's team lines.</summary>
    public static readonly ProcessorDeclaration TeamBoxscore = Processor<NbacTeamBoxscoreRow>(
        "The date's box-score lines of teams: of each game from the league's log, or else from its own box score.",
        Moment.NextMorning,
        [.. Reads.Chain(ScrapersPhase.TeamGameLog.Name, ScrapersPhase.TeamBoxScore.Name), Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema)]);

    /// <summary>The date's plays.</summary>
    public static readonly ProcessorDeclaration PlayByPlay = Processor<BigDataBallPlayByPlayRow>(
        "The plays of the date's final games: of each game from BigDataBall, or else from the league's content network.",
        Moment.NextMorning,
        [.. Reads.Chain(ScrapersPhase.BigDataBall.Name, ScrapersPhase.PlayByPlay.Name), Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema)]);

    /// <summary>The date's points lines.</summary>
    public static readonly ProcessorDeclaration PlayerPointsProps = Processor<OddsApiPlayerPointsPropsRow>(
        "The date's points lines of all captures, with the game that each belongs to; of a game that The Odds API has nothing of, BettingPros'.",
        Moment.Context,
        [.. Reads.Chain(ScrapersPhase.PlayerPointsProps.Name, ScrapersPhase.PointsBettingPros.Name), Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema)]) with
    {
        Version = 2,
    };

    /// <summary>The date's lines of games.</summary>
    public static readonly ProcessorDeclaration GameLines = Processor<OddsApiGameLineRow>(
        "The date's spreads and totals of all captures, with the game that each belongs to.",
        Moment.Context,
        Reads.Captures(ScrapersPhase.GameLines.Name),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema));

    /// <summary>Who appeared for whom.</summary>
    public static readonly ProcessorDeclaration PlayersRegistry = Processor<PlayersRegistryRow>(
        "Who appeared in the date's box scores, for which team, under which name.",
        Moment.NextMorning,
        Reads.SameDate(Table<NbacPlayerBoxscoreRow>.Instance.Schema));

    /// <summary>Who may not play.</summary>
    public static readonly ProcessorDeclaration InjuryReport = Processor<InjuryReportRow>(
        "The players of the date's games in all captured injury reports and in the lists that stand in for them.",
        Moment.Context,
        [
            .. Reads.Chain(ScrapersPhase.InjuryReport.Name, ScrapersPhase.InjuriesBallDontLie.Name, ScrapersPhase.InjuriesEspn.Name),
            Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        ]);

    /// <summary>Who played, who did not and why.</summary>
    public static readonly ProcessorDeclaration Gamebook = Processor<GamebookPlayerStatsRow>(
        "The players of the date's gamebooks, inactive ones by last name; of a game without one those of the box score.",
        Moment.NextMorning,
        Reads.CapturesOrElse(ScrapersPhase.Gamebook.Name),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        Reads.IfThere(Table<NbacPlayerBoxscoreRow>.Instance.Schema),
        Reads.IfThere(Table<InjuryReportRow>.Instance.Schema),
        Reads.Before(Table<PlayersRegistryRow>.Instance.Schema, RegistryDays),
        Reads.Aliases(NameSources.Gamebook, NameSources.InjuryReport, NameSources.BallDontLie, NameSources.Espn));

    /// <summary>Who is on a roster.</summary>
    public static readonly ProcessorDeclaration PlayerList = Processor<NbacPlayerListCurrentRow>(
        "The players of the newest captured list, the league's or ESPN's rosters.",
        Moment.Context,
        [
            .. Reads.Chain(ScrapersPhase.PlayerList.Name, ScrapersPhase.RostersEspn.Name),
            Reads.Before(Table<PlayersRegistryRow>.Instance.Schema, RegistryDays),
            Reads.Aliases(NameSources.Espn),
        ]);

    /// <summary>Who changed his team.</summary>
    public static readonly ProcessorDeclaration PlayerMovement = Processor<NbacPlayerMovementRow>(
        "The date's signings, trades and waivers from the newest captured list.",
        Moment.Context,
        Reads.Captures(ScrapersPhase.PlayerMovement.Name));

    /// <summary>Who officiates.</summary>
    public static readonly ProcessorDeclaration RefereeGameAssignments = Processor<NbacRefereeGameAssignmentRow>(
        "The officials of the date's games from the newest captured list that is of the date.",
        Moment.Context,
        Reads.Captures(ScrapersPhase.Referees.Name),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema));

    /// <summary>Who is at the replay centre.</summary>
    public static readonly ProcessorDeclaration RefereeReplayCenter = Processor<NbacRefereeReplayCenterRow>(
        "The officials at the replay centre from the newest captured list that is of the date.",
        Moment.Context,
        Reads.Captures(ScrapersPhase.Referees.Name));

    /// <summary>Names to review.</summary>
    public static readonly ProcessorDeclaration UnresolvedPlayerNames = Processor<UnresolvedPlayerNameRow>(
        "Names that any source of the date writes and that resolve to no player, with a count, for review.",
        Moment.Context,
        Reads.SameDate(Table<OddsApiPlayerPointsPropsRow>.Instance.Schema),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        Reads.IfThere(Table<InjuryReportRow>.Instance.Schema),
        Reads.IfThere(Table<GamebookPlayerStatsRow>.Instance.Schema),
        Reads.IfCaptured(ScrapersPhase.RostersEspn.Name),
        Reads.IfCaptured(ScrapersPhase.BoxScoreEspn.Name),
        Reads.IfCaptured(ScrapersPhase.BoxScoresBallDontLie.Name),
        Reads.Before(Table<PlayersRegistryRow>.Instance.Schema, RegistryDays),
        Reads.Aliases(NameSources.All)) with
    {
        Version = 3,
    };

    /// <summary>All but the schedule, in the order of a back-fill.</summary>
    public static IReadOnlyList<ProcessorDeclaration> AfterSchedule { get; } =
    [
        Scoreboard,
        PlayerBoxscores,
        TeamBoxscore,
        PlayByPlay,
        PlayerPointsProps,
        GameLines,
        PlayersRegistry,
        InjuryReport,
        Gamebook,
        PlayerList,
        PlayerMovement,
        RefereeGameAssignments,
        RefereeReplayCenter,
        UnresolvedPlayerNames,
    ];

    /// <summary>All of the phase.</summary>
    public static IReadOnlyList<ProcessorDeclaration> All { get; } = [Schedule, .. AfterSchedule];

    private static ProcessorDeclaration Processor<TRow>(string purpose, Moment availableFrom, params IReadOnlyList<InputDeclaration> inputs)
        where TRow : WarehouseRow => new()
    {
        Name = Table<TRow>.Instance.Schema.Name,
        Phase = Phase.RawProcessors,
        Purpose = purpose,
        Inputs = inputs,
        Output = new OutputDeclaration.ToTable(Table<TRow>.Instance.Schema),
        AvailableFrom = availableFrom,
    };
}
