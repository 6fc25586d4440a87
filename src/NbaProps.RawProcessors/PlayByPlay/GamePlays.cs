using System.Globalization;

using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>The plays of a game, of whichever source.</summary>
internal static class GamePlays
{
    /// <summary>The rows of BigDataBall's file.</summary>
    public static GameRows<BigDataBallPlayByPlayRow> OfFile(RawPayload payload, NbacScheduleRow game, DateTimeOffset asOf)
    {
        var reading = PayloadCatalog.Read<PlayLine>(PlaySource.BigDataBall.Source, payload, asOf);
        return Lines(reading, game, PlaySource.BigDataBall, asOf) with { Notes = [.. reading.LeftOut.Select(leftOut => $"{payload.Path}: {leftOut}")] };
    }

    /// <summary>The rows of the content network's play-by-play. What it leaves out is parts of other plays.</summary>
    public static GameRows<BigDataBallPlayByPlayRow> OfNetwork(RawPayload payload, NbacScheduleRow game, DateTimeOffset asOf) =>
        Lines(PayloadCatalog.Read<PlayLine>(PlaySource.Cdn.Source, payload, asOf), game, PlaySource.Cdn, asOf);

    private static GameRows<BigDataBallPlayByPlayRow> Lines(Reading<PlayLine> reading, NbacScheduleRow game, PlaySource source, DateTimeOffset asOf)
    {
        if (reading.Rows.Count == 0)
        {
            return GameRows<BigDataBallPlayByPlayRow>.None(reading.LeftOut.Count == 0 ? "has no plays" : string.Join("; ", reading.LeftOut));
        }

        BigDataBallPlayByPlayRow[] rows = [.. reading.Rows.Select(line => PlayRows.Row(line, game, source, asOf)).OrderBy(row => row.EventSequence)];
        var last = rows[^1];
        var whole = game is not { HomeScore: { } home, AwayScore: { } away } || (last.ScoreHome == home && last.ScoreAway == away);
        return new(rows)
        {
            Missing = whole
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{game.GameId} ends at {last.ScoreAway} @ {last.ScoreHome} in the plays of {source.Source}, its score is {game.AwayScore} @ {game.HomeScore}"),
        };
    }
}
