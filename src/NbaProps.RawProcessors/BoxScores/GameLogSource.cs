using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The league's game log of a date as a source of games: of each game the newest lines with minutes that can be read.</summary>
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
        // Game by game: a log that is asked for again may say less than before, of a game or of the night, and takes nothing back.
        var toCome = new Dictionary<GameId, string>();
        foreach (var (capture, lines) in reader.NewestFirst(captures, (payload, capture) => LinesOf(payload, date, headers, line => row(line, capture.AsOf), who, limits)))
        {
            foreach (var game in lines.GroupBy(line => line.Line.GameId))
            {
                // Lines without a minute stand where the box score will be: they are no result.
                if (game.All(line => line.Line.Minutes == 0))
                {
                    toCome.TryAdd(game.Key, capture.Path);
                    continue;
                }

                _games.TryAdd(game.Key, [.. game]);
            }
        }

        foreach (var (game, path) in toCome.Where(game => !_games.ContainsKey(game.Key)).OrderBy(game => game.Key))
        {
            reader.Note($"{path}: the lines of game {game} have no minutes: its box score is to come");
        }
    }

    /// <summary>The games that it has lines of.</summary>
    public IEnumerable<GameId> Games => _games.Keys;

    /// <inheritdoc/>
    public GameRows<TRow>? Of(GameId game) => _games.TryGetValue(game, out var lines)
        ? new([.. lines.Select(line => line.Row)]) { Missing = GameLogPayloads.Missing(lines.Select(line => (game.ToString(), line.Line.Team, line.Line.Won))) }
        : null;

    private static List<(GameLogLine Line, TRow Row)> LinesOf(
        RawPayload payload, GameDate date, IReadOnlyList<string> headers, Func<GameLogLine, TRow> row, Func<TRow, (string Key, string Words)> who, BoxCountLimits limits)
    {
        var lines = new List<(GameLogLine Line, TRow Row)>();
        var seen = new HashSet<(GameId Game, string Key)>();
        foreach (var line in GameLogPayloads.Lines(payload.Json(), date, headers, limits))
        {
            var made = row(line);
            if (!seen.Add((line.GameId, who(made).Key)))
            {
                throw new PermanentException($"{payload.Path}: two lines of {who(made).Words} in game {line.GameId}");
            }

            lines.Add((line, made));
        }

        return lines;
    }
}
