using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>A correction of earlier results that comes in while today's games are played.</summary>
[Collection(SlateBeforeTipOffGroup.Name)]
public sealed class LateCorrectionTests(SlateBeforeTipOff slate) : IDisposable
{
    private static readonly GameDate Day = SlateBeforeTipOff.Day;
    private static readonly GameDate Earlier = Day.AddDays(-2);

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task What_was_served_stands_and_what_the_correction_gives_is_a_replay()
    {
        var data = SharedData.Require("data");
        var folder = await slate.CopyAsync(data, _temporary.Of("data"));
        var served = Predictions(folder, "served");
        served.Length.ShouldBeGreaterThan(100);
        var corrected = GameLog.Copy(data, _temporary.Of("corrected"), "2022-23", (_, row) =>
        {
            if (row["GAME_DATE"] != Earlier.ToString())
            {
                return false;
            }

            GameLog.AddFreeThrow(row);
            return true;
        });
        await using (var pipeline = await ArchivePipeline.StartAsync(corrected, folder.Path))
        {
            // The first game is an hour old by the assumed start, and the day's newest moment is the cut-off.
            pipeline.SetNow(Day.At(13));
            await pipeline.ScrapeAgainAsync(ScrapersPhase.PlayerGameLog, Earlier, Moment.NextMorning);
            await pipeline.ScrapeAgainAsync(ScrapersPhase.TeamGameLog, Earlier, Moment.NextMorning);
        }

        Predictions(folder, "served").ShouldBe(served);
        Predictions(folder, "replay").ShouldNotBeEmpty();
    }

    private static string[] Predictions(Folder folder, string serving) => folder.Content($"DATE = '{Day}'")
        .Where(table => table.Key is "nba_predictions.ml_feature_store_v2" or "nba_predictions.player_prop_predictions")
        .SelectMany(table => table.Value)
        .Where(row => row.Contains($"| {serving} |", StringComparison.Ordinal))
        .ToArray();
}
