using NbaProps.Domain;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;

namespace NbaProps.RawProcessors.Chains;

/// <summary>A scraper that captures one payload a game: of a game the newest that can be read counts.</summary>
/// <typeparam name="TRow">Row of the output table.</typeparam>
/// <param name="captures">The scraper's captures, oldest first. Those that are about no game are lists in which it found the games' addresses.</param>
/// <param name="schedule">The date's games by id.</param>
/// <param name="reader">Opens them.</param>
/// <param name="read">The rows of a payload, given its game as scheduled and the moment that they speak for.</param>
internal sealed class GamePayloads<TRow>(
    IReadOnlyList<CapturedPayload> captures,
    IReadOnlyDictionary<GameId, NbacScheduleRow> schedule,
    PayloadReader reader,
    Func<RawPayload, NbacScheduleRow, DateTimeOffset, GameRows<TRow>> read) : IGameSource<TRow>
{
    /// <inheritdoc/>
    public GameRows<TRow>? Of(GameId game)
    {
        if (!schedule.TryGetValue(game, out var scheduled))
        {
            return null;
        }

        var mine = captures.Where(capture => string.Equals(capture.Item, game.ToString(), StringComparison.Ordinal));
        foreach (var (capture, lines) in reader.NewestFirst(mine, (payload, captured) => read(payload, scheduled, captured.AsOf)))
        {
            if (lines.Rows.Count > 0)
            {
                return lines;
            }

            if (lines.Missing is { } why)
            {
                reader.Note($"{capture.Path}: {why}");
            }
        }

        return null;
    }
}
