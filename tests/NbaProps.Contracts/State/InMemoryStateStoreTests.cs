using NbaProps.Embedded.InMemory;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

public sealed class InMemoryStateStoreTests : StateStoreContract
{
    private readonly ManualTime _time = new();
    private readonly InMemoryStateStore _store;

    public InMemoryStateStoreTests() => _store = new InMemoryStateStore(_time);

    public override Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Store_time_is_the_clock_that_was_handed_in()
    {
        _time.Now = _time.Now.AddMinutes(7);

        (await Store.GetAsync(At("a"), default)).StoreTime.ShouldBe(_time.Now);
        (await CommitAsync(Put("a", "{}"))).StoreTime.ShouldBe(_time.Now);
    }

    [Fact]
    public void Every_call_has_completed_when_it_returns()
    {
        _store.CommitAsync([Put("a", "{}")], default).IsCompletedSuccessfully.ShouldBeTrue();
        _store.GetAsync(At("a"), default).IsCompletedSuccessfully.ShouldBeTrue();
        _store.QueryAsync(new DocumentQuery("units"), default).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dump_holds_every_document_in_order()
    {
        await CommitAsync(Put("b", "{}"), Put("a", "{}"), Put("z", "{}", null, "ledger"));

        _store.Dump().Select(document => document.Path.ToString()).ShouldBe(["ledger/z", "units/a", "units/b"]);
    }

    protected override Task<IStateStore> OpenAsync() => Task.FromResult<IStateStore>(_store);
}
