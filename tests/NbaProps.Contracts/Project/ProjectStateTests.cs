using NbaProps.Contracts.State;
using NbaProps.GoogleCloud.Firestore;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.Project;

/// <summary>The contract on a project's Firestore: collections of each test's own, in the database that the services use.</summary>
[Trait("Part", "project")]
[Trait("Port", "state")]
public sealed class ProjectStateTests : StateStoreContract
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private readonly string _test = ScratchProject.NewTest();

    public override async Task InitializeAsync()
    {
        ScratchProject.Require();
        await base.InitializeAsync();
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public override Task A_commit_of_two_documents_is_never_seen_by_half()
    {
        Skip.IfNot(string.IsNullOrEmpty(ScratchProject.Plan.GoogleCloud.FirestoreEmulator), "Google's emulator answers a query document by document, and may show half of a commit that is under way.");
        return base.A_commit_of_two_documents_is_never_seen_by_half();
    }

    // Leases are compared with the store's clock, and days with this machine's.
    [SkippableFact]
    public async Task The_clock_of_the_store_is_that_of_this_machine_within_a_minute()
    {
        var read = await Store.GetAsync(At("a"), default);

        (read.StoreTime - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(MostSkew);
    }

    protected override int Rounds(int usual) => ScratchProject.Rounds(usual);

    protected override Task<IStateStore> OpenAsync()
    {
        var (plan, ways) = (ScratchProject.Plan, ScratchProject.Ways);
        var asked = new StateCollection(plan.Names.Collection(_test, "units"), "f", "text", "number", "attention");
        var store = new FirestoreStateStore(ways.Firestore, plan.Project, plan.GoogleCloud.FirestoreDatabase, [asked]);
        return Task.FromResult<IStateStore>(new ScratchState(store, plan.Names.Collection(_test, string.Empty)));
    }
}
