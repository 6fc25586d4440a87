using System.Collections.Concurrent;
using System.Diagnostics;

using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

public sealed class TraceTests : IDisposable
{
    private static readonly string[] Services = ["NbaProps.scrapers", "NbaProps.raw-processors", "NbaProps.analytics", "NbaProps.precompute", "NbaProps.predictions"];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task One_trace_leads_from_the_scraper_through_every_service_to_the_predictions()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => Services.Contains(source.Name, StringComparer.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        EndOneOfAnotherPipeline();
        IReadOnlyList<LedgerRow> runs;
        await using (var pipeline = await ArchivePipeline.StartAsync(SmallArchive.Write(_temporary.Of("archive")), _temporary.Of("data")))
        {
            await pipeline.WalkAsync(GameDate.Parse(SmallArchive.From), GameDate.Parse(SmallArchive.From));
            runs = await new RunLedger(pipeline.Pipeline.Watcher.Ports.State).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None);
        }

        var byId = spans.ToDictionary(span => span.SpanId);
        var predictions = runs.Where(run => run.Unit.StartsWith("player_prop_predictions|", StringComparison.Ordinal)).Select(run => run.RunId).ToHashSet(StringComparer.Ordinal);
        var prediction = spans.First(span => span.GetTagItem("nbaprops.run_id") is string run && predictions.Contains(run));
        var way = new List<Activity>();
        for (var span = prediction; span is not null; span = byId.GetValueOrDefault(span.ParentSpanId))
        {
            way.Add(span);
        }

        way.ShouldAllBe(span => span.TraceId == prediction.TraceId);
        way.Select(span => span.Source.Name).Distinct().Reverse().ShouldBe(Services);
        way.Select(span => span.Kind).ShouldContain(ActivityKind.Producer);
        prediction.GetTagItem("nbaprops.run_id").ShouldBeOfType<string>().Length.ShouldBe(32);
    }

    // The whole process is listened to, and other tests walk the same date in it: their runs have the same names.
    private static void EndOneOfAnotherPipeline()
    {
        using var source = new ActivitySource("NbaProps.predictions");
        source.StartActivity($"run player_prop_predictions|{SmallArchive.From}")!.Dispose();
    }
}
