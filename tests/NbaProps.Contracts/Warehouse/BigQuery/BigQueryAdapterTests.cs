using System.Text;
using System.Text.Json;

using NbaProps.Contracts.GoogleCloud;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.BigQuery;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Contracts.Warehouse.BigQuery;

/// <summary>What BigQuery's adapter asks for, and how it takes what comes.</summary>
public sealed class BigQueryAdapterTests : WarehouseFixture
{
    private CloudDouble _cloud = null!;

    private BigQueryDouble Google => _cloud.Server.BigQuery;

    public override async Task InitializeAsync()
    {
        _cloud = await CloudDouble.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync() => await _cloud.DisposeAsync();

    [SkippableFact]
    [Trait("Part", "emulators")]
    public async Task Requests_are_held_against_Googles_description_field_by_field()
    {
        CloudDouble.RequireDescriptions();
        await using var other = await GoogleDoubleServer.StartAsync();
        using var http = new HttpClient { BaseAddress = other.Address };

        foreach (var (path, body) in new[]
        {
            ("bigquery/v2/projects/p/queries", """{"query":"SELECT 1","useLegacySql":false,"surprise":1}"""),
            ("bigquery/v2/projects/p/queries", """{"query":"SELECT 1","useLegacySql":"false"}"""),
            ("bigquery/v2/projects/p/jobs", """{"configuration":{"jobTimeoutMs":"soon"}}"""),
            ("bigquery/v2/projects/p/jobs?locations=US", "{}"),
            ("bigquery/v2/projects/p/nothing", "{}"),
            ("storage/v1/b/archive/o?nam=x", "{}"),
            ("upload/storage/v1/b/archive/o?uploadType=multipart", """{"names":"x"}"""),
        })
        {
            var before = other.Objections.Count;
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(path, content);

            ((int)answer.StatusCode).ShouldBe(400, path);
            other.Objections.Count.ShouldBeGreaterThan(before, $"{path} {body}");
        }
    }

    [Fact]
    public async Task The_double_refuses_every_other_statement()
    {
        using var http = new HttpClient { BaseAddress = _cloud.Server.Address };
        foreach (var sql in new[] { "DELETE FROM `example-project.contract.samples` WHERE TRUE", "SELECT * FROM `example-project.contract.samples`", "SELECT 1; SELECT 2" })
        {
            using var content = new StringContent(JsonSerializer.Serialize(new { query = sql, useLegacySql = false, location = "US" }), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync("bigquery/v2/projects/example-project/queries", content);

            ((int)answer.StatusCode).ShouldBe(400);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("invalidQuery");
        }
    }

    [Fact]
    public void A_table_is_made_with_its_partitions_its_key_and_the_demand_for_a_filter()
    {
        var table = Google.Described("contract.samples");

        table.GetProperty("timePartitioning").GetRawText().ShouldBe("""{"type":"DAY","field":"game_date"}""");
        table.GetProperty("requirePartitionFilter").GetBoolean().ShouldBeTrue();
        table.GetProperty("tableConstraints").GetProperty("primaryKey").GetProperty("columns").EnumerateArray().Select(one => one.GetString()).ShouldBe(Samples.Key);
    }

    [Fact]
    [Trait("Incident", "I-04")]
    public async Task Short_content_is_one_job_long_content_two_and_no_load_goes_to_the_table_itself()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"));
        Google.Jobs.ShouldBe(["nbaprops-contract-samples-20260112-1"]);

        await _cloud.Warehouse(new() { LongestInline = 0 }).ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday, FirstGame), 2, Batch(2, Row(Monday, FirstGame, "b"))), default);

        Google.Jobs.Count.ShouldBe(3);
        Google.Jobs[2].ShouldBe("nbaprops-contract-samples-20260112-0022500560-2");
        var load = _cloud.Server.Requests.Single(request => request.Media is not null).Json.GetProperty("configuration").GetProperty("load");
        load.GetProperty("destinationTable").GetProperty("datasetId").GetString().ShouldBe("nbaprops_staging");
        var staging = Google.Tables.Single(name => name.Contains("nbaprops_staging", StringComparison.Ordinal));
        var left = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Google.Described(staging.Split('.', 2)[1]).GetProperty("expirationTime").GetString()!)) - _cloud.Time.GetUtcNow();
        left.ShouldBeInRange(TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        (await SamplesAsync()).ShouldBe(["b:"]);
    }

    [Fact]
    public async Task Nothing_is_loaded_for_a_staged_write_of_no_rows()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"));

        await _cloud.Warehouse(new() { LongestInline = 0 }).ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 2, Batch<Sample>(2)), default);

        Google.Jobs.Count.ShouldBe(2);
        (await SamplesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("backendError", "try again", true)]
    [InlineData("quotaExceeded", "too much", true)]
    [InlineData("invalidQuery", "Could not serialize access to table due to concurrent update", true)]
    [InlineData("invalidQuery", "Unrecognized name: x", false)]
    [InlineData("accessDenied", "no", false)]
    public async Task The_status_of_a_job_decides_and_a_failed_jobs_id_is_spent(string reason, string message, bool isTransient)
    {
        Google.JobErrors.Enqueue((reason, message));

        var failure = await Should.ThrowAsync<Exception>(() => ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a")));
        var again = await Should.ThrowAsync<Exception>(() => ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a")));

        failure.ShouldBeOfType(isTransient ? typeof(TransientException) : typeof(PermanentException));
        failure.Message.ShouldContain(reason);
        again.ShouldBeOfType(failure.GetType());
        Google.JobCount.ShouldBe(1);
        (await SamplesAsync()).ShouldBeEmpty();
        (await ReplaceAsync(Monday, 2, Row(Monday, FirstGame, "a", 2))).ShouldBe(FencedWrite.Written);
    }

    [Fact]
    public async Task A_load_that_failed_is_tried_again_under_another_id_and_a_bad_one_is_not()
    {
        var staged = _cloud.Warehouse(new() { LongestInline = 0 });
        Google.JobErrors.Enqueue(("backendError", "try again"));

        (await staged.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), default)).ShouldBe(FencedWrite.Written);
        Google.Jobs.Count.ShouldBe(3);

        Google.JobErrors.Enqueue(("invalid", "no such field"));
        await Should.ThrowAsync<PermanentException>(() => staged.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 2, Batch(2, Row(Monday, FirstGame, "b"))), default));
        Google.Jobs.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_job_that_does_not_end_is_of_unknown_fate()
    {
        Google.Pace = Pace.ByHand;
        var impatient = _cloud.Warehouse(new() { JobPatience = TimeSpan.FromSeconds(1), PollDelay = TimeSpan.FromMinutes(1) });

        await Should.ThrowAsync<TransientException>(() => impatient.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), default));
        await Should.ThrowAsync<TransientException>(() => impatient.SettleAsync(Samples, new Partition(Monday), 1, default));

        Google.IsCancelRequested("nbaprops-contract-samples-20260112-1").ShouldBeTrue();
    }

    [Fact]
    public async Task A_job_that_ran_out_of_time_is_no_sign_of_a_newer_token_and_one_that_was_settled_is()
    {
        Google.JobErrors.Enqueue(("stopped", "Job execution was cancelled: Job timed out"));
        await Should.ThrowAsync<TransientException>(() => ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a")));

        Google.Pace = Pace.ByHand;
        var job = "nbaprops-contract-samples-20260112-2";
        var impatient = _cloud.Warehouse(new() { JobPatience = TimeSpan.FromSeconds(1), PollDelay = TimeSpan.FromMinutes(1) });
        await Should.ThrowAsync<TransientException>(() => impatient.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 2, Batch(2, Row(Monday, FirstGame, "a"))), default));
        await Should.ThrowAsync<TransientException>(() => impatient.SettleAsync(Samples, new Partition(Monday), 2, default));
        Google.Finish(job, isStopped: true);

        (await ReplaceAsync(Monday, 2, Row(Monday, FirstGame, "a"))).ShouldBe(FencedWrite.Superseded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Of_a_job_is_asked_what_is_read_and_not_the_rows_that_it_was_sent_with(int inline)
    {
        Google.Pace = Pace.ByLooks;
        await _cloud.Warehouse(new() { LongestInline = inline }).ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), default);
        var jobs = _cloud.Server.Requests.Where(request => request.Path.Contains("/jobs", StringComparison.Ordinal)).ToArray();

        jobs.Select(request => request.Method).Distinct().ShouldBe(["POST", "GET"]);
        jobs.ShouldAllBe(request => request.Query["fields"] == "jobReference,status(state,errorResult),configuration/labels");
    }

    [Fact]
    public async Task Other_content_under_a_token_is_never_said_to_be_written()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 1));

        (await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a", 2))).ShouldBe(FencedWrite.Superseded);

        (await SamplesAsync()).ShouldBe(["a:1"]);
    }

    [Fact]
    public async Task A_read_of_one_page_needs_no_job_and_names_the_most_it_may_cost()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"));
        var before = Google.JobCount;

        await SamplesAsync();

        Google.JobCount.ShouldBe(before);
        var query = _cloud.Server.Requests[^1].Json;
        query.GetProperty("maximumBytesBilled").GetString().ShouldBe("10000000000");
        query.GetProperty("query").GetString()!.ShouldContain("WHERE `game_date` BETWEEN @from AND @to");
    }

    [Fact]
    public async Task A_query_that_takes_its_time_and_several_pages_is_read_to_its_end()
    {
        await ReplaceAsync(Monday, 1, [.. Enumerable.Range(0, 10).Select(n => Row(Monday, FirstGame, $"{n}", n))]);
        Google.Incomplete = 3;

        var rows = await _cloud.Warehouse(new() { RowsPerPage = 4 }).ReadAsync(new ReadRequest(Samples, ["number"], Both, []), default);

        rows.Rows.Select(row => row[0]).ShouldBe(Enumerable.Range(0, 10).Select(n => (object)(long)n));
    }

    [Fact]
    public async Task A_read_is_estimated_without_being_done()
    {
        await ReplaceAsync(Monday, 1, Row(Monday, FirstGame, "a"), Row(Monday, FirstGame, "b"));

        (await _cloud.Warehouse().EstimateAsync(new ReadRequest(Samples, ["number", "name"], Both, []), default)).ShouldBe(32);
        _cloud.Server.Requests[^1].Json.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    [Trait("Incident", "S-03")]
    public async Task A_staging_table_with_fourteen_columns_fewer_than_the_table_merges()
    {
        var narrow = Samples with { Name = "wide" };
        var wide = narrow with
        {
            Columns = [.. narrow.Columns, .. Enumerable.Range(1, 14).Select(n => new ColumnSchema($"later_{n}", ColumnType.Int64, Nullable: true, ColumnRole.Content, "Added later."))],
        };
        await Warehouse.ApplySchemaAsync(wide, default);
        var staged = _cloud.Warehouse(new() { LongestInline = 0 });

        (await staged.ReplaceAsync(new PartitionWrite(narrow, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a", 7))), default)).ShouldBe(FencedWrite.Written);

        var read = await Warehouse.ReadAsync(new ReadRequest(wide, ["name", "number", "later_1", "later_14", "token"], Both, []), default);
        read.Rows.ShouldHaveSingleItem().ShouldBe(["a", 7L, null, null, 1L]);
        var staging = Google.Tables.Single(name => name.Contains("__wide__", StringComparison.Ordinal)).Split('.', 2)[1];
        (Google.Dump("contract.wide").Columns.Count - Google.Dump(staging).Columns.Count).ShouldBe(14);
    }

    [Fact]
    public async Task Columns_are_added_on_what_was_read_and_what_others_set_stays()
    {
        var newer = Samples with { Columns = [.. Samples.Columns, new ColumnSchema("later", ColumnType.String, Nullable: true, ColumnRole.Content, "Added later.")] };
        var patches = 0;
        _cloud.Server.Fault = request => Task.FromResult(request.Method is "PATCH" && ++patches == 1 ? DoubleFault.Of(412, "conditionNotMet") : null);

        await Should.ThrowAsync<TransientException>(() => Warehouse.ApplySchemaAsync(newer, default));
        await Warehouse.ApplySchemaAsync(newer, default);

        var patch = _cloud.Server.Requests.Last(request => request.Method is "PATCH");
        patch.Headers["If-Match"].ShouldBe("etag-1");
        patch.Json.GetProperty("schema").GetProperty("fields").GetArrayLength().ShouldBe(newer.Columns.Count);
    }

    [Fact]
    public async Task A_log_row_that_comes_twice_within_a_minute_is_one_and_later_two()
    {
        await Warehouse.AppendAsync(Events, Batch(1, Happened("a")), default);
        await Warehouse.AppendAsync(Events, Batch(2, Happened("a")), default);
        (await ReadAsync<LoggedEvent>()).Count.ShouldBe(1);

        Google.ForgetsInsertIds = true;
        await Warehouse.AppendAsync(Events, Batch(3, Happened("a")), default);
        (await ReadAsync<LoggedEvent>()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_append_goes_in_requests_of_five_hundred_rows_and_bad_rows_keep_their_place()
    {
        var batch = Batch(1, [.. Enumerable.Range(0, 1_100).Select(n => Happened("a", n))]);
        batch.Rows[3][2] = null;
        batch.Rows[1_099][2] = null;

        var outcome = await Warehouse.AppendAsync(Events, batch, default);

        outcome.Stored.ShouldBe(1_098);
        outcome.Refused.Select(row => row.Index).ShouldBe([3, 1_099]);
        _cloud.Server.Requests.Count(request => request.Path.EndsWith("insertAll", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Rows_that_BigQuery_refuses_are_named_and_those_it_could_not_take_now_are_tried_again()
    {
        var answers = new Queue<string>(
        [
            """{"insertErrors":[{"index":1,"errors":[{"reason":"invalid","location":"what","message":"no"}]}]}""",
            """{"insertErrors":[{"index":0,"errors":[{"reason":"timeout","message":"later"}]}]}""",
        ]);
        _cloud.Server.Fault = request => Task.FromResult<DoubleFault?>(DoubleFault.Answered(new DoubleAnswer(200, Encoding.UTF8.GetBytes(answers.Dequeue()))));

        var outcome = await Warehouse.AppendAsync(Events, Batch(1, Happened("a"), Happened("b")), default);
        outcome.Refused.ShouldHaveSingleItem().ShouldBe(new RefusedRow(1, "what invalid: no"));
        await Should.ThrowAsync<TransientException>(() => Warehouse.AppendAsync(Events, Batch(1, Happened("a")), default));
    }

    [Fact]
    public async Task A_game_can_only_be_written_where_the_key_tells_games_apart()
    {
        var careless = Samples with { Name = "careless", Key = ["game_date", "name"] };

        await Should.ThrowAsync<PermanentException>(() =>
            Warehouse.ReplaceAsync(new PartitionWrite(careless, new Partition(Monday, FirstGame), 1, Batch(1, Row(Monday, FirstGame, "a"))), default));
    }

    [Fact]
    [Trait("Incident", "I-04")]
    public async Task Four_fifths_of_a_limit_are_told_once_and_a_new_day_counts_anew()
    {
        var quota = new BigQueryQuota(_cloud.Time, _cloud.QuotaLog);
        for (var n = 0; n < 1_300; n++)
            quota.Loaded("contract.samples");
        _cloud.QuotaLog.Lines.ShouldHaveSingleItem().Text.ShouldBe("contract.samples: 1200 load jobs today, BigQuery's limit is 1500");

        var staged = _cloud.Warehouse(new() { LongestInline = 0 }, quota);
        await staged.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 1, Batch(1, Row(Monday, FirstGame, "a"))), default);
        await staged.ReplaceAsync(new PartitionWrite(Samples, new Partition(Monday), 2, Batch<Sample>(2)), default);

        quota.Today[("contract.samples", "load jobs")].ShouldBe(1_301);
        quota.Today[("contract.samples", "partition modifications")].ShouldBe(2);
        quota.Today[("contract.samples", "DML statements")].ShouldBe(2);
        var clock = new ManualTime();
        var daily = new BigQueryQuota(clock, _cloud.QuotaLog);
        daily.Loaded("x");
        clock.Now += TimeSpan.FromDays(1);
        daily.Today.ShouldBeEmpty();
    }

    protected override IWarehouse Open() => _cloud.Warehouse();
}
