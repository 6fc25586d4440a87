using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Operations.PlayByPlay;

/// <summary>Reads how the plays of games came: what is there from the table, when it came from the captures.</summary>
/// <param name="ports">Where both are.</param>
public sealed class PlayByPlayArrivals(Ports ports)
{
    private const string LeagueName = "nbacom_fallback";

    private static readonly TableSchema Plays = Table<BigDataBallPlayByPlayRow>.Instance.Schema;
    private static readonly string[] Columns = ["game_id", "data_source", "away_player_1_name_key"];

    private readonly CaptureLog _captures = new(ports.State);

    /// <summary>The games of some dates that are played for the record, by date and id; those that were postponed are none.</summary>
    public async Task<IReadOnlyList<PlayByPlayArrival>> ReadAsync(GameDateRange range, CancellationToken cancellationToken)
    {
        var arrivals = new List<PlayByPlayArrival>();
        var games = (await ports.Warehouse.ReadAsync<NbacScheduleRow>(range, cancellationToken: cancellationToken)).Where(game => game.IsPredicted()).ToLookup(game => game.GameDate);
        foreach (var date in games.OrderBy(date => date.Key))
        {
            arrivals.AddRange(await ReadAsync(date.Key, date.OrderBy(game => game.GameId), cancellationToken));
        }

        return arrivals;
    }

    private async Task<IEnumerable<PlayByPlayArrival>> ReadAsync(GameDate date, IEnumerable<NbacScheduleRow> games, CancellationToken cancellationToken)
    {
        var rows = await ports.Warehouse.ReadAsync(new ReadRequest(Plays, Columns, new GameDateRange(date, date), []), cancellationToken);
        var plays = rows.Rows.ToLookup(row => (string)row[0]!, StringComparer.Ordinal);
        var files = await FirstAsync(ScrapersPhase.BigDataBall.Name, date, cancellationToken);
        var league = await FirstAsync(ScrapersPhase.PlayByPlay.Name, date, cancellationToken);
        return games.Select(game =>
        {
            var id = game.GameId.ToString();
            var own = plays[id].ToArray();
            if (own.Length == 0)
            {
                return new PlayByPlayArrival(game, null, null, null, 0, 0);
            }

            var source = (string)own[0][1]!;
            DateTimeOffset? ofLeague = league.TryGetValue(id, out var at) ? at : null;
            DateTimeOffset? ofSource = string.Equals(source, LeagueName, StringComparison.Ordinal) ? ofLeague : files.TryGetValue(id, out at) ? at : null;

            // The league's plays were there until the file superseded them.
            return new PlayByPlayArrival(game, source, ofLeague < ofSource ? ofLeague : ofSource, ofSource, own.Length, own.Count(row => row[2] is not null));
        });
    }

    private async Task<Dictionary<string, DateTimeOffset>> FirstAsync(string scraper, GameDate date, CancellationToken cancellationToken) =>
        (await _captures.OfAsync(scraper, date, cancellationToken))
            .Where(capture => capture.Item is not null)
            .GroupBy(capture => capture.Item!, StringComparer.Ordinal)
            .ToDictionary(game => game.Key, game => game.Min(capture => capture.CapturedAt), StringComparer.Ordinal);
}
