using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

public abstract partial class StateStoreContract
{
    [SkippableFact]
    public async Task A_document_that_was_never_written_is_not_there()
    {
        (await FindAsync("a")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_committed_document_is_read_back_exactly_with_the_version_that_the_commit_named()
    {
        const string Body = """{"text":"Dončić \"quoted\" \n 🏀 0022400561","number":9007199254740993,"list":[1,2,{"deep":null}],"real":0.1}""";

        var committed = await CommitAsync(Put("unit|2026-01-15|0022400561", Body));

        var document = (await FindAsync("unit|2026-01-15|0022400561")).ShouldNotBeNull();
        document.Json.ShouldBe(Body);
        document.Version.ShouldBe(committed.Versions.ShouldHaveSingleItem());
        document.Path.ShouldBe(At("unit|2026-01-15|0022400561"));
    }

    [SkippableFact]
    public async Task Absent_applies_only_where_there_is_no_document()
    {
        await CommitAsync(Put("a", """{"n":1}""", Precondition.Absent));

        (await ConflictAsync(Put("a", """{"n":2}""", Precondition.Absent))).ShouldBe(At("a"));

        (await FindAsync("a"))!.Json.ShouldBe("""{"n":1}""");
    }

    [SkippableFact]
    public async Task A_version_applies_only_to_the_body_that_was_read()
    {
        var first = (await CommitAsync(Put("a", """{"n":1}"""))).Versions[0];
        var second = (await CommitAsync(Put("a", """{"n":2}""", Precondition.VersionIs(first)))).Versions[0];

        second.ShouldNotBe(first);
        (await ConflictAsync(Put("a", """{"n":3}""", Precondition.VersionIs(first)))).ShouldBe(At("a"));
        (await FindAsync("a"))!.Json.ShouldBe("""{"n":2}""");
    }

    [SkippableFact]
    public async Task A_version_does_not_hold_of_a_document_that_is_gone_or_was_made_again()
    {
        var version = (await CommitAsync(Put("a", "{}"))).Versions[0];
        await CommitAsync(Delete("a"));
        (await ConflictAsync(Put("a", "{}", Precondition.VersionIs(version)))).ShouldBe(At("a"));

        await CommitAsync(Put("a", "{}"));
        (await ConflictAsync(Put("a", "{}", Precondition.VersionIs(version)))).ShouldBe(At("a"));
    }

    [SkippableFact]
    public async Task Writing_the_same_body_again_makes_a_new_version()
    {
        var first = (await CommitAsync(Put("a", "{}"))).Versions[0];

        (await CommitAsync(Put("a", "{}"))).Versions[0].ShouldNotBe(first);
    }

    [SkippableFact]
    public async Task Without_precondition_a_write_applies_whatever_is_there()
    {
        await CommitAsync(Put("a", """{"n":1}"""));
        await CommitAsync(Put("a", """{"n":2}"""));

        (await FindAsync("a"))!.Json.ShouldBe("""{"n":2}""");
    }

    [SkippableFact]
    public async Task All_writes_of_a_commit_apply_together_in_any_collections()
    {
        var committed = await CommitAsync(Put("a", "{}", Precondition.Absent), Put("run", "{}", Precondition.Absent, "ledger"));

        committed.Versions.Count.ShouldBe(2);
        (await FindAsync("a"))!.Version.ShouldBe(committed.Versions[0]);
        (await Store.GetAsync(At("run", "ledger"), default)).Document!.Version.ShouldBe(committed.Versions[1]);
    }

    [SkippableFact]
    public async Task When_one_precondition_fails_nothing_applies_and_the_first_that_failed_is_named()
    {
        await CommitAsync(Put("b", """{"n":1}"""), Put("c", """{"n":1}"""));

        var conflict = await ConflictAsync(
            Put("a", "{}"), Put("b", """{"n":2}""", Precondition.Absent), Put("c", """{"n":2}""", Precondition.Absent), Delete("d"));

        conflict.ShouldBe(At("b"));
        (await FindAsync("a")).ShouldBeNull();
        (await FindAsync("b"))!.Json.ShouldBe("""{"n":1}""");
        (await FindAsync("c"))!.Json.ShouldBe("""{"n":1}""");
    }

    [SkippableFact]
    public async Task A_deletion_obeys_its_precondition_and_is_answered_with_an_empty_version()
    {
        var version = (await CommitAsync(Put("a", "{}"))).Versions[0];

        (await ConflictAsync(Delete("a", Precondition.VersionIs(version + "0")))).ShouldBe(At("a"));
        (await CommitAsync(Delete("a", Precondition.VersionIs(version)))).Versions.ShouldBe([string.Empty]);

        (await FindAsync("a")).ShouldBeNull();
        (await IdsAsync(new DocumentQuery("units"))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Deleting_what_is_not_there_succeeds()
    {
        (await CommitAsync(Delete("a"))).Versions.ShouldBe([string.Empty]);
    }

    [SkippableFact]
    public async Task The_same_id_in_another_collection_is_another_document()
    {
        await CommitAsync(Put("a", """{"n":1}"""));

        (await Store.GetAsync(At("a", "ledger"), default)).Document.ShouldBeNull();
    }

    [SkippableFact]
    public async Task Store_time_is_utc_and_does_not_go_back_from_call_to_call()
    {
        var before = (await Store.GetAsync(At("a"), default)).StoreTime;
        var commit = (await CommitAsync(Put("a", "{}"))).StoreTime;
        var after = (await Store.GetAsync(At("a"), default)).StoreTime;

        before.Offset.ShouldBe(TimeSpan.Zero);
        commit.ShouldBeGreaterThanOrEqualTo(before);
        after.ShouldBeGreaterThanOrEqualTo(commit);
    }

    [SkippableFact]
    public async Task A_large_document_is_kept_whole()
    {
        var body = $$"""{"text":"{{new string('x', 500_000)}}"}""";

        await CommitAsync(Put("a", body));

        (await FindAsync("a"))!.Json.ShouldBe(body);
    }

    [SkippableTheory]
    [InlineData("""[1]""")]
    [InlineData("""1""")]
    [InlineData("""{"a":""")]
    [InlineData("")]
    public async Task A_body_that_is_no_json_object_is_refused(string body)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync([Put("b", "{}"), Put("a", body)], default));

        (await FindAsync("b")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Two_writes_of_one_document_in_one_commit_are_refused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync([Put("a", "{}"), Delete("a")], default));
    }

    [SkippableTheory]
    [InlineData("units", "a/b")]
    [InlineData("units", "")]
    [InlineData("units", "..")]
    [InlineData("units", "__a__")]
    [InlineData("Units", "a")]
    [InlineData("un/its", "a")]
    public async Task A_path_that_not_every_store_could_hold_is_refused(string collection, string id)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.GetAsync(At(id, collection), default));
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync([Put(id, "{}", null, collection)], default));
    }

    [SkippableFact]
    public async Task A_call_that_was_cancelled_before_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.CommitAsync([Put("a", "{}")], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.GetAsync(At("a"), cancelled));

        (await FindAsync("a")).ShouldBeNull();
    }
}
