using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Players;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>
/// The date's box-score lines of players, of each game from the league's log or the first that stands in for it. A line of zero minutes is kept as it is: the league rounds, and he may have been on court.
/// </summary>
public sealed class PlayerBoxscoresProcessor : IProcessor<NbacPlayerBoxscoreRow>
{
    private static readonly IReadOnlyList<string> Headers = [.. GameLogLine.Headers, "PLAYER_ID", "PLAYER_NAME"];

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.PlayerBoxscores;

    /// <summary>The lines of a log, of whatever dates.</summary>
    internal static Reading<NbacPlayerBoxscoreRow> Lines(PayloadNode payload, DateTimeOffset asOf) =>
        GameLogPayloads.Whole(payload, GameLogPayloads.Lines(payload, date: null, Headers, BoxCountLimits.Player).Select(line => Row(line, asOf)), row => (row.GameId, row.PlayerId));

    /// <inheritdoc/>
    public Computation<NbacPlayerBoxscoreRow> Compute(IInputs inputs, RunContext context)
    {
        if (!ChainCaptures.Any(inputs, Declaration))
        {
            return Computation<NbacPlayerBoxscoreRow>.NoData("no game log was captured");
        }

        var reader = new PayloadReader();
        var games = DateGames.Of(inputs, context);
        var named = new NamedPlayers(inputs);
        var log = new GameLogSource<NbacPlayerBoxscoreRow>(
            inputs.Captures(ScrapersPhase.PlayerGameLog.Name), context.Date, reader, Headers, Row, row => (row.PlayerId.ToString(), row.PlayerName), BoxCountLimits.Player);
        var (rows, problems, taken) = GameChain.Take(
            log.Games.Concat(games.Counted),
            [
                log,
                new GamePayloads<NbacPlayerBoxscoreRow>(inputs.Captures(ScrapersPhase.BoxScoreCdn.Name), games.Final, reader, LeagueBoxScores.Players),
                new GamePayloads<NbacPlayerBoxscoreRow>(inputs.Captures(ScrapersPhase.BoxScoreEspn.Name), games.Final, reader, new EspnBoxScores(named).Players),
                new BallDontLieSource(inputs.Captures(ScrapersPhase.BoxScoresBallDontLie.Name), games.Final, reader, named),
            ]);
        reader.ThrowIfAllWereRefused();
        return Outcome.Of<NbacPlayerBoxscoreRow>(
            [.. rows.OrderBy(row => row.GameId).ThenBy(row => row.PlayerId)], string.Create(CultureInfo.InvariantCulture, $"{rows.Count} lines of {taken} games"), [.. problems, .. reader.Findings]);
    }

    private static NbacPlayerBoxscoreRow Row(GameLogLine line, DateTimeOffset asOf)
    {
        var id = line.Row["PLAYER_ID"];
        var name = line.Row["PLAYER_NAME"];
        return BoxScoreRows.Row(
            BoxScoreHead.Of(line, asOf),
            line.Counts,
            (id.WholeOrNull() is { } key and > 0 ? new PlayerKey(key) : throw id.Refused("the league's person id, a whole number above zero"),
                name.Text(),
                NameKey.TryFrom(name.Text(), out var nameKey) ? nameKey : throw name.Refused("a name with a letter in it")));
    }
}
