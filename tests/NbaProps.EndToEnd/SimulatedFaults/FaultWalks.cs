using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>Walks of the pocket league: some days in which all is well, walked once, then a day with a fault and one without, for each fault.</summary>
internal sealed class FaultWalks : IDisposable
{
    private const int HistoryDays = 4;
    private const int AtOnce = 4;

    private readonly TemporaryFolder _temporary = new();
    private readonly SemaphoreSlim _slots = new(AtOnce);
    private readonly SimulatedSeason _season = SimulatedSeason.Play(SimulatedLeague.Create(1, new Season(2025), LeagueSize.Pocket));

    /// <summary>The date on which something goes wrong.</summary>
    public GameDate Date => _season.Games[0].Scheduled.Date.AddDays(HistoryDays);

    /// <summary>Walks the days before.</summary>
    public async Task BeginAsync()
    {
        await using var league = await FaultedLeague.StartAsync(_season, FaultScript.None, new Folder(_temporary.Of("history")));
        await league.WalkAsync(new GameDateRange(Date.AddDays(-HistoryDays), Date.AddDays(-1)));
    }

    /// <summary>Walks the date with a fault, and the next without.</summary>
    public async Task<FaultWalk> WalkAsync(FaultCase fault)
    {
        await _slots.WaitAsync();
        try
        {
            var folder = new Folder(_temporary.Of("history")).CopyTo(_temporary.Of(fault.Name));
            await using var league = await FaultedLeague.StartAsync(_season, fault.Script(_season, Date), folder);
            await league.WalkAsync(new GameDateRange(Date, Date));
            var (outputs, during, refused, told) = (await league.OutputsAsync(Date), folder.Content(), FaultWalk.RefusedIn(folder), league.Told.ToArray());
            await league.AskAgainAsync(Date, Date.AddDays(1).At(9));
            await league.WalkAsync(new GameDateRange(Date.AddDays(1), Date.AddDays(1)));
            await league.TellAsync(Date);
            return new FaultWalk(outputs, during, refused, told, await league.OutputsAsync(Date), folder.Content(), await league.OpenAsync(), PointsIn(folder), league.Told.ToArray(), FedIn(folder));
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _temporary.Dispose();
    }

    private static IReadOnlyList<string> PointsIn(Folder folder) =>
        [.. folder.Sql("SELECT game_id || ' ' || player_id || ' ' || COALESCE(points, 'none') FROM nba_analytics.player_game_summary ORDER BY 1").Select(row => (string)row[0]!)];

    private static IReadOnlyList<string> FedIn(Folder folder) =>
    [
        .. folder.Sql(
            """
            SELECT p.game_id || ' ' || p.player_id || ' ' || p.system_id || ' ' || COALESCE(f.feature_0_value, 'none') || ' ' || COALESCE(f.feature_1_value, 'none') || ' '
                || COALESCE(f.feature_2_value, 'none') || ' missing: ' || f.missing_required
            FROM nba_predictions.player_prop_predictions p JOIN nba_predictions.ml_feature_store_v2 f ON f.game_id = p.game_id AND f.player_id = p.player_id AND f.serving = p.serving
            WHERE p.predicted_points IS NOT NULL ORDER BY 1
            """).Select(row => (string)row[0]!),
    ];
}
