using NbaProps.Contracts.GoogleCloud;
using NbaProps.GoogleCloud.Firestore;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

[Trait("Part", "emulators")]
public sealed class FirestoreStateStoreTests : StateStoreContract
{
    private readonly string _project = GoogleEmulators.NewProject();

    public override async Task InitializeAsync()
    {
        GoogleEmulators.Require();
        await base.InitializeAsync();
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override async Task<IStateStore> OpenAsync() =>
        new FirestoreStateStore(await GoogleEmulators.FirestoreAsync(), _project, "(default)", [new StateCollection("units", "f", "text", "number", "attention")]);

    [SkippableFact]
    public async Task A_query_of_more_than_a_page_sees_one_moment()
    {
        const int Documents = FirestoreStateStore.DocumentsPerPage + 10;
        for (var from = 0; from < Documents; from += 200)
            await CommitAsync([.. Enumerable.Range(from, Math.Min(200, Documents - from)).Select(n => Put($"{n:00000}", "{}"))]);

        (await IdsAsync(new DocumentQuery("units"))).ShouldBe(Enumerable.Range(0, Documents).Select(n => $"{n:00000}"));
        (await IdsAsync(new DocumentQuery("units", FromId: "00001", Limit: FirestoreStateStore.DocumentsPerPage + 5))).Length.ShouldBe(FirestoreStateStore.DocumentsPerPage + 5);
    }

    [SkippableFact]
    public async Task A_query_by_a_field_that_has_no_index_in_production_is_refused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.QueryAsync(new DocumentQuery("units", Field: "holder", Value: "x"), default));
        await Should.ThrowAsync<ArgumentException>(() => Store.QueryAsync(new DocumentQuery("ledger", Field: "attention", Value: true), default));
    }
}
