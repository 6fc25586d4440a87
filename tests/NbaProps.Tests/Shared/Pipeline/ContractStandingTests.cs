using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What a scraper's unit remembers of its source's contract from run to run.</summary>
public sealed class ContractStandingTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly ContractBreak Break = new("games[].id", "missing", "a text");
    private static readonly FetchedPayload Payload = new(new byte[] { 1 }, new SortedDictionary<string, string>());

    private readonly FakeTimeProvider _time = new();
    private readonly Changing _scraper = new();
    private readonly WatchedPipeline _pipeline;

    public ContractStandingTests() =>
        _pipeline = new WatchedPipeline(_time, [UnitWorks.Scrape(_scraper, new FakeUpstream())], new PipelineManifest([_scraper.Declaration]));

    [Fact]
    public async Task Since_when_stays_while_it_lasts_and_when_last_does_not()
    {
        var first = (await RunAsync(Moment.Context, Refuse)).ShouldNotBeNull();
        var again = (await RunAsync(Moment.CutOff, Refuse)).ShouldNotBeNull();
        (again.Break, again.Since, again.RefusedAt > first.RefusedAt).ShouldBe((Break, first.Since, true));
    }

    [Fact]
    public async Task Neither_another_failure_nor_nothing_there_says_that_it_is_over()
    {
        var first = (await RunAsync(Moment.Context, Refuse)).ShouldNotBeNull();
        (await RunAsync(Moment.CutOff, () => throw new TransientException("an HTML page"))).ShouldBe(first with { FailedOtherwise = true });
        (await RunAsync(Moment.NextMorning, () => Scrape.NoData("404"))).ShouldBe(first with { FailedOtherwise = true });
    }

    [Fact]
    public async Task Refused_again_the_break_is_the_trouble_again()
    {
        await RunAsync(Moment.Context, Refuse);
        await RunAsync(Moment.CutOff, () => throw new TransientException("an HTML page"));
        (await RunAsync(Moment.NextMorning, Refuse)).ShouldNotBeNull().FailedOtherwise.ShouldBeFalse();
    }

    [Fact]
    public async Task Payloads_that_are_accepted_end_it()
    {
        await RunAsync(Moment.Context, Refuse);
        var after = (await RunAsync(Moment.CutOff, () => Scrape.Of([Payload]))).ShouldNotBeNull();
        (after.Break, after.Since, after.RefusedAt, after.AcceptedAt).ShouldBe((null, null, null, _time.GetUtcNow()));
    }

    [Fact]
    public async Task A_source_that_was_switched_off_concerns_nobody()
    {
        await RunAsync(Moment.Context, Refuse);
        (await RunAsync(Moment.CutOff, () => Scrape.NoData("off") with { IsSwitchedOff = true })).ShouldNotBeNull().Break.ShouldBeNull();
    }

    [Fact]
    public async Task One_that_is_refused_among_others_that_are_brought_is_remembered_too() =>
        (await RunAsync(Moment.Context, () => new Scrape(RunState.Degraded, "one of two", [Payload]) { Break = Break })).ShouldNotBeNull().Break.ShouldBe(Break);

    private async Task<ContractStanding?> RunAsync(Moment moment, Func<Scrape> scrape)
    {
        _scraper.Next = scrape;
        _time.Advance(TimeSpan.FromHours(2));
        await _pipeline.ReachAndRunAsync(Day, moment);
        return (await _pipeline.UnitAsync(new UnitKey("changing", new(Day)))).Contract;
    }

    // As where each of a date's games fails: the refusal is wrapped.
    private static Scrape Refuse() => throw new TransientException("none of two games", new PermanentException("refused") { Break = Break });

    private sealed class Changing : IScraper
    {
        public Func<Scrape> Next { get; set; } = Refuse;

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "changing",
            Phase = Phase.Scrapers,
            Purpose = "Does what it is told.",
            Inputs = [Reads.Clock],
            Output = new OutputDeclaration.ToArchive("changing"),
            Triggers = [Moment.Context, Moment.CutOff, Moment.NextMorning],
        };

        public Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => Task.FromResult(Next());
    }
}
