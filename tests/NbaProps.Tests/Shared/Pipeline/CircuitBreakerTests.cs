using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Healing;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>How often a source that is down is asked, and that all that it lacks is fetched once it is back.</summary>
public sealed class CircuitBreakerTests
{
    private static readonly GameDate First = new(2026, 1, 12);
    private const int Dates = 4;

    private readonly FakeTimeProvider _time = new();
    private readonly Source _source = new();
    private readonly WatchedPipeline _pipeline;

    public CircuitBreakerTests() => _pipeline = new WatchedPipeline(_time, [UnitWorks.Scrape(_source, _source)], new PipelineManifest([_source.Declaration]));

    [Fact]
    [Trait("Incident", "I-05")]
    public async Task What_failed_as_often_as_it_is_tried_is_asked_for_one_at_a_time_until_the_source_has_data_again()
    {
        _source.Down = true;
        foreach (var day in Enumerable.Range(0, Dates))
        {
            await _pipeline.ReachAndRunAsync(First.AddDays(day), Moment.Context);
        }

        await TicksAsync(count: 10, TimeSpan.FromMinutes(1));
        var breaker = CircuitBreaker.Of(await _pipeline.CompareAsync(now: null)).ShouldHaveSingleItem();
        (breaker.Processor, breaker.Failing.Count).ShouldBe(("source", Dates));
        breaker.Failing.Min(output => output.Attempts).ShouldBe(3);

        // Twelve asked three times each; from now on one at a time, each in its turn, at waits that double up to an hour.
        var asked = _source.Asked;
        await TicksAsync(count: 24 * 12, TimeSpan.FromMinutes(5));
        (_source.Asked - asked).ShouldBeInRange(20, 35);
        (await AttemptsAsync()).ShouldAllBe(attempts => attempts >= 7);

        _source.Down = false;
        await TicksAsync(count: 12, TimeSpan.FromMinutes(5));
        (await _pipeline.CompareAsync(now: null)).Select(output => output.State).ShouldAllBe(state => state == ExpectedState.Complete);
        CircuitBreaker.Of(await _pipeline.CompareAsync(now: null)).ShouldBeEmpty();
        _source.Probed.ShouldBe(1);
    }

    [Fact]
    public async Task Inputs_that_have_changed_are_tried_at_once_and_as_often_again()
    {
        _source.Down = true;
        await _pipeline.ReachAndRunAsync(First, Moment.Context);
        await TicksAsync(count: 10, TimeSpan.FromMinutes(1));
        (await _pipeline.CompareAsync(now: null)).Single().IsTriedOut.ShouldBeTrue();

        await _pipeline.ReachAndRunAsync(First, Moment.CutOff);
        var output = (await _pipeline.CompareAsync(now: null)).Single();
        (output.IsTriedOut, output.IsTrouble, CircuitBreaker.Of([output]).Count).ShouldBe((false, true, 0));
    }

    [Fact]
    public async Task The_newest_date_is_every_second_probe_however_many_hopeless_ones_there_are()
    {
        _source.Down = true;
        foreach (var day in Enumerable.Range(0, Dates))
        {
            await _pipeline.ReachAndRunAsync(First.AddDays(day), Moment.Context);
        }

        await TicksAsync(count: 10, TimeSpan.FromMinutes(1));
        var before = _source.Dates.Count;
        await TicksAsync(count: 10 * 12, TimeSpan.FromMinutes(5));
        var probes = _source.Dates.Skip(before).ToArray();
        var newest = First.AddDays(Dates - 1).ToString();
        probes.Length.ShouldBeGreaterThan(7);
        probes.Zip(probes.Skip(1)).ShouldAllBe(pair => (pair.First == newest) != (pair.Second == newest));
        probes.Distinct().Count().ShouldBe(Dates);
    }

    private async Task TicksAsync(int count, TimeSpan every)
    {
        for (var tick = 0; tick < count; tick++)
        {
            _time.Advance(every);
            await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
            await _pipeline.PumpAsync();
        }
    }

    private async Task<int[]> AttemptsAsync() => [.. (await _pipeline.CompareAsync(now: null)).Select(output => output.Attempts)];

    private sealed class Source : IScraper, IUpstream
    {
        private int _before;

        public bool Down
        {
            get;
            set
            {
                (field, _before) = (value, Asked);
            }
        }

        public int Asked { get; private set; }

        public List<string> Dates { get; } = [];

        /// <summary>How many requests there were, since the source is back, before the others were let through.</summary>
        public int Probed => Asked - _before - (CircuitBreakerTests.Dates - 1);

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "source", Phase = Phase.Scrapers, Purpose = "Is down now and then.", Inputs = [Reads.Clock], Output = new OutputDeclaration.ToArchive("source"),
            Triggers = [Moment.Context, Moment.CutOff],
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) =>
            Scrape.Of([(await context.Upstream.GetAsync(context.Date.ToString(), cancellationToken))!]);

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        {
            Asked++;
            Dates.Add(pathAndQuery);
            return Down
                ? throw new TransientException("source is down")
                : Task.FromResult<FetchedPayload?>(new FetchedPayload(Encoding.UTF8.GetBytes(pathAndQuery), new Dictionary<string, string>()));
        }
    }
}
