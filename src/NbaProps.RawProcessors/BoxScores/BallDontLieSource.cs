using NbaProps.Domain;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>
/// balldontlie's box scores of a date as the last to stand in for the league's. In some periods they had half of what was played (reference-system.md,
/// section 2.2): a game that does not add up is left out.
/// </summary>
/// <param name="captures">Their captures, oldest first.</param>
/// <param name="schedule">The date's final games by id.</param>
/// <param name="reader">Opens them.</param>
/// <param name="players">Finds the players.</param>
internal sealed class BallDontLieSource(
    IReadOnlyList<CapturedPayload> captures, IReadOnlyDictionary<GameId, NbacScheduleRow> schedule, PayloadReader reader, NamedPlayers players) : IGameSource<NbacPlayerBoxscoreRow>
{
    private const string Source = NameSources.BallDontLie;

    private readonly Lazy<IReadOnlyList<(CapturedPayload Capture, Reading<object> Reading)>> _newestFirst = new(
        () => [.. reader.NewestFirst(captures, (payload, capture) => PayloadCatalog.FormatOf(Source, payload).Read(payload, capture.AsOf))]);

    /// <inheritdoc/>
    public GameRows<NbacPlayerBoxscoreRow>? Of(GameId game)
    {
        if (!schedule.TryGetValue(game, out var scheduled))
        {
            return null;
        }

        foreach (var (capture, reading) in _newestFirst.Value)
        {
            var listed = reading.Rows.OfType<BallDontLieGame>()
                .FirstOrDefault(one => one.IsFinal && one.GameDate == scheduled.GameDate && one.Home == scheduled.HomeTeam && one.Away == scheduled.AwayTeam);
            if (listed is null)
            {
                continue;
            }

            BallDontLiePlayerLine[] lines = [.. reading.Rows.OfType<BallDontLiePlayerLine>().Where(line => line.GameNumber == listed.Number)];
            if (WhyNot(scheduled, lines) is { } why)
            {
                reader.Note($"{capture.Path}: {why}");
                continue;
            }

            var rows = players.Rows(lines.Select(line => new NamedLine(line.PlayerName, line.NameKey, line.Team, line.Opponent, line.Minutes, line)), scheduled, Source, capture.AsOf);
            if (rows.Rows.Count > 0)
            {
                return rows;
            }

            reader.Note($"{capture.Path}: {rows.Missing}");
        }

        return null;
    }

    private static string? WhyNot(NbacScheduleRow game, BallDontLiePlayerLine[] lines) =>
        FinalScore.WhyNot(game, [.. lines.Select(line => (line.Team, line.Points))]) ?? FinalScore.WhyNotMinutes(game, [.. lines.Select(line => (line.Team, line.Minutes))]);
}
