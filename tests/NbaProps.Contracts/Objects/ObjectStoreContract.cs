using System.Globalization;
using System.Text;

using NbaProps.Shared.Objects;

namespace NbaProps.Contracts.Objects;

/// <summary>What every raw archive promises. An adapter's tests derive from it.</summary>
public abstract class ObjectStoreContract : IAsyncLifetime
{
    /// <summary>The store under test, empty at first.</summary>
    protected IObjectStore Store { get; private set; } = null!;

    /// <summary>Another instance over the same objects, as another process has it; the same instance where there is no such thing.</summary>
    protected IObjectStore Other { get; private set; } = null!;

    public virtual Task InitializeAsync()
    {
        Store = Open();
        Other = Open();
        return Task.CompletedTask;
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_object_that_was_never_put_is_null()
    {
        (await Store.GetAsync("espn/2026-01-15/a.json", default)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task An_object_comes_back_with_its_bytes_and_its_metadata()
    {
        var content = new StoredObject(Encoding.UTF8.GetBytes("{\"Dončić\":1}"), new Dictionary<string, string>
        {
            ["url"] = "https://example.org/a?b=c&d=\"é\"",
            ["status"] = "200",
            ["captured-at"] = "2026-01-15T18:00:00.123456Z",
            ["empty"] = "",
        });

        (await Store.PutIfAbsentAsync("espn/2026-01-15/a.json", content, default)).ShouldBe(PutOutcome.Created);

        var read = (await Other.GetAsync("espn/2026-01-15/a.json", default)).ShouldNotBeNull();
        read.Bytes.ToArray().ShouldBe(content.Bytes.ToArray());
        read.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe(content.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000_000)]
    public async Task Bytes_of_any_length_and_value_are_identical(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        await Store.PutIfAbsentAsync("source/2026-01-15/x.bin", Content(bytes), default);

        (await Store.GetAsync("source/2026-01-15/x.bin", default))!.Bytes.Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task A_second_put_under_a_path_is_success_and_keeps_the_first_object()
    {
        await Store.PutIfAbsentAsync("a/b", Content("first", ("by", "one")), default);

        (await Other.PutIfAbsentAsync("a/b", Content("second", ("by", "two")), default)).ShouldBe(PutOutcome.AlreadyThere);
        (await Store.PutIfAbsentAsync("a/b", Content("first", ("by", "three")), default)).ShouldBe(PutOutcome.AlreadyThere);

        var kept = (await Store.GetAsync("a/b", default))!;
        Text(kept).ShouldBe("first");
        kept.Metadata["by"].ShouldBe("one");
    }

    [SkippableFact]
    public async Task The_caller_may_reuse_its_buffer_after_a_put()
    {
        var buffer = Encoding.UTF8.GetBytes("first");
        var metadata = new Dictionary<string, string> { ["k"] = "v" };
        await Store.PutIfAbsentAsync("a/b", new StoredObject(buffer, metadata), default);

        buffer.AsSpan().Fill((byte)'x');
        metadata["k"] = "changed";

        var kept = (await Store.GetAsync("a/b", default))!;
        Text(kept).ShouldBe("first");
        kept.Metadata["k"].ShouldBe("v");
    }

    [SkippableFact]
    public async Task A_list_holds_the_paths_that_begin_with_the_prefix_in_ordinal_order()
    {
        foreach (var path in new[] { "espn/2026-01-15/b", "espn/2026-01-15/B", "espn/2026-01-15/a_1", "espn/2026-01-15/a-1", "espn/2026-01-16/a", "espn2/2026-01-15/a", "é/a", "top" })
        {
            await Store.PutIfAbsentAsync(path, Content(path), default);
        }

        (await Other.ListAsync("espn/2026-01-15/", default)).ShouldBe(["espn/2026-01-15/B", "espn/2026-01-15/a-1", "espn/2026-01-15/a_1", "espn/2026-01-15/b"]);
        (await Store.ListAsync("espn/2026-01-15/a", default)).ShouldBe(["espn/2026-01-15/a-1", "espn/2026-01-15/a_1"]);
        (await Store.ListAsync("espn", default)).Count.ShouldBe(6);
        (await Store.ListAsync("espn/2026-01-1", default)).Count.ShouldBe(5);
        (await Store.ListAsync("", default)).ShouldBe((await Store.ListAsync("", default)).Order(StringComparer.Ordinal));
        (await Store.ListAsync("", default)).Count.ShouldBe(8);
    }

    [SkippableFact]
    public async Task A_list_of_a_prefix_that_nothing_has_is_empty()
    {
        (await Store.ListAsync("nothing/here/", default)).ShouldBeEmpty();
        (await Store.ListAsync("", default)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Of_many_that_put_one_path_exactly_one_creates_it_and_its_bytes_meet_its_own_metadata()
    {
        for (var round = 0; round < Rounds(10); round++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"a/round{round}");
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            {
                var name = n.ToString(CultureInfo.InvariantCulture);
                return (n % 2 == 0 ? Store : Other).PutIfAbsentAsync(path, Content(name, ("by", name)), default);
            })));

            var winner = Array.IndexOf(outcomes, PutOutcome.Created).ToString(CultureInfo.InvariantCulture);
            outcomes.Count(outcome => outcome == PutOutcome.Created).ShouldBe(1);
            var kept = (await Store.GetAsync(path, default))!;
            Text(kept).ShouldBe(winner);
            kept.Metadata["by"].ShouldBe(winner);
        }
    }

    [SkippableFact]
    public async Task A_reader_sees_the_whole_object_or_none()
    {
        var bytes = new byte[2_000_000];
        Array.Fill(bytes, (byte)1);
        for (var round = 0; round < Rounds(5); round++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"a/round{round}");
            var putting = Task.Run(() => Store.PutIfAbsentAsync(path, Content(bytes), default));
            while (!putting.IsCompleted)
            {
                (await Other.GetAsync(path, default))?.Bytes.Length.ShouldBe(bytes.Length);
            }

            await putting;
            (await Other.GetAsync(path, default))!.Bytes.Length.ShouldBe(bytes.Length);
        }
    }

    [SkippableTheory]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a/.hidden")]
    [InlineData("a\\b")]
    [InlineData("a/\0")]
    [InlineData("a/b.meta.json")]
    [InlineData("a/")]
    [InlineData("")]
    public async Task A_path_that_could_lead_elsewhere_is_refused(string path)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.PutIfAbsentAsync(path, Content("x"), default));
        await Should.ThrowAsync<ArgumentException>(() => Store.GetAsync(path, default));
    }

    [SkippableTheory]
    [InlineData("../")]
    [InlineData("a/../")]
    [InlineData("/")]
    public async Task A_prefix_that_could_lead_elsewhere_is_refused(string prefix)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.ListAsync(prefix, default));
    }

    [SkippableFact]
    public async Task Metadata_keys_with_capitals_are_refused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.PutIfAbsentAsync("a/b", Content("x", ("ETag", "1")), default));
    }

    protected abstract IObjectStore Open();

    /// <summary>How often something is done that is done so many times where it costs nothing.</summary>
    protected virtual int Rounds(int usual) => usual;

    protected static StoredObject Content(string text, params (string Key, string Value)[] metadata) =>
        new(Encoding.UTF8.GetBytes(text), metadata.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    protected static StoredObject Content(byte[] bytes) => new(bytes, new Dictionary<string, string>());

    private static string Text(StoredObject stored) => Encoding.UTF8.GetString(stored.Bytes.Span);
}
