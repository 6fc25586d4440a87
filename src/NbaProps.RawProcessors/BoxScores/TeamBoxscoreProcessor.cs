using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The date's box-score lines of teams, of each game from the league's log or else from its own box score.</summary>
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
        if (!ChainCaptures.Any(inputs, Declaration))
        {
            return Computation<NbacTeamBoxscoreRow>.NoData("no game log was captured");
        }

        var reader = new PayloadReader();
        var games = DateGames.Of(inputs, context);
        var log = new GameLogSource<NbacTeamBoxscoreRow>(
            inputs.Captures(ScrapersPhase.TeamGameLog.Name), context.Date, reader, Headers, Row, row => (row.Team.Value, row.Team.Value), BoxCountLimits.Team);
        var (rows, problems, taken) = GameChain.Take(
            log.Games.Concat(games.Counted),
            [log, new GamePayloads<NbacTeamBoxscoreRow>(inputs.Captures(ScrapersPhase.TeamBoxScore.Name), games.Final, reader, LeagueBoxScores.Teams)]);
        reader.ThrowIfAllWereRefused();
        return Outcome.Of<NbacTeamBoxscoreRow>(
            [.. rows.OrderBy(row => row.GameId).ThenBy(row => row.Team)], string.Create(CultureInfo.InvariantCulture, $"{rows.Count} lines of {taken} games"), [.. problems, .. reader.Findings]);
    }

    private static NbacTeamBoxscoreRow Row(GameLogLine line, DateTimeOffset asOf) => BoxScoreRows.Row(BoxScoreHead.Of(line, asOf), line.Counts);
}
