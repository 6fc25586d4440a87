using NbaProps.Embedded.InMemory;
using NbaProps.Shared.Objects;

namespace NbaProps.Contracts.Objects;

public sealed class InMemoryObjectStoreTests : ObjectStoreContract
{
    private readonly InMemoryObjectStore _store = new();

    [Fact]
    public void Every_call_has_completed_when_it_returns()
    {
        _store.PutIfAbsentAsync("a", Content("x"), default).IsCompletedSuccessfully.ShouldBeTrue();
        _store.GetAsync("a", default).IsCompletedSuccessfully.ShouldBeTrue();
        _store.ListAsync("", default).IsCompletedSuccessfully.ShouldBeTrue();
    }

    protected override IObjectStore Open() => _store;
}
