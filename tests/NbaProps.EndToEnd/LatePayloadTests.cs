using System.Globalization;
using System.Text.RegularExpressions;

using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>What the upstreams say after a day's first tip-off changes nothing of what was known before it.</summary>
[Collection(SlateBeforeTipOffGroup.Name)]
public sealed partial class LatePayloadTests(SlateBeforeTipOff slate) : IDisposable
{
    private static readonly GameDate Day = SlateBeforeTipOff.Day;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Every_payload_captured_after_the_first_tip_off_leaves_features_and_predictions_as_they_were()
    {
        var data = SharedData.Require("data");
        var clean = await ContentAsync(data, "clean", corrupt: false);
        var corrupted = await ContentAsync(data, "corrupted", corrupt: true);

        clean["nba_predictions.player_prop_predictions"].Length.ShouldBeGreaterThan(100);
        corrupted["nba_predictions.ml_feature_store_v2"].ShouldBe(clean["nba_predictions.ml_feature_store_v2"]);
        corrupted["nba_predictions.player_prop_predictions"].ShouldBe(clean["nba_predictions.player_prop_predictions"]);
        corrupted["nba_analytics.upcoming_player_game_context"].ShouldBe(clean["nba_analytics.upcoming_player_game_context"]);

        // It did arrive: the raw tables have it.
        corrupted["nba_raw.nbac_schedule"].ShouldAllBe(row => row.Contains("Another Arena", StringComparison.Ordinal));
        corrupted["nba_raw.odds_api_player_points_props"].Length.ShouldBeGreaterThan(clean["nba_raw.odds_api_player_points_props"].Length);
    }

    private async Task<SortedDictionary<string, string[]>> ContentAsync(string data, string name, bool corrupt)
    {
        var folder = await slate.CopyAsync(data, _temporary.Of(name));
        await using (var pipeline = await ArchivePipeline.StartAsync(data, folder.Path, slate.Answers))
        {
            if (corrupt)
            {
                pipeline.Proxy.Rewrite = Corrupt;

                // An hour into the first game the odds are fetched for the cut-off again, and then for the morning's context.
                pipeline.SetNow(Day.At(13));
                await pipeline.ScrapeAgainAsync(ScrapersPhase.PlayerPointsProps, Day, Moment.CutOff);
                await pipeline.ScrapeAgainAsync(ScrapersPhase.PlayerPointsProps, Day, Moment.Context);
                await pipeline.ScrapeAgainAsync(ScrapersPhase.Schedule, Day, Moment.CutOff);
            }

            await pipeline.ReachAsync(Day, Moment.NextMorning);
            if (corrupt)
            {
                await pipeline.ScrapeAgainAsync(ScrapersPhase.PlayerPointsProps, Day, Moment.CutOff);
            }
        }

        return folder.Content($"DATE = '{Day}'");
    }

    // Every line is five points lower, as the main line of two would be, and every game starts late in the evening and elsewhere.
    private static string Corrupt(string path, string body) => path.Contains("scheduleleague", StringComparison.Ordinal)
        ? body
            .Replace("\"arenaName\":\"\"", "\"arenaName\":\"Another Arena\"", StringComparison.Ordinal)
            .Replace($"\"gameDateTimeEst\":\"{Day}T00:00:00Z\"", $"\"gameDateTimeEst\":\"{Day}T23:00:00Z\"", StringComparison.Ordinal)
            .Replace($"\"gameDateTimeUTC\":\"{Day}T04:00:00Z\"", $"\"gameDateTimeUTC\":\"{Day.AddDays(1)}T03:00:00Z\"", StringComparison.Ordinal)
        : Points().Replace(body, point => "\"point\":" + Math.Max(0.5m, decimal.Parse(point.Groups[1].Value, CultureInfo.InvariantCulture) - 5).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("\"point\":([0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Points();
}
