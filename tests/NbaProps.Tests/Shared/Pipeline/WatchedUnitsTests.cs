using FsCheck;
using FsCheck.Fluent;

using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

using Property = NbaProps.Tests.Domain.Property;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>What a watcher's look at every unit reads, and that it knows what a reading of all of them would say.</summary>
public sealed class WatchedUnitsTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _store;
    private readonly CountingState _counted;
    private readonly WatchedUnits _watched;

    public WatchedUnitsTests()
    {
        _store = new InMemoryStateStore(_time);
        _counted = new CountingState(_store);
        _watched = new WatchedUnits(_counted, new UnitRecords());
    }

    [Fact]
    public async Task A_look_reads_what_was_written_since_the_one_before_and_not_a_whole_season()
    {
        await WriteAsync([.. Enumerable.Range(0, 1000)]);
        (await LookAsync()).ShouldBe(1000);

        // Those of the last hours are read again until their hour is over.
        _time.Advance(TimeSpan.FromHours(2));
        await LookAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await WriteAsync(7, 8);

        (await LookAsync()).ShouldBeLessThan(10);
        _time.Advance(Look);
        (await LookAsync()).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task What_was_written_without_its_hour_is_known_when_all_are_read_again()
    {
        await WriteAsync(1);
        await LookAsync();
        await PutAsync(Unit(1, outcome: RunState.Failed));

        _time.Advance(WatchedUnits.WholeEvery - Look);
        (await KnownAsync()).ShouldBe([RunState.Succeeded]);
        _time.Advance(Look);
        (await KnownAsync()).ShouldBe([RunState.Failed]);
    }

    [Fact]
    public async Task A_look_that_failed_takes_nothing_from_the_next()
    {
        await WriteAsync(1);
        var store = new SecondQuery(_store);
        var watched = new WatchedUnits(store, new UnitRecords());
        await watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None);
        await WriteAsync(2);
        _time.Advance(TimeSpan.FromHours(2));
        store.Before(() => throw new IOException("refused"));
        await Should.ThrowAsync<IOException>(() => watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None));
        _time.Advance(TimeSpan.FromHours(2));

        Said(await watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None)).ShouldBe(All(_store));
    }

    [Fact]
    public async Task A_store_whose_time_went_back_is_read_anew()
    {
        await WriteAsync(1);
        await LookAsync();
        await PutAsync(Unit(2));

        Said(await _watched.ReadAsync(_time.GetUtcNow() - TimeSpan.FromSeconds(1), CancellationToken.None)).ShouldBe(All(_store));
    }

    [Fact]
    public async Task Who_is_doubted_is_read_again_unless_this_look_has_read_it()
    {
        await WriteAsync(1, 2, 3);
        await LookAsync();
        _time.Advance(TimeSpan.FromHours(2));
        await LookAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await PutAsync(Unit(1, outcome: RunState.Failed));
        await WriteAsync(3);
        var look = await _watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None);
        Said(look).ShouldNotBe(All(_store));
        var before = _counted.Reads;

        var after = await _watched.AgainAsync(look, [Unit(1).Key, Unit(2).Key, Unit(3).Key, Unit(4).Key], CancellationToken.None);

        Said(after).ShouldBe(All(_store));
        (_counted.Reads - before).ShouldBe(3, "the third was read by this look");
        (await _watched.AgainAsync(after, [Unit(2).Key], CancellationToken.None)).ShouldBeSameAs(after);
        Said(await _watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None)).ShouldBe(All(_store), "it stays known");
    }

    [Fact]
    public async Task What_is_written_while_the_hours_are_read_is_not_known_as_it_was()
    {
        await WriteAsync(1);
        var store = new SecondQuery(_store);
        var watched = new WatchedUnits(store, new UnitRecords());
        await watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(59));
        await WriteAsync(1);
        _time.Advance(TimeSpan.FromMinutes(5));

        // Its older hour has answered already.
        store.Before(() => WriteAsync(1));
        Said(await watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None)).ShouldBe(All(_store));
    }

    [Fact]
    public void It_knows_at_each_look_what_all_would_say_although_clocks_differ() => Property.ForAll(Stories, steps =>
    {
        var time = new FakeTimeProvider();
        var store = new InMemoryStateStore(time);
        var watched = new WatchedUnits(store, new UnitRecords());
        foreach (var (wait, number, skew) in steps)
        {
            time.Advance(TimeSpan.FromMinutes(wait));
            CommitAsync(store, [UnitWrites.Of(Unit(number), time.GetUtcNow() + TimeSpan.FromSeconds(skew), Precondition.None)]).GetAwaiter().GetResult();
            if (number % 2 == 0)
            {
                Said(watched.ReadAsync(time.GetUtcNow(), CancellationToken.None).GetAwaiter().GetResult()).ShouldBe(All(store));
            }
        }
    });

    // Minutes until the step, the unit that is written, and how far its writer's clock is off, in seconds; after every second one a look.
    private static Gen<(int Wait, int Number, int Skew)[]> Stories => (
        from wait in Gen.OneOf(Gen.Choose(0, 9), Gen.Choose(0, 120), Gen.Choose(0, 600))
        from number in Gen.Choose(0, 9)
        from skew in Gen.Choose(-900, 900)
        select (wait, number, skew)).ArrayOf();

    private static UnitDocument Unit(int number, RunState outcome = RunState.Succeeded) =>
        new() { Unit = new UnitKey(ScrapersPhase.Schedule.Name, new(Day.AddDays(number))).ToString(), Outcome = outcome };

    private static async Task CommitAsync(InMemoryStateStore store, IReadOnlyList<DocumentWrite> writes) =>
        (await store.CommitAsync(writes, CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();

    private Task WriteAsync(params int[] numbers) => CommitAsync(_store, [.. numbers.Select(number => UnitWrites.Of(Unit(number), _time.GetUtcNow(), Precondition.None))]);

    // As a build of before there were hours writes it.
    private Task PutAsync(UnitDocument unit) => CommitAsync(_store, [new DocumentWrite(unit.Key.Path, StateJson.Write(unit), Precondition.None)]);

    private static (string Id, string Version)[] All(InMemoryStateStore store) =>
        [.. store.Dump().Where(document => document.Path.Collection == UnitKey.Collection).Select(document => (document.Path.Id, document.Version))];

    private static (string Id, string Version)[] Said(WatchedLook look) => [.. look.Units.Select(known => (known.Key, known.Value.Version))];

    private async Task<IEnumerable<RunState>> KnownAsync() =>
        (await _watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None)).Units.Values.Select(known => known.Unit.Outcome);

    // The documents that a look was billed for; it must know as much as a reading of all.
    private async Task<int> LookAsync()
    {
        var before = _counted.Reads;
        Said(await _watched.ReadAsync(_time.GetUtcNow(), CancellationToken.None)).ShouldBe(All(_store));
        return _counted.Reads - before;
    }

    // Something happens before the second query from then on: when a look has read one of its hours.
    private sealed class SecondQuery(IStateStore inner) : IStateStore
    {
        private Func<Task>? _before;
        private int _asked;

        public void Before(Func<Task> happens) => (_before, _asked) = (happens, 0);

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => inner.GetAllAsync(paths, cancellationToken);

        public Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => inner.CommitAsync(writes, cancellationToken);

        public async Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken)
        {
            if (++_asked == 2 && _before is { } before)
            {
                await before();
            }

            return await inner.QueryAsync(query, cancellationToken);
        }
    }
}
