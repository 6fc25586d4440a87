using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Hints;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A hundred times a day's messages, most of them for work that is done, on stores in memory.</summary>
public sealed class HintBurstTests
{
    private const int Days = 100;
    private const int Messages = 60_000;
    private const int AtOnce = 16;

    private readonly Counter _counter = new();
    private readonly WatchedPipeline _pipeline;

    public HintBurstTests() => _pipeline = new WatchedPipeline(new FakeTimeProvider(), [UnitWorks.Table(_counter)], new PipelineManifest([_counter.Declaration]));

    [Fact]
    public async Task Sixty_thousand_messages_are_all_answered_and_each_unit_computes_once()
    {
        var dates = new GameDateRange(GameRows.Day.AddDays(1 - Days), GameRows.Day).ToArray();
        foreach (var date in dates)
        {
            await _pipeline.ReachAsync(date, Moment.Context);
        }

        var topic = Topics.Trigger(Phase.RawProcessors);
        var units = dates.Select(date => new UnitKey(_counter.Declaration.Name, new(date))).ToArray();
        foreach (var numbers in Enumerable.Range(0, Messages).Chunk(500))
        {
            await _pipeline.Bus.PublishAsync(topic, [.. numbers.Select(number => LookHint.Of(units[number % Days], "burst", "test", null))], CancellationToken.None);
        }

        var burst = _pipeline.Bus.Drain();
        burst.Count.ShouldBe(Messages);
        var done = 0;
        await Parallel.ForEachAsync(burst, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (message, token) =>
        {
            if ((await _pipeline.Runtime.Handler.HandleAsync(message.Received(), token)).Disposition == HintDisposition.Done)
            {
                Interlocked.Increment(ref done);
            }
        });
        await _pipeline.PumpAsync();

        done.ShouldBe(Messages);
        foreach (var unit in units)
        {
            var document = await _pipeline.UnitAsync(unit);
            (document.Outcome, document.Rows, document.LeaseUntil, document.Wanted, document.Outbox.Count, document.Open.Count).ShouldBe((RunState.Succeeded, 1, null, false, 0, 0));
        }

        // A message that finds its work done leaves a line for the log and no run; what was told while a unit was held is one more look.
        _counter.Runs.ShouldBe(Days);
        (await new RunLedger(_pipeline.State).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None)).Count.ShouldBeLessThanOrEqualTo(Days * 2);
        await _pipeline.Runtime.Export.RunAsync([], CancellationToken.None);
        _pipeline.State.Dump().Count(document => document.Path.Collection is "messages").ShouldBe(0);
        _pipeline.Bus.Published.ShouldBeEmpty();
    }

    private sealed class Counter : IProcessor<PlayersRegistryRow>
    {
        private int _runs;

        public int Runs => _runs;

        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "nba_players_registry", Phase = Phase.RawProcessors, Purpose = "Counts how often it is asked.", Inputs = [Reads.Aliases(NameSources.OddsApi)],
            Output = new OutputDeclaration.ToTable(Table<PlayersRegistryRow>.Instance.Schema),
        };

        public Computation<PlayersRegistryRow> Compute(IInputs inputs, RunContext context)
        {
            Interlocked.Increment(ref _runs);
            return Computation<PlayersRegistryRow>.Of(
            [
                new PlayersRegistryRow
                {
                    GameDate = context.Date, PlayerId = new PlayerKey(1), Team = TeamTricode.Parse("BOS"), PlayerName = "somebody",
                    NameKey = NameKey.Parse("somebody"), Source = "test", AsOf = context.AsOf,
                },
            ]);
        }
    }
}
