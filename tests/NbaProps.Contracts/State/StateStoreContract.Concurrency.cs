using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

public abstract partial class StateStoreContract
{
    [SkippableFact]
    public async Task What_one_instance_committed_another_reads_at_once()
    {
        for (var n = 0; n < Rounds(20); n++)
        {
            var version = (await CommitAsync(Put("a", $$"""{"n":{{n.ToString(CultureInfo.InvariantCulture)}}}"""))).Versions[0];

            (await Other.GetAsync(At("a"), default)).Document!.Version.ShouldBe(version);
            (await Other.QueryAsync(new DocumentQuery("units"), default)).ShouldHaveSingleItem().Version.ShouldBe(version);
        }
    }

    [SkippableFact]
    public async Task Of_many_that_commit_one_document_exactly_one_wins_per_version()
    {
        const int Committers = 8;
        var wins = Rounds(10);
        await CommitAsync(Put("counter", """{"n":0}"""));
        var replaced = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, Committers).Select(committer => Task.Run(async () =>
        {
            var store = committer % 2 == 0 ? Store : Other;
            for (var won = 0; won < wins;)
            {
                var document = (await store.GetAsync(At("counter"), default)).Document!;
                var next = JsonDocument.Parse(document.Json).RootElement.GetProperty("n").GetInt32() + 1;
                var write = Put("counter", $$"""{"n":{{next.ToString(CultureInfo.InvariantCulture)}}}""", Precondition.VersionIs(document.Version));
                if (await store.CommitAsync([write], default) is CommitResult.Committed)
                {
                    replaced.Add(document.Version);
                    won++;
                }
            }
        })));

        (await FindAsync("counter"))!.Json.ShouldBe($$"""{"n":{{(Committers * wins).ToString(CultureInfo.InvariantCulture)}}}""");
        replaced.Count.ShouldBe(Committers * wins);
        replaced.Distinct(StringComparer.Ordinal).Count().ShouldBe(Committers * wins);
    }

    [SkippableFact]
    public async Task Of_many_that_create_one_document_exactly_one_succeeds()
    {
        for (var round = 0; round < Rounds(10); round++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"round{round}");
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
                (n % 2 == 0 ? Store : Other).CommitAsync([Put(id, "{}", Precondition.Absent)], default))));

            outcomes.Count(outcome => outcome is CommitResult.Committed).ShouldBe(1);
        }
    }

    [SkippableFact]
    public virtual async Task A_commit_of_two_documents_is_never_seen_by_half()
    {
        await CommitAsync(Put("a", """{"n":0}"""), Put("b", """{"n":0}"""));
        var writing = Task.Run(async () =>
        {
            for (var n = 1; n <= Rounds(100); n++)
            {
                var body = $$"""{"n":{{n.ToString(CultureInfo.InvariantCulture)}}}""";
                await CommitAsync(Put("a", body), Put("b", body));
            }
        });

        while (!writing.IsCompleted)
        {
            var both = await Other.QueryAsync(new DocumentQuery("units"), default);
            both[0].Json.ShouldBe(both[1].Json);
        }

        await writing;
    }

    [SkippableFact]
    public async Task Commits_of_different_documents_all_succeed_together()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() =>
            (n % 2 == 0 ? Store : Other).CommitAsync([Put(n.ToString("000", CultureInfo.InvariantCulture), "{}", Precondition.Absent)], default))));

        outcomes.ShouldAllBe(outcome => outcome is CommitResult.Committed);
        outcomes.OfType<CommitResult.Committed>().Select(committed => committed.Versions[0]).Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        (await IdsAsync(new DocumentQuery("units"))).Length.ShouldBe(200);
    }
}
