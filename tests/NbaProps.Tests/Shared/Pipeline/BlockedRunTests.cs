using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A run whose input moved between the look and the run: it had nothing to try, so that nothing has to be waited for when the input is there again.</summary>
public sealed class BlockedRunTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitKey Read = new("read", new(Day));
    private static readonly UnitKey Reader = new("reader", new(Day));

    private readonly Scraper _read = new("read", []);
    private readonly Scraper _reader = new("reader", [Reads.Captures("read")]);
    private readonly Unsettled _store;
    private readonly WatchedPipeline _pipeline;

    public BlockedRunTests()
    {
        Unsettled? store = null;
        _pipeline = new WatchedPipeline(
            new FakeTimeProvider(),
            [UnitWorks.Scrape(_read, _read), UnitWorks.Scrape(_reader, _reader)],
            new PipelineManifest([_read.Declaration, _reader.Declaration]),
            seen: inner => store = new Unsettled(inner));
        _store = store!;
    }

    [Fact]
    public async Task A_write_that_says_nothing_new_has_ended_and_the_run_that_met_it_is_made_at_once()
    {
        _store.Interferes = true;
        await _pipeline.ReachAndRunAsync(Day, Moment.Context);
        var output = await OutputAsync();
        (output.State, output.Attempts, output.NextAttempt, output.Actionable).ShouldBe((ExpectedState.Blocked, 0, null, false));
        output.Cause.ShouldBe($"an input is not ready: {Read} has a write that is not settled");

        // Settled, and nothing of it is new: nobody is told, and no time passes.
        await _pipeline.PutAsync(await _pipeline.UnitAsync(Read) with { Open = [] });
        await _pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await _pipeline.PumpAsync();
        (await OutputAsync()).State.ShouldBe(ExpectedState.Complete);
    }

    private async Task<ExpectedOutput> OutputAsync() => (await _pipeline.CompareAsync(now: null)).Single(output => output.Unit == Reader);

    /// <summary>A store in which the unit that is read begins to write in the moment in which its reader is taken.</summary>
    private sealed class Unsettled(IStateStore inner) : IStateStore
    {
        public bool Interferes { get; set; }

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => inner.GetAllAsync(paths, cancellationToken);

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
        {
            var result = await inner.CommitAsync(writes, cancellationToken);
            if (Interferes && writes.Any(write => write is { Path.Collection: LedgerRow.Collection, Json: { } json } && StateJson.Read<LedgerRow>(json) is { State: RunState.Running } row && row.Unit == Reader.ToString()))
            {
                Interferes = false;
                var read = (await inner.GetAsync(Read.Path, cancellationToken)).Document!;
                await inner.CommitAsync([new(Read.Path, StateJson.Write(StateJson.Read<UnitDocument>(read.Json) with { Open = [9] }), Precondition.None)], cancellationToken);
            }

            return result;
        }
    }

    private sealed class Scraper(string name, InputDeclaration[] inputs) : IScraper, IUpstream
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = name, Phase = Phase.Scrapers, Purpose = "Brings a payload.", Inputs = [Reads.Clock, .. inputs], Output = new OutputDeclaration.ToArchive(name), Triggers = [Moment.Context],
        };

        public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => Scrape.Of([(await context.Upstream.GetAsync("/", cancellationToken))!]);

        public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) =>
            Task.FromResult<FetchedPayload?>(new FetchedPayload(Encoding.UTF8.GetBytes(name), new Dictionary<string, string>()));
    }
}
