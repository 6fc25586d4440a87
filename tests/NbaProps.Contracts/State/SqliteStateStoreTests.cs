using Microsoft.Data.Sqlite;

using NbaProps.Embedded;
using NbaProps.Embedded.Sqlite;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

public sealed class SqliteStateStoreTests : StateStoreContract
{
    private readonly ManualTime _time = new();
    private readonly TestFolder _folder = new();
    private readonly List<SqliteStateStore> _stores = [];

    public override async Task DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Store_time_is_the_clock_that_was_handed_in()
    {
        _time.Now = _time.Now.AddMinutes(7);

        (await Store.GetAsync(At("a"), default)).StoreTime.ShouldBe(_time.Now);
        (await CommitAsync(Put("a", "{}"))).StoreTime.ShouldBe(_time.Now);
    }

    [Fact]
    public async Task Documents_are_there_after_the_store_was_closed_and_opened_again_and_versions_go_on()
    {
        var version = (await CommitAsync(Put("a", """{"n":1}"""))).Versions[0];
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        var again = await OpenAsync();

        (await again.GetAsync(At("a"), default)).Document.ShouldBe(new Document(At("a"), """{"n":1}""", version));
        var committed = (await again.CommitAsync([Put("a", "{}")], default)).ShouldBeOfType<CommitResult.Committed>();
        committed.Versions[0].ShouldNotBe(version);
    }

    [Fact]
    public async Task A_file_that_another_process_keeps_busy_is_a_transient_error_and_reads_go_on()
    {
        await CommitAsync(Put("a", "{}"));
        var impatient = Open(_folder.Options with { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await using (var holder = Raw())
        {
            await ExecuteAsync(holder, "BEGIN IMMEDIATE");

            var error = await Should.ThrowAsync<TransientException>(() => impatient.CommitAsync([Put("a", """{"n":2}""")], default));
            error.Message.ShouldContain("orchestration.db");
            (await Store.GetAsync(At("a"), default)).Document!.Json.ShouldBe("{}");
        }

        (await impatient.CommitAsync([Put("a", """{"n":2}""")], default)).ShouldBeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task A_full_disk_is_a_transient_error_and_what_was_there_stays()
    {
        var small = Open(_folder.Options with { MaxPageCount = 50 });
        await small.CommitAsync([Put("kept", "{}")], default);
        var large = $$"""{"text":"{{new string('x', 400_000)}}"}""";

        var error = await Should.ThrowAsync<TransientException>(() => small.CommitAsync([Put("kept", """{"n":1}"""), Put("large", large)], default));

        error.Message.ShouldContain("full");
        (await small.GetAsync(At("kept"), default)).Document!.Json.ShouldBe("{}");
        (await small.GetAsync(At("large"), default)).Document.ShouldBeNull();
        (await small.CommitAsync([Put("kept", """{"n":2}""")], default)).ShouldBeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task A_commit_that_fails_does_not_undo_those_that_share_its_flush()
    {
        var small = Open(_folder.Options with { MaxPageCount = 100 });
        await small.CommitAsync([Put("first", "{}")], default);
        var large = $$"""{"text":"{{new string('x', 800_000)}}"}""";

        var holder = Raw();
        await ExecuteAsync(holder, "BEGIN IMMEDIATE");
        var commits = Enumerable.Range(0, 20)
            .Select(n => Task.Run(() => small.CommitAsync([Put($"d{n}", n % 5 == 3 ? large : "{}")], default)))
            .ToArray();
        await ExecuteAsync(holder, "ROLLBACK");
        await holder.DisposeAsync();

        for (var n = 0; n < commits.Length; n++)
        {
            if (n % 5 == 3)
            {
                await Should.ThrowAsync<TransientException>(commits[n]);
            }
            else
            {
                (await commits[n]).ShouldBeOfType<CommitResult.Committed>();
            }
        }

        (await small.QueryAsync(new DocumentQuery("units"), default)).Count.ShouldBe(17);
    }

    [Fact]
    public async Task More_different_statements_than_are_kept_are_answered_each_with_its_own_values()
    {
        for (var n = 0; n < 5; n++)
        {
            await CommitAsync(Put($"{n}", """{"n":1}"""));
        }

        for (var limit = 1; limit <= 300; limit++)
        {
            (await Store.QueryAsync(new DocumentQuery("units", FromId: "1", Limit: limit), default)).Count.ShouldBe(Math.Min(limit, 4));
            (await Store.QueryAsync(new DocumentQuery("units", FromId: "3", Limit: limit), default)).Count.ShouldBe(Math.Min(limit, 2));
        }
    }

    [Fact]
    public async Task Documents_that_need_attention_are_found_by_an_index()
    {
        await CommitAsync(Put("a", """{"attention":true}"""));
        await using var connection = Raw();
        await using var command = connection.CreateCommand();
        var (sql, parameters) = DocumentSql.Select(new DocumentQuery("units", Field: "attention", Value: true));
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeTrue();
        reader.GetString(3).ShouldContain("documents_attention");
        (await reader.ReadAsync()).ShouldBeFalse("nothing is sorted");
    }

    [Fact]
    public async Task A_store_that_was_closed_refuses_commits()
    {
        var store = Open(_folder.Options);
        await store.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => store.CommitAsync([Put("a", "{}")], default));
    }

    protected override Task<IStateStore> OpenAsync() => Task.FromResult<IStateStore>(Open(_folder.Options));

    private SqliteStateStore Open(EmbeddedOptions options)
    {
        var store = new SqliteStateStore(options, _time);
        _stores.Add(store);
        return store;
    }

    private SqliteConnection Raw()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "orchestration.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
