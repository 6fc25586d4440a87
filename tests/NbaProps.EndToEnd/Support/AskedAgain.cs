using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Units;

namespace NbaProps.EndToEnd.Support;

/// <summary>A scraper that is asked for a moment again, by someone's hand.</summary>
internal static class AskedAgain
{
    /// <summary>Lets a scraper fetch for a moment again, at the clock's present, and waits for what follows.</summary>
    public static async Task ScrapeAgainAsync(this LocalPipeline pipeline, ProcessorDeclaration scraper, GameDate date, Moment moment)
    {
        var unit = new UnitKey(scraper.Name, new(date));
        var ports = pipeline.Watcher.Ports;
        (await UnitReset.ForgetAsync(ports.State, unit, moment, CancellationToken.None)).ShouldBeTrue();
        await ports.Bus.PublishAsync(Topics.Trigger(Phase.Scrapers), [LookHint.Of(unit, string.Empty, "test", null)], CancellationToken.None);
        await pipeline.WaitUntilIdleAsync(CancellationToken.None);
        await pipeline.Tick.RunAsync(new GameDateRange(date, date), now: null, CancellationToken.None);
        await pipeline.WaitUntilIdleAsync(CancellationToken.None);
    }
}
