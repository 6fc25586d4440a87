using System.Text.Json;

using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

/// <summary>Documents that are read together.</summary>
public abstract partial class StateStoreContract
{
    [Fact]
    public async Task Reading_together_answers_for_each_path_in_its_order_whether_there_is_a_document_or_not()
    {
        var committed = await CommitAsync(Put("a", """{"n":1}"""), Put("b", """{"n":2}"""), Put("a", """{"n":3}""", collection: "ledger"));
        var reads = await Store.GetAllAsync([At("b"), At("nobody"), At("a", "ledger"), At("a"), At("b")], default);

        reads.Select(read => read.Document?.Path).ShouldBe([At("b"), null, At("a", "ledger"), At("a"), At("b")]);
        reads.Select(read => read.Document?.Version).ShouldBe([committed.Versions[1], null, committed.Versions[2], committed.Versions[0], committed.Versions[1]]);
        reads[0].Document!.Json.ShouldBe("""{"n":2}""");
        reads.Select(read => read.StoreTime).Distinct().Count().ShouldBe(1);
        reads[0].StoreTime.ShouldBeGreaterThanOrEqualTo(committed.StoreTime);
    }

    [Fact]
    public async Task Reading_nothing_together_answers_nothing_and_nothing_is_there_before_the_first_commit()
    {
        (await Store.GetAllAsync([], default)).ShouldBeEmpty();
        (await Store.GetAllAsync([At("a"), At("b")], default)).Select(read => read.Document).ShouldBe([null, null]);
    }

    [Fact]
    public async Task Ids_of_any_text_are_found_together()
    {
        string[] ids = ["nba_schedule|2026-01-15|~", "\"quoted\" \\ and 'so'", "ümlaut 漢字", "[0]"];
        await CommitAsync([.. ids.Select(id => Put(id, """{"n":1}"""))]);
        (await Store.GetAllAsync([.. ids.Select(id => At(id))], default)).Select(read => read.Document?.Path.Id).ShouldBe(ids);
    }

    [Fact]
    public async Task A_bad_path_among_others_is_refused() =>
        (await Should.ThrowAsync<ArgumentException>(() => Store.GetAllAsync([At("a"), At("a/b")], default))).Message.ShouldContain("a/b");

    [Fact]
    public async Task Reading_together_sees_of_each_document_what_was_committed_before_while_others_commit()
    {
        await CommitAsync(Put("a", Numbered(0)), Put("b", Numbered(0)));
        var committed = 0;
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writer = Task.Run(async () =>
        {
            await looked.Task;
            for (var round = 1; round <= Rounds(200); round++)
            {
                await Other.CommitAsync([Put("a", Numbered(round)), Put("b", Numbered(round))], default);
                Volatile.Write(ref committed, round);
            }
        });
        while (!writer.IsCompleted)
        {
            var before = Volatile.Read(ref committed);
            foreach (var read in await Store.GetAllAsync([At("a"), At("b")], default))
            {
                NumberIn(read).ShouldBeGreaterThanOrEqualTo(before);
            }

            looked.TrySetResult();
        }

        await writer;
        (await Store.GetAllAsync([At("a"), At("b")], default)).Select(NumberIn).ShouldBe([Rounds(200), Rounds(200)]);
    }

    private static string Numbered(int number) => $$"""{"n":{{number}}}""";

    private static int NumberIn(StateRead read) => JsonDocument.Parse(read.Document!.Json).RootElement.GetProperty("n").GetInt32();
}
