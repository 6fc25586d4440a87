using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Manifest;

/// <summary>Phase 3: raw tables to summaries of what was played and context of what is to come.</summary>
public static class AnalyticsPhase
{
    /// <summary>How far back form and ratings look: a season, the summer before it, and the end of the season before that.</summary>
    public const int HistoryDays = 400;

    /// <summary>Whether phase 2 has what phase 3 needs of a night.</summary>
    public static readonly ProcessorDeclaration HandOff = new()
    {
        Name = "phase3_hand_off",
        Phase = Phase.Analytics,
        Purpose = "Opens when the date's final games have box scores with both teams and enough players.",
        Inputs = [Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema), Reads.SameDate(Table<NbacPlayerBoxscoreRow>.Instance.Schema)],
        Output = new OutputDeclaration.ToNextPhase(),
        AvailableFrom = Moment.NextMorning,
    };

    /// <summary>What each player did.</summary>
    public static readonly ProcessorDeclaration PlayerGameSummary = Processor<PlayerGameSummaryRow>(
        "What each player did in each final game of the date, with usage and shooting efficiency.",
        Moment.NextMorning,
        Reads.HandOff("phase3_hand_off"),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        Reads.SameDate(Table<NbacPlayerBoxscoreRow>.Instance.Schema),
        Reads.SameDate(Table<NbacTeamBoxscoreRow>.Instance.Schema));

    /// <summary>What each team did with the ball.</summary>
    public static readonly ProcessorDeclaration TeamOffense = Processor<TeamOffenseGameSummaryRow>(
        "What each team did with the ball in each final game of the date: possessions, pace, rating.",
        Moment.NextMorning,
        Reads.HandOff("phase3_hand_off"),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        Reads.SameDate(Table<NbacTeamBoxscoreRow>.Instance.Schema));

    /// <summary>What each team allowed.</summary>
    public static readonly ProcessorDeclaration TeamDefense = Processor<TeamDefenseGameSummaryRow>(
        "What each team allowed its opponent in each final game of the date.",
        Moment.NextMorning,
        Reads.HandOff("phase3_hand_off"),
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        Reads.SameDate(Table<NbacTeamBoxscoreRow>.Instance.Schema));

    /// <summary>How each team comes into the date's games.</summary>
    public static readonly ProcessorDeclaration UpcomingTeam = Processor<UpcomingTeamGameContextRow>(
        "How each team comes into the date's games: rest, streaks, standing, by earlier dates only.",
        Moment.Context,
        Reads.SameDate(Table<NbacScheduleRow>.Instance.Schema),
        Reads.Before(Table<TeamOffenseGameSummaryRow>.Instance.Schema, HistoryDays));

    /// <summary>How each player comes into the date's games.</summary>
    public static readonly ProcessorDeclaration UpcomingPlayer = Processor<UpcomingPlayerGameContextRow>(
        "Who may play in the date's games: rest, load, form by earlier dates only, and the points line before tip-off.",
        Moment.Context,
        Reads.SameDate(Table<UpcomingTeamGameContextRow>.Instance.Schema),
        Reads.SameDate(Table<OddsApiPlayerPointsPropsRow>.Instance.Schema),
        Reads.Before(Table<PlayersRegistryRow>.Instance.Schema, RawProcessorsPhase.RegistryDays),
        Reads.Before(Table<PlayerGameSummaryRow>.Instance.Schema, HistoryDays),
        Reads.Aliases(NameSources.OddsApi, NameSources.BettingPros));

    /// <summary>All of the phase, in the order of a back-fill.</summary>
    public static IReadOnlyList<ProcessorDeclaration> All { get; } = [HandOff, PlayerGameSummary, TeamOffense, TeamDefense, UpcomingTeam, UpcomingPlayer];

    private static ProcessorDeclaration Processor<TRow>(string purpose, Moment availableFrom, params InputDeclaration[] inputs)
        where TRow : WarehouseRow => new()
    {
        Name = Table<TRow>.Instance.Schema.Name,
        Phase = Phase.Analytics,
        Purpose = purpose,
        Inputs = inputs,
        Output = new OutputDeclaration.ToTable(Table<TRow>.Instance.Schema),
        AvailableFrom = availableFrom,
    };
}
