using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The league's game log of a date as a source of games: of each part of the season the newest that can be read.</summary>
/// <typeparam name="TRow">Row of a player or a team.</typeparam>
internal sealed class GameLogSource<TRow> : IGameSource<TRow>
    where TRow : class
{
    private readonly SortedDictionary<GameId, List<(GameLogLine Line, TRow Row)>> _games = [];

    /// <summary>Reads the logs.</summary>
    /// <param name="captures">Their captures, oldest first.</param>
    /// <param name="date">The date that every line must be of.</param>
    /// <param name="reader">Opens them.</param>
    /// <param name="headers">Headers that the log must have.</param>
    /// <param name="row">The row of a line, and the moment that it speaks for.</param>
    /// <param name="who">Of whom a row is: as a key, and in words.</param>
    /// <param name="limits">The highest counts that a line may have.</param>
    public GameLogSource(
        IReadOnlyList<CapturedPayload> captures, GameDate date, PayloadReader reader, IReadOnlyList<string> headers, Func<GameLogLine, DateTimeOffset, TRow> row, Func<TRow, (string Key, string Words)> who, BoxCountLimits limits)
    {
        var seasonTypes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (capture, part) in reader.NewestFirst(captures, (payload, capture) => Part(payload, seasonTypes, date, headers, line => row(line, capture.AsOf), who, limits)))
        {
            seasonTypes.Add(part.SeasonType);
            foreach (var game in part.Lines.GroupBy(line => line.Line.GameId))
            {
                // Lines without a minute stand where the box score will be: they are no result.
                if (game.All(line => line.Line.Minutes == 0))
                {
                    reader.Note($"{capture.Path}: the lines of game {game.Key} have no minutes: its box score is to come");
                    continue;
                }

                _games.TryAdd(game.Key, [.. game]);
            }
        }
    }

    /// <summary>The games that it has lines of.</summary>
    public IEnumerable<GameId> Games => _games.Keys;

    /// <inheritdoc/>
    public GameRows<TRow>? Of(GameId game) => _games.TryGetValue(game, out var lines)
        ? new([.. lines.Select(line => line.Row)]) { Missing = GameLogPayloads.Missing(lines.Select(line => (game.ToString(), line.Line.Team, line.Line.Won))) }
        : null;

    private static LogPart Part(
        RawPayload payload, HashSet<string> done, GameDate date, IReadOnlyList<string> headers, Func<GameLogLine, TRow> row, Func<TRow, (string Key, string Words)> who, BoxCountLimits limits)
    {
        var root = payload.Json();
        var seasonType = GameLogPayloads.SeasonType(root);
        if (done.Contains(seasonType))
        {
            return new(seasonType, []);
        }

        var lines = new List<(GameLogLine Line, TRow Row)>();
        var seen = new HashSet<(GameId Game, string Key)>();
        foreach (var line in GameLogPayloads.Lines(root, date, headers, limits))
        {
            var made = row(line);
            if (!seen.Add((line.GameId, who(made).Key)))
            {
                throw new PermanentException($"{payload.Path}: two lines of {who(made).Words} in game {line.GameId}");
            }

            lines.Add((line, made));
        }

        return new(seasonType, lines);
    }

    private sealed record LogPart(string SeasonType, IReadOnlyList<(GameLogLine Line, TRow Row)> Lines);
}
