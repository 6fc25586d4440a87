using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>When a payload counts as seen, and which captures of a moment count.</summary>
public sealed class ScrapeWorkTests
{
    private static readonly GameDate Date = new(2026, 1, 15);
    private static readonly DateTimeOffset CutOff = Date.At(18, 30).ToUniversalTime();

    private readonly InMemoryStateStore _state = new(new FakeTimeProvider());
    private readonly InMemoryObjectStore _objects = new();
    private readonly HeldGameClock _clock = new();
    private readonly OneScraper _scraper = new();

    [Fact]
    public async Task A_moment_that_is_walked_was_seen_at_the_moment_itself()
    {
        _clock.Hold(CutOff);

        (await ScrapeAsync("a")).ShouldBe([(CutOff, CutOff, "a")]);
    }

    [Fact]
    public async Task A_scraper_that_was_late_saw_its_payload_when_it_came()
    {
        _clock.Hold(CutOff.AddMinutes(95));

        (await ScrapeAsync("a")).ShouldBe([(CutOff, CutOff.AddMinutes(95), "a")]);
    }

    [Fact]
    public async Task What_the_same_instant_no_longer_brings_does_not_count_any_more()
    {
        _clock.Hold(CutOff);
        await ScrapeAsync("a", "b");

        (await ScrapeAsync("a", "c")).ShouldBe([(CutOff, CutOff, "a"), (CutOff, CutOff, "c")]);
    }

    [Fact]
    public async Task A_later_look_takes_nothing_back()
    {
        _clock.Hold(CutOff);
        await ScrapeAsync("a");
        _clock.Hold(CutOff.AddHours(3));

        (await ScrapeAsync("b")).ShouldBe([(CutOff, CutOff, "a"), (CutOff, CutOff.AddHours(3), "b")]);
        (await ScrapeAsync()).ShouldBe([(CutOff, CutOff, "a")]);
    }

    [Fact]
    public async Task A_run_whose_time_to_ask_is_over_keeps_what_it_has_brought_and_asks_for_the_rest_another_time()
    {
        _clock.Hold(CutOff);
        var time = new FakeTimeProvider();
        var (scraper, upstream) = (new ItemByItem(), new SlowUpstream(time, TimeSpan.FromMinutes(3)));
        var product = await ProduceAsync(scraper, new ScrapeWork(scraper, upstream, Loader(), _objects, _state, _clock, time, new RuntimeOptions { RunBudget = TimeSpan.FromMinutes(8) }));

        // Asked at 0, 3 and 6 minutes; the six of its eight are over then, by no more than one request.
        upstream.Asked.ShouldBe(["1", "2", "3"]);
        (product.State, product.Rows, product.Fault, string.Concat(product.Partial!.Brought)).ShouldBe((RunState.Degraded, 3, FaultKind.Transient, "123"));
        product.Reason.ShouldBe("3 of 5; the run had 00:06:00 of its budget of 00:08:00 to ask in, and they are over");
    }

    private async Task<(DateTimeOffset AsOf, DateTimeOffset CapturedAt, string Body)[]> ScrapeAsync(params string[] bodies)
    {
        _scraper.Bodies = bodies;
        var work = new ScrapeWork(_scraper, new FakeUpstream(), Loader(), _objects, _state, _clock, new FakeTimeProvider(), new RuntimeOptions());
        var unit = new UnitKey(_scraper.Declaration.Name, new(Date));
        var product = await ProduceAsync(_scraper, work);
        (await _state.CommitAsync(product.Documents, CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();
        var captures = (await _state.QueryAsync(CaptureDocument.QueryFor(unit.Processor, Date), CancellationToken.None))
            .Select(document => StateJson.Read<CaptureDocument>(document.Json))
            .OrderBy(capture => capture.CapturedAt)
            .ThenBy(capture => capture.Order)
            .ToArray();
        var found = new List<(DateTimeOffset, DateTimeOffset, string)>();
        foreach (var capture in captures)
        {
            var stored = (await _objects.GetAsync(capture.Path, CancellationToken.None)).ShouldNotBeNull();
            found.Add((capture.AsOf, capture.CapturedAt, Encoding.UTF8.GetString(stored.Bytes.Span)));
        }

        return [.. found];
    }

    private static Task<Product> ProduceAsync(IScraper scraper, ScrapeWork work)
    {
        var day = new GameDay { Date = Date, Reached = Moment.CutOff, AsOf = CutOff, Visits = [new(Moment.CutOff, CutOff, 1, CutOff)] };
        var unit = new UnitKey(scraper.Declaration.Name, new(Date));
        var inputs = new InputState(null, null, new InputFacts(), new Dictionary<string, IReadOnlyList<UnitDocument>>()) { Visits = [new(Moment.CutOff, CutOff, 1)] };
        return work.ProduceAsync(new UnitTask(unit, new UnitDocument { Unit = unit.ToString() }, day, inputs, _ => Task.CompletedTask), CancellationToken.None);
    }

    private InputLoader Loader() => new(new PipelineManifest([_scraper.Declaration]), new InMemoryWarehouse(), _objects, _state, new PartitionCache(1));

    private sealed class OneScraper : IScraper
    {
        public string[] Bodies { get; set; } = [];

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "one",
            Phase = Phase.Scrapers,
            Purpose = "Brings what it is told.",
            Inputs = [Reads.Clock],
            Output = new OutputDeclaration.ToArchive("one"),
            Triggers = [Moment.CutOff],
        };

        public Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => Task.FromResult(
            Scrape.Of([.. Bodies.Select(body => new FetchedPayload(Encoding.UTF8.GetBytes(body), new Dictionary<string, string>()))]));
    }

    /// <summary>Asks for five items, each of which may fail for itself.</summary>
    private sealed class ItemByItem : IScraper
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "items",
            Phase = Phase.Scrapers,
            Purpose = "Brings five items.",
            Inputs = [Reads.Clock],
            Output = new OutputDeclaration.ToArchive("items"),
            Triggers = [Moment.CutOff],
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
        {
            var payloads = new List<FetchedPayload>();
            var failure = string.Empty;
            foreach (var item in new[] { "1", "2", "3", "4", "5" })
            {
                try
                {
                    payloads.Add((await context.Upstream.GetAsync(item, cancellationToken))! with { Item = item });
                }
                catch (TransientException late)
                {
                    failure = late.Message;
                }
            }

            return new Scrape(RunState.Degraded, $"{payloads.Count} of 5; {failure}", payloads) { Fault = FaultKind.Transient };
        }
    }

    private sealed class SlowUpstream(FakeTimeProvider time, TimeSpan takes) : IUpstream
    {
        public List<string> Asked { get; } = [];

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            Asked.Add(pathAndQuery);
            time.Advance(takes);
            return Task.FromResult<FetchedPayload?>(new FetchedPayload(Encoding.UTF8.GetBytes(pathAndQuery), new Dictionary<string, string>()));
        }
    }
}
