using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A source and its reader, between which messages are lost.</summary>
public sealed class LostMessagesTests
{
    private const int Dates = 8;

    private static readonly GameDate First = new(2026, 1, 15);

    private readonly FakeTimeProvider _time = new();
    private readonly Reader _reader = new();
    private readonly WatchedPipeline _pipeline;
    private int _completions;

    public LostMessagesTests()
    {
        var source = new Source();
        _pipeline = new WatchedPipeline(_time, [UnitWorks.Scrape(source, source), UnitWorks.Table(_reader)], new PipelineManifest([source.Declaration, _reader.Declaration]));
    }

    [Fact]
    [Trait("Incident", "I-26")]
    [Trait("Incident", "S-04")]
    public async Task Of_whose_completions_half_are_lost_nothing_is_missing_after_the_next_tick_and_nothing_is_computed_twice()
    {
        foreach (var date in Enumerable.Range(0, Dates).Select(First.AddDays))
        {
            _pipeline.Clock.Hold(date.At(10));
            await _pipeline.ReachAsync(date, Moment.Context);
            await _pipeline.Bus.PublishAsync(
                Topics.Trigger(Phase.Scrapers), [.. _pipeline.Runtime.Manifest.TriggeredBy(date, Moment.Context).Select(unit => LookHint.Of(unit, "test", "test", null))], CancellationToken.None);
            await PumpAsync();
        }

        (await CompleteAsync()).ShouldBe(Dates / 2);
        _time.Advance(TimeSpan.FromMinutes(5));
        await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await PumpAsync();

        (await CompleteAsync(), _reader.Runs).ShouldBe((Dates, Dates));
    }

    // Every second completion of the source is lost.
    private async Task PumpAsync()
    {
        while (_pipeline.Bus.Drain() is { Count: > 0 } messages)
        {
            foreach (var message in messages.Where(message => message.Topic != Topics.Complete(Phase.Scrapers) || ++_completions % 2 == 0))
            {
                if (message.Topic != Topics.Complete(Phase.RawProcessors))
                {
                    await _pipeline.Runtime.Handler.HandleAsync(message.Received(deliveryAttempt: 1), CancellationToken.None);
                }
            }
        }
    }

    private async Task<int> CompleteAsync() =>
        (await _pipeline.CompareAsync(now: null)).Count(output => output.Unit.Processor == _reader.Declaration.Name && output.State == ExpectedState.Complete);

    private sealed class Source : IScraper, IUpstream
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "source", Phase = Phase.Scrapers, Purpose = "Brings something.", Inputs = [Reads.Clock], Output = new OutputDeclaration.ToArchive("source"), Triggers = [Moment.Context],
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) =>
            new(RunState.Succeeded, "there", [(await context.Upstream.GetAsync(context.Date.ToString(), cancellationToken))!]);

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) =>
            Task.FromResult<FetchedPayload?>(new FetchedPayload(new byte[] { 1 }, new Dictionary<string, string>()));
    }

    private sealed class Reader : IProcessor<PlayersRegistryRow>
    {
        public int Runs { get; private set; }

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry", Phase = Phase.RawProcessors, Purpose = "Reads it.", Inputs = [Reads.Captures("source")],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema),
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context)
        {
            Runs++;
            return Computation<PlayersRegistryRow>.Of(
            [
                new PlayersRegistryRow
                {
                    GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = "Player", NameKey = NameKey.Parse("player"), Source = "test", AsOf = context.AsOf,
                },
            ]);
        }
    }
}
