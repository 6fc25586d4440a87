using NbaProps.Embedded.Files;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Objects;

public sealed class FileObjectStoreTests : ObjectStoreContract
{
    private readonly TestFolder _folder = new();

    public override Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_object_is_a_file_with_exactly_its_bytes_under_its_path()
    {
        await Store.PutIfAbsentAsync("espn/2026-01-15/a.json", Content("payload"), default);

        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "objects", "espn", "2026-01-15", "a.json"))).ShouldBe("payload");
        Directory.EnumerateFiles(Path.Combine(_folder.Path, "objects", ".incoming")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_is_neither_listed_nor_in_the_way()
    {
        var incoming = Directory.CreateDirectory(Path.Combine(_folder.Path, "objects", ".incoming"));
        for (var n = 1; n <= 5; n++)
        {
            await File.WriteAllTextAsync(Path.Combine(incoming.FullName, $"{Environment.ProcessId}-{n}"), "half");
        }

        (await Store.PutIfAbsentAsync("a/b", Content("whole"), default)).ShouldBe(PutOutcome.Created);

        (await Store.ListAsync("", default)).ShouldBe(["a/b"]);
    }

    [Fact]
    public async Task Metadata_whose_object_never_followed_is_no_object()
    {
        await Store.PutIfAbsentAsync("a/b", Content("whole", ("k", "v")), default);
        File.Delete(Path.Combine(_folder.Path, "objects", "a", "b"));

        (await Store.GetAsync("a/b", default)).ShouldBeNull();
        (await Store.ListAsync("", default)).ShouldBeEmpty();
        (await Store.PutIfAbsentAsync("a/b", Content("whole", ("k", "v")), default)).ShouldBe(PutOutcome.Created);
        (await Store.GetAsync("a/b", default))!.Metadata["k"].ShouldBe("v");
    }

    [Fact]
    public async Task Bytes_that_were_changed_on_the_disk_are_an_error_and_never_an_answer()
    {
        await Store.PutIfAbsentAsync("a/b", Content("payload"), default);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "objects", "a", "b"), "paylaod");

        (await Should.ThrowAsync<PermanentException>(() => Store.GetAsync("a/b", default))).Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_path_that_is_the_folder_of_others_cannot_be_an_object()
    {
        await Store.PutIfAbsentAsync("a/b", Content("x"), default);

        await Should.ThrowAsync<PermanentException>(() => Store.PutIfAbsentAsync("a", Content("x"), default));
        await Should.ThrowAsync<PermanentException>(() => Store.PutIfAbsentAsync("a/b/c", Content("x"), default));
        (await Store.GetAsync("a/b/c", default)).ShouldBeNull();
        (await Store.GetAsync("a", default)).ShouldBeNull();
    }

    protected override IObjectStore Open() => new FileObjectStore(_folder.Options);
}
