using System.Globalization;
using System.Text;

using CsvHelper;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.PlayByPlay;

/// <summary>Reads BigDataBall's play-by-play, a CSV with the ten players on court in every row.</summary>
internal static class BigDataBallFile
{
    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    private static readonly IReadOnlyList<string> Columns =
    [
        "game_id", "date", .. BigDataBallPlay.AwayFive, .. BigDataBallPlay.HomeFive, "period", "away_score", "home_score", "remaining_time", "elapsed",
        "play_length", "play_id", "team", "event_type", "assist", "away", "home", "block", "entered", "left", "opponent", "player", "points", "possession",
        "result", "steal", "type", "shot_distance", "original_x", "original_y", "converted_x", "converted_y", "description",
    ];

    /// <summary>Whether a payload is one: its first line names the columns that tell plays apart.</summary>
    public static bool Recognises(RawPayload payload)
    {
        if (payload.IsJson || payload.IsPage || payload.IsPdf)
        {
            return false;
        }

        var end = payload.Bytes.Span.IndexOfAny((byte)'\r', (byte)'\n');
        var header = Encoding.UTF8.GetString(end < 0 ? payload.Bytes.Span : payload.Bytes.Span[..end]).Split(',');
        return header.Contains("play_id", StringComparer.Ordinal) && header.Contains("event_type", StringComparer.Ordinal);
    }

    /// <summary>The events, by game and place in it.</summary>
    /// <exception cref="PermanentException">A column is missing, a row is cut off, or a cell is not what it must be.</exception>
    public static Reading<PlayLine> Read(RawPayload payload, DateTimeOffset asOf)
    {
        var lines = new SortedDictionary<(Domain.GameId, int), PlayLine>();
        var leftOut = new List<string>();
        using var csv = CsvReader.Create(payload.Bytes, Options);
        csv.ReadHeader();
        if (Columns.Except(csv.Headers, StringComparer.Ordinal).ToArray() is { Length: > 0 } missing)
        {
            throw new PermanentException($"{payload.Path}: column {string.Join(", ", missing)} is missing; accepted is a CSV with the columns {string.Join(", ", Columns)}");
        }

        var row = new BigDataBallRow(payload.Path, csv);
        while (Next(payload.Path, csv))
        {
            var type = row.Text("event_type") ?? PlayEvents.Unknown;
            if (!PlayEvents.All.Contains(type))
            {
                leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"line {csv.LineNumber}: events of type '{type}' are not known"));
                continue;
            }

            var line = BigDataBallPlay.Line(row, type);
            if (!lines.TryAdd((line.GameId, line.Sequence), line))
            {
                throw row.Refused("play_id", "a number that no row before it has in its game");
            }
        }

        return lines.Count > 0 || leftOut.Count > 0
            ? new([.. lines.Values], leftOut)
            : throw new PermanentException($"{payload.Path}: has no rows below its header; accepted is a game with its plays");
    }

    private static bool Next(string path, CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException error)
        {
            throw new PermanentException($"{path}: line {csv.LineNumber}: {OneLine.Of(error.Message.Split('\n')[0].Trim(), 200)}", error);
        }
    }
}
