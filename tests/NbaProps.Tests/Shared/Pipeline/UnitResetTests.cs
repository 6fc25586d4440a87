using NbaProps.Domain.Calendar;
using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A unit that forgets its fingerprint runs again at the next look; its content stays until then.</summary>
public sealed class UnitResetTests
{
    private static readonly UnitKey Unit = new("player_game_summary", new(new GameDate(2022, 12, 27)));

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStateStore _store;
    private readonly UnitDocument _known;

    public UnitResetTests()
    {
        _store = new InMemoryStateStore(_time);
        _known = new UnitDocument { Unit = Unit.ToString(), Token = 4, Outcome = RunState.Succeeded, Reason = "3 rows", Generation = 2, ContentHash = "c", Fingerprint = "f", Rows = 3 };
    }

    [Fact]
    public async Task Only_the_fingerprint_is_forgotten()
    {
        await PutAsync(_known);
        (await ForgetAsync(_store)).ShouldBeTrue();
        (await TextAsync()).ShouldBe(StateJson.Write(_known with { Fingerprint = null, ChangedIn = "2026-01-15T12" }));
    }

    [Fact]
    public async Task A_scraper_also_forgets_the_moment_that_it_shall_fetch_again()
    {
        await PutAsync(_known with { Covered = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["Context"] = 1, ["CutOff"] = 2 } });
        (await ForgetAsync(_store, Moment.CutOff)).ShouldBeTrue();
        StateJson.Read<UnitDocument>(await TextAsync()).Covered.ShouldBe(new Dictionary<string, int> { ["Context"] = 1 });
    }

    [Fact]
    public async Task A_unit_that_never_ran_has_nothing_to_forget()
    {
        (await ForgetAsync(_store)).ShouldBeFalse();
        _store.Dump().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_that_a_run_holds_is_left_alone_until_its_lease_has_ended()
    {
        var held = _known with { LeaseUntil = _time.GetUtcNow().AddMinutes(5), Holder = "run" };
        await PutAsync(held);
        (await ForgetAsync(_store)).ShouldBeFalse();
        (await TextAsync()).ShouldBe(StateJson.Write(held));
        _time.Advance(TimeSpan.FromMinutes(6));
        (await ForgetAsync(_store)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_another_process_writes_in_between_is_kept()
    {
        await PutAsync(_known);
        var newer = _known with { Generation = 3, ContentHash = "d" };
        (await ForgetAsync(new Interfering(_store, () => PutAsync(newer)))).ShouldBeTrue();
        (await TextAsync()).ShouldBe(StateJson.Write(newer with { Fingerprint = null, ChangedIn = "2026-01-15T12" }));
    }

    private static Task<bool> ForgetAsync(IStateStore state, Moment? scraped = null) => UnitReset.ForgetAsync(state, Unit, scraped, CancellationToken.None);

    private Task PutAsync(UnitDocument document) =>
        _store.CommitAsync([new DocumentWrite(Unit.Path, StateJson.Write(document), Precondition.None)], CancellationToken.None);

    private async Task<string> TextAsync() => (await _store.GetAsync(Unit.Path, CancellationToken.None)).Document.ShouldNotBeNull().Json;

    // Between the first reading and the first commit somebody else commits.
    private sealed class Interfering(IStateStore inner, Func<Task> interfere) : IStateStore
    {
        private bool _done;

        public Task<IReadOnlyList<StateRead>> GetAllAsync(IReadOnlyList<DocumentPath> paths, CancellationToken cancellationToken) => inner.GetAllAsync(paths, cancellationToken);

        public async Task<CommitResult> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
        {
            if (!_done)
            {
                _done = true;
                await interfere();
            }

            return await inner.CommitAsync(writes, cancellationToken);
        }

        public Task<IReadOnlyList<Document>> QueryAsync(DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);
    }
}
