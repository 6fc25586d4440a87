using System.Text.Json.Nodes;

using NbaProps.Cli.Commands;
using NbaProps.Cli.Running;
using NbaProps.EndToEnd.Support;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Storage;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>The suites that a real project is asked, run as its owner runs them, on the emulators and the double as if they were the project.</summary>
[Trait("Part", "emulators")]
public sealed class DeployVerifyTests(StartedEmulators emulators) : IClassFixture<StartedEmulators>, IAsyncLifetime
{
    private const string Older = "verify_20260101120000_0a1b2c";

    private GoogleDoubleServer _google = null!;

    public async Task InitializeAsync() => _google = await GoogleDoubleServer.StartAsync();

    public async Task DisposeAsync() => await _google.DisposeAsync();

    [SkippableFact]
    public async Task Every_promise_holds_and_nothing_is_left_of_it_nor_of_an_older_run()
    {
        emulators.Require();
        await LeaveAsync(Older);
        await LeaveAsync("verify_not-one-of-ours");

        // A table that was just made may be unknown to streaming.
        var unknown = 1;
        _google.Fault = request => Task.FromResult(
            request.Path.EndsWith("/insertAll", StringComparison.Ordinal) && Interlocked.Decrement(ref unknown) == 0 ? DoubleFault.Of(404, "notFound") : null);

        var verified = Verify();

        verified.ExitCode.ShouldBe(0, verified.Output + verified.Errors);
        Row(verified, "warehouse").ShouldBe(["90", "0", "0"]);
        Row(verified, "state").ShouldBe(["49", "0", "1"]);
        Row(verified, "objects").ShouldBe(["27", "0", "0"]);
        Row(verified, "bus").ShouldBe(["12", "0", "18"]);
        verified.Output.ShouldContain("bus: 16 left out: A status is what a push is answered with");
        verified.Output.ShouldContain("bus: 2 left out: Google's emulator keeps filters");
        verified.Output.ShouldContain("178 of 197 passed. Not proven by this:");

        // Whoever left an emulator in the configuration must not take its answers for the project's.
        foreach (var standIn in new[] { "Firestore", "Pub/Sub", "BigQuery", "Cloud Storage" })
            verified.Output.ShouldContain($"anything of Google's own {standIn}: ");
        verified.Output.ShouldContain(", and 3 of earlier runs.");
        await NothingIsLeftAsync();
        _google.Objections.ShouldBeEmpty();

        // What it costs (docs/01-architecture/google-cloud.md).
        _google.Requests.Count(request => request.Method == "POST" && (request.Path.EndsWith("/jobs", StringComparison.Ordinal) || request.Path.EndsWith("/queries", StringComparison.Ordinal))).ShouldBeLessThanOrEqualTo(400);
    }

    [SkippableFact]
    public void A_service_that_breaks_its_promise_is_named_and_what_is_to_be_kept_is_kept()
    {
        emulators.Require();

        // As if an object could be put twice: the second put is said to have made it.
        _google.Fault = request => Task.FromResult(
            request.Query.GetValueOrDefault("uploadType") == "multipart" && request.Text.Contains("\"by\":\"two\"", StringComparison.Ordinal) ? DoubleFault.Answered(new DoubleAnswer(200, Pretended(request))) : null);

        var verified = Verify("--port", "objects", "--keep");

        verified.ExitCode.ShouldBe(1);
        Row(verified, "objects").ShouldBe(["26", "1", "0"]);
        verified.Output.ShouldContain("objects: A second put under a path is success and keeps the first object");
        verified.Output.ShouldContain("PutOutcome.AlreadyThere");
        verified.Output.ShouldContain("26 of 27 passed");
        verified.Output.ShouldContain("Kept is all that has verify_");
        _google.Storage.Buckets.Count.ShouldBe(2);

        // Else deleted objects are kept for a week, and paid for.
        _google.Requests.Single(request => request is { Method: "POST", Path: "/storage/v1/b" }).Text.ShouldContain("\"softDeletePolicy\":{\"retentionDurationSeconds\":\"0\"}");
    }

    [SkippableFact]
    public async Task A_verification_that_is_broken_off_deletes_what_it_made()
    {
        emulators.Require();
        using var broken = new CancellationTokenSource();
        var uploads = 0;
        _google.Fault = async request =>
        {
            if (request.Query.ContainsKey("uploadType") && Interlocked.Increment(ref uploads) == 3)
                await broken.CancelAsync();
            return null;
        };

        var code = await NbaPropsCommand.RunAsync(Arguments("--port", "objects"), TextWriter.Null, TextWriter.Null, broken.Token);

        code.ShouldNotBe(0);
        uploads.ShouldBeGreaterThanOrEqualTo(3);
        await NothingIsLeftAsync();

        // Nor does what runs the suites go on.
        var asked = _google.Requests.Count;
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        _google.Requests.Count.ShouldBe(asked);
    }

