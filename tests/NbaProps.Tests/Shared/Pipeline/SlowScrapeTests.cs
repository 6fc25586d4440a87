using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A scraper whose upstream is slow, and a day that goes on while it works.</summary>
public sealed class SlowScrapeTests
{
    private static readonly GameDate Day = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new();
    private readonly Upstream _upstream = new();
    private readonly WatchedPipeline _pipeline;
    private readonly UnitKey _unit;

    public SlowScrapeTests()
    {
        var scraper = new Many();
        var clock = new HeldGameClock();
        clock.Hold(Day.At(10));
        _unit = new UnitKey(scraper.Declaration.Name, new(Day));
        _pipeline = new WatchedPipeline(_time, [UnitWorks.Scrape(scraper, _upstream)], new PipelineManifest([scraper.Declaration]), clock);
    }

    [Fact]
    public async Task It_keeps_its_unit_for_longer_than_a_lease_and_nobody_overtakes_it()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        var looks = new List<RunVerdict>();
        var nested = false;
        _upstream.OnGet = async () =>
        {
            if (nested)
            {
                return;
            }

            // Slower than half a lease each, and the tick has somebody look every time.
            _time.Advance(TimeSpan.FromMinutes(2));
            nested = true;
            looks.Add((await LookAsync("tick")).Verdict);
            nested = false;
        };

        var report = await LookAsync("first");

        (report.Verdict, report.State).ShouldBe((RunVerdict.Ran, RunState.Succeeded));
        looks.ShouldBe([RunVerdict.Busy, RunVerdict.Busy, RunVerdict.Busy, RunVerdict.Busy]);
        (await _pipeline.UnitAsync(_unit)).Token.ShouldBe(1);
    }

    [Fact]
    public async Task A_day_that_goes_on_meanwhile_leaves_an_output_that_stands_for_nothing_known_and_a_promise_to_look_again()
    {
        await _pipeline.ReachAsync(Day, Moment.Context);
        _upstream.OnGet = () => _pipeline.ReachAsync(Day, Moment.NextMorning);

        (await LookAsync("first")).Verdict.ShouldBe(RunVerdict.Ran);

        // The unit reads the morning's moment only: its inputs' state is the same, what the day allows them to say is not.
        (await _pipeline.UnitAsync(_unit)).Fingerprint.ShouldBeNull();
        _pipeline.Bus.PublishedTo(Topics.Trigger(Phase.Scrapers)).ShouldHaveSingleItem();
        _upstream.OnGet = () => Task.CompletedTask;
        (await LookAsync("again")).Verdict.ShouldBe(RunVerdict.Ran);
        (await _pipeline.UnitAsync(_unit)).Fingerprint.ShouldNotBeNull();
        (await LookAsync("more")).Verdict.ShouldBe(RunVerdict.Current);
    }

    private Task<RunReport> LookAsync(string origin) => _pipeline.Runtime.Runner.RunAsync(_unit, new RunTrigger(origin, string.Empty), CancellationToken.None);

    private sealed class Upstream : IUpstream
    {
        public Func<Task> OnGet { get; set; } = () => Task.CompletedTask;

        public async Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            await OnGet();
            return new FetchedPayload(Encoding.UTF8.GetBytes(pathAndQuery), new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    private sealed class Many : IScraper
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "many",
            Phase = Phase.Scrapers,
            Purpose = "Asks four times.",
            Inputs = [Reads.Clock],
            Output = new OutputDeclaration.ToArchive("many"),
            Triggers = [Moment.Context],
            AvailableFrom = Moment.Context,
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
        {
            var payloads = new List<FetchedPayload>();
            for (var page = 1; page <= 4; page++)
            {
                payloads.Add((await context.Upstream.GetAsync($"/page{page}", cancellationToken))!);
            }

            return Scrape.Of(payloads);
        }
    }
}
