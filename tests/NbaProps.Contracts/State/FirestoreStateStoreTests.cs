using System.Text.Json;

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

    // The emulator answers a query document by document, so that it may see half of a commit that is under way; Firestore does not. What is held here is that
    // nobody who has seen one half is shown the other as it was before.
    [SkippableFact]
    public override async Task A_commit_of_two_documents_is_never_seen_by_half()
    {
        await CommitAsync(Put("a", "0"), Put("b", "0"));
        var writing = Task.Run(async () =>
        {
            for (var n = 1; n <= 100; n++)
                await CommitAsync(Put("a", $"{n}"), Put("b", $"{n}"));
        });

        while (!writing.IsCompleted)
        {
            var seen = 0;
            foreach (var id in new[] { "a", "b", "a" })
            {
                var newer = JsonDocument.Parse((await Other.GetAsync(At(id), default)).Document!.Json).RootElement.GetProperty("n").GetInt32();
                newer.ShouldBeGreaterThanOrEqualTo(seen);
                seen = newer;
            }
        }

        await writing;

        static DocumentWrite Put(string id, string number) => StateStoreContract.Put(id, $$"""{"n":{{number}}}""");
    }

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