    [SkippableFact]
    public void What_cannot_be_made_fails_its_whole_port_and_what_cannot_be_deleted_is_named()
    {
        emulators.Require();
        _google.BigQuery.Answer(Dataset($"nbaprops_{Older}"));
        _google.Fault = request => Task.FromResult(
            request is { Method: "POST", Path: "/storage/v1/b" } || request.Method == "DELETE" ? DoubleFault.Of(403, "forbidden") : null);

        var verified = Verify("--port", "objects", "--json");

        verified.ExitCode.ShouldBe(1);
        var found = JsonNode.Parse(verified.Output)!;
        found["holds"]!.GetValue<bool>().ShouldBeFalse();
        found["tests"]!.AsArray().Count.ShouldBeGreaterThan(20);
        found["tests"]!.AsArray().ShouldAllBe(test => test!["outcome"]!.ToString() == "failed" && test["reason"]!.ToString().Contains("Cloud Storage make bucket: 403"));
        found["left"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldStartWith($"of an earlier run: dataset nbaprops_{Older}: BigQuery delete dataset: 403");
    }

    [Fact]
    public void Without_a_project_a_port_or_the_repository_nothing_is_asked()
    {
        var missing = CommandLine.RunHere("deploy", "verify");
        (missing.ExitCode, missing.Errors).ShouldBe((2, "--project is missing: accepted is the project's id, such as my-project-1\n"));
        var wrong = CommandLine.RunHere("deploy", "verify", "--project", "No Project");
        (wrong.ExitCode, wrong.Errors).ShouldBe((2, "--project No Project is none: accepted is the project's id, such as my-project-1\n"));
        var port = CommandLine.RunHere("deploy", "verify", "--project", "my-project-1", "--port", "buses");
        (port.ExitCode, port.Errors).ShouldBe((2, "--port buses is none: accepted is warehouse, state, objects, bus\n"));

        using var folder = new TemporaryFolder();
        Should.Throw<UsageException>(() => ContractSuites.Find(folder.Path)).Message.ShouldContain("deploy verify runs the tests of the repository, and works in a copy of it only");
    }

    private CommandResult Verify(params string[] more) => CommandLine.RunHere(Arguments(more));

    private string[] Arguments(params string[] more) =>
    [
        "deploy", "verify", "--project", "example-project", "--no-build", .. more,
        "--set", $"GoogleCloud:PubSubEmulator={emulators.PubSub}", "--set", $"GoogleCloud:FirestoreEmulator={emulators.Firestore}",
        "--set", $"GoogleCloud:BigQueryEmulator={_google.Address.Authority}", "--set", $"GoogleCloud:StorageEmulator={_google.Address.Authority}",
    ];

    private static string[] Row(CommandResult verified, string port) =>
        verified.Output.Split('\n').Select(line => line.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries)).First(cells => cells.Length == 4 && cells[0] == port)[1..];

    // What a killed verification leaves: a dataset, a bucket and a topic.
    private async Task LeaveAsync(string run)
    {
        _google.BigQuery.Answer(Dataset($"nbaprops_{run}"));
        using var http = new HttpClient();
        (await http.PostAsync($"{_google.Address}storage/v1/b?project=example-project", Json(new JsonObject { ["name"] = $"nbaprops-{run.Replace('_', '-')}" }))).EnsureSuccessStatusCode();
        (await http.PutAsync($"http://{emulators.PubSub}/v1/projects/example-project/topics/nbaprops-{run.Replace('_', '-')}-t1-dead", Json([]))).EnsureSuccessStatusCode();
    }

    private async Task NothingIsLeftAsync()
    {
        _google.BigQuery.Datasets.ShouldAllBe(name => name.EndsWith("not-one-of-ours", StringComparison.Ordinal));
        _google.Storage.Buckets.Where(name => name != StorageDouble.Bucket).ShouldAllBe(name => name.EndsWith("not-one-of-ours", StringComparison.Ordinal));
        using var http = new HttpClient();
        foreach (var kind in new[] { "topics", "subscriptions" })
            (await http.GetStringAsync($"http://{emulators.PubSub}/v1/projects/example-project/{kind}")).ShouldNotContain("verify-2");
        http.DefaultRequestHeaders.Authorization = new("Bearer", "owner");
        using var collections = await http.PostAsync($"http://{emulators.Firestore}/v1/projects/example-project/databases/(default)/documents:listCollectionIds", Json(new JsonObject { ["pageSize"] = 10 }));
        collections.EnsureSuccessStatusCode();
        (await collections.Content.ReadAsStringAsync()).ShouldNotContain("verify");
    }

    private static StringContent Json(JsonObject json) => new(json.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static DoubleRequest Dataset(string name) => new(
        "POST", "/bigquery/v2/projects/example-project/datasets", new Dictionary<string, string>(), Bytes(new JsonObject
        {
            ["datasetReference"] = new JsonObject { ["projectId"] = "example-project", ["datasetId"] = name }, ["location"] = "US",
        }), Media: null, new Dictionary<string, string>());

    private static byte[] Pretended(DoubleRequest request) => Bytes(new JsonObject { ["name"] = request.Json.GetProperty("name").GetString(), ["crc32c"] = request.Json.GetProperty("crc32c").GetString() });

    private static byte[] Bytes(JsonObject json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
}
