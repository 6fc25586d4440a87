using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Contracts.Objects;
using NbaProps.GoogleCloud.Storage;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Shared.Objects;

namespace NbaProps.Contracts.Project;

/// <summary>The contract on a project's Cloud Storage: one scratch bucket, in which each test has a folder of its own.</summary>
[Trait("Part", "project")]
[Trait("Port", "objects")]
public sealed class ProjectObjectsTests : ObjectStoreContract
{
    private static readonly Lazy<Task> Bucket = new(() => ScratchBucket.MakeAsync(ScratchProject.Ways.Storage, ScratchProject.Plan, default));

    private readonly string _test = ScratchProject.NewTest();

    public override async Task InitializeAsync()
    {
        ScratchProject.Require();
        await Bucket.Value;
        await base.InitializeAsync();
    }

    [SkippableFact]
    public async Task A_payload_that_goes_in_parts_comes_back_whole()
    {
        var bytes = new byte[CloudStorageObjectStore.LongestInOne + 1];
        new Random(7).NextBytes(bytes);

        (await Store.PutIfAbsentAsync("a/long", Content(bytes), default)).ShouldBe(PutOutcome.Created);
        (await Other.PutIfAbsentAsync("a/long", Content(bytes), default)).ShouldBe(PutOutcome.AlreadyThere);

        (await Other.GetAsync("a/long", default))!.Bytes.Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    protected override int Rounds(int usual) => ScratchProject.Rounds(usual);

    protected override IObjectStore Open() => new ScratchObjects(
        new CloudStorageObjectStore(ScratchProject.Ways.Storage, ScratchProject.Plan.Names.Bucket, NullLogger<CloudStorageObjectStore>.Instance), $"{_test}/");
}
