using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors;

/// <summary>The date's box-score lines of teams.</summary>
public sealed class TeamBoxscoreProcessor : IProcessor<NbacTeamBoxscoreRow>
{
    private static readonly IReadOnlyList<string> Headers = GameLogLine.Headers;

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.TeamBoxscore;

    /// <summary>The lines of a log, of whatever dates.</summary>
    internal static Reading<NbacTeamBoxscoreRow> Lines(PayloadNode payload, DateTimeOffset asOf) =>
        GameLogPayloads.Whole(payload, GameLogPayloads.Lines(payload, date: null, Headers, BoxCountLimits.Team).Select(line => Row(line, asOf)), row => (row.GameId, row.Team));

    /// <inheritdoc/>
    public Computation<NbacTeamBoxscoreRow> Compute(IInputs inputs, RunContext context)
    {
        var captures = inputs.Captures(ScrapersPhase.TeamGameLog.Name);
        var rows = new SortedDictionary<(GameId, TeamTricode), NbacTeamBoxscoreRow>();
        foreach (var capture in GameLogPayloads.Newest(captures))
        {
            using var payload = PayloadDocument.Parse(capture);
            foreach (var row in GameLogPayloads.Lines(payload.Root, context.Date, Headers, BoxCountLimits.Team).Select(line => Row(line, capture.AsOf)))
            {
                if (!rows.TryAdd((row.GameId, row.Team), row))
                {
                    throw new PermanentException($"{capture.Path}: two lines of {row.Team} in game {row.GameId}");
                }
            }
        }

        var games = rows.Values.Select(row => row.GameId).Distinct().Count();
        var counted = captures.Count == 0 ? "no game log was captured" : GameLogPayloads.Counted(rows.Count, games);
        return GameLogPayloads.Missing(rows.Values.Select(row => (row.GameId.ToString(), row.Team, row.Won))) is { } missing
            ? Computation<NbacTeamBoxscoreRow>.Degraded([.. rows.Values], $"{counted}; {missing}")
            : Computation<NbacTeamBoxscoreRow>.Of([.. rows.Values], counted);
    }

    private static NbacTeamBoxscoreRow Row(GameLogLine line, DateTimeOffset asOf) => new()
    {

        GameDate = line.Date,
        GameId = line.GameId,
        Team = line.Team,
        Opponent = line.Opponent,
        IsHome = line.IsHome,
        Won = line.Won,
        Season = line.GameId.Season,
        SeasonPhase = line.GameId.Phase.ToStorageName(),
        Minutes = line.Minutes,
        FieldGoalsMade = line.Box.FieldGoalsMade!.Value,
        FieldGoalsAttempted = line.Box.FieldGoalsAttempted!.Value,
        ThreePointersMade = line.Box.ThreesMade!.Value,
        ThreePointersAttempted = line.Box.ThreesAttempted!.Value,
        FreeThrowsMade = line.Box.FreeThrowsMade!.Value,
        FreeThrowsAttempted = line.Box.FreeThrowsAttempted!.Value,
        OffensiveRebounds = line.Box.OffensiveRebounds!.Value,
        DefensiveRebounds = line.DefensiveRebounds,
        Rebounds = line.Rebounds,
        Assists = line.Assists,
        Steals = line.Steals,
        Blocks = line.Blocks,
        Turnovers = line.Box.Turnovers!.Value,
        PersonalFouls = line.PersonalFouls,
        Points = line.Box.Points!.Value,
        PlusMinus = line.PlusMinus,
        Source = GameLogPayloads.Source,
        AsOf = asOf,
    };
}
