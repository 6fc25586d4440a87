using System.Text;
using System.Text.Json.Nodes;

using NbaProps.EndToEnd.Support;
using NbaProps.GoogleCloud.Emulators;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Storage;

namespace NbaProps.EndToEnd;

/// <summary>The promises that a real project is asked for, asked of the emulators and the double.</summary>
[Trait("Part", "emulators")]
public sealed class DeployVerifyTests : IAsyncLifetime
{
    private EmulatorProcess? _pubSub;
    private EmulatorProcess? _firestore;
    private GoogleDoubleServer _google = null!;

    public async Task InitializeAsync()
    {
        _google = await GoogleDoubleServer.StartAsync();
        if (Emulator.PubSub.Find(GoogleCloudSdk.Root) is { } pubSub && Emulator.Firestore.Find(GoogleCloudSdk.Root) is { } firestore)
        {
            _pubSub = await EmulatorProcess.StartAsync(Emulator.PubSub, pubSub, default);
            _firestore = await EmulatorProcess.StartAsync(Emulator.Firestore, firestore, default);
        }
    }

    public async Task DisposeAsync()
    {
        await _google.DisposeAsync();
        if (_pubSub is not null)
            await _pubSub.DisposeAsync();
        if (_firestore is not null)
            await _firestore.DisposeAsync();
    }

    [SkippableFact]
    public async Task Every_promise_holds_and_nothing_is_left()
    {
        Require();

        var verified = Verify();

        verified.ExitCode.ShouldBe(0, verified.Output);
        foreach (var port in new[] { "warehouse", "bus", "state", "objects" })
            verified.Output.Split('\n').Count(line => line.TrimStart().StartsWith(port, StringComparison.Ordinal) && line.Contains("passed", StringComparison.Ordinal)).ShouldBeGreaterThan(3, port);
        verified.Output.ShouldContain("25 of 25 passed. Not proven by this:");

        // Whoever left an emulator in the configuration must not take its answers for the project's.
        foreach (var standIn in new[] { "Firestore", "Pub/Sub", "BigQuery", "Cloud Storage" })
            verified.Output.ShouldContain($"anything of Google's own {standIn}: ");
        await NothingIsLeftAsync();
        _google.Objections.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_service_that_breaks_its_promise_is_named_and_what_was_made_is_deleted()
    {
        Require();

        // As if an id could be used twice: the fence is said to stand and does not.
        _google.Fault = request => Task.FromResult(
            request is { Method: "POST" } && request.Text.Contains("\"nbaprops_kind\":\"fence\"", StringComparison.Ordinal) ? DoubleFault.Answered(new DoubleAnswer(200, Pretended(request))) : null);

        var verified = Verify("--json");

        verified.ExitCode.ShouldBe(1);
        var failed = JsonNode.Parse(verified.Output)!["promises"]!.AsArray().Where(promise => !promise!["passed"]!.GetValue<bool>()).ToArray();
        var one = failed.ShouldHaveSingleItem()!;
        (one["port"]!.ToString(), one["promise"]!.ToString(), one["reason"]!.ToString()).ShouldBe(
            ("warehouse", "after a token was settled nothing under it becomes visible", "a write under token 4 was Written, expected Superseded"));
        await NothingIsLeftAsync();
    }

    [SkippableFact]
    public async Task What_cannot_be_made_fails_whole_and_the_other_ports_are_asked_all_the_same()
    {
        Require();
        _google.Fault = request => Task.FromResult(request is { Method: "POST", Path: "/storage/v1/b" } ? DoubleFault.Of(403, "forbidden") : null);

        var verified = Verify();

        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("not asked, its resources could not be made: Cloud Storage make bucket: 403");
        verified.Output.ShouldContain("20 of 25 passed");
        await NothingIsLeftAsync();
    }

    [SkippableFact]
    public void What_is_to_be_kept_is_kept()
    {
        Require();

        Verify("--keep").ExitCode.ShouldBe(0);

        _google.BigQuery.Datasets.Count.ShouldBe(2);
        _google.Storage.Buckets.Count.ShouldBe(2);
    }

    [Fact]
    public void Without_a_project_nothing_is_asked()
    {
        var missing = CommandLine.RunHere("deploy", "verify");
        (missing.ExitCode, missing.Errors).ShouldBe((2, "--project is missing: accepted is the project's id, such as my-project-1\n"));
        var wrong = CommandLine.RunHere("deploy", "verify", "--project", "No Project");
        (wrong.ExitCode, wrong.Errors).ShouldBe((2, "--project No Project is none: accepted is the project's id, such as my-project-1\n"));
    }

    private void Require() => Skip.If(_pubSub is null || _firestore is null, "Google's Pub/Sub and Firestore emulators are not installed: they come with Google's command line (gcloud).");

    private CommandResult Verify(params string[] more) => CommandLine.RunHere(
    [
        "deploy", "verify", "--project", "example-project", .. more,
        "--set", $"GoogleCloud:PubSubEmulator={_pubSub!.Host}", "--set", $"GoogleCloud:FirestoreEmulator={_firestore!.Host}",
        "--set", $"GoogleCloud:BigQueryEmulator={_google.Address.Authority}", "--set", $"GoogleCloud:StorageEmulator={_google.Address.Authority}",
    ]);

    private async Task NothingIsLeftAsync()
    {
        _google.BigQuery.Datasets.ShouldBeEmpty();
        _google.Storage.Buckets.ShouldBe([StorageDouble.Bucket]);
        using var http = new HttpClient();
        foreach (var kind in new[] { "topics", "subscriptions" })
            (await http.GetStringAsync($"http://{_pubSub!.Host}/v1/projects/example-project/{kind}")).ShouldNotContain("verify");
        var run = new StringContent("""{"pageSize":10}""", Encoding.UTF8, "application/json");
        http.DefaultRequestHeaders.Authorization = new("Bearer", "owner");
        using var collections = await http.PostAsync($"http://{_firestore!.Host}/v1/projects/example-project/databases/(default)/documents:listCollectionIds", run);
        collections.EnsureSuccessStatusCode();
        (await collections.Content.ReadAsStringAsync()).ShouldNotContain("verify");
    }

    private static byte[] Pretended(DoubleRequest request) => Bytes(new JsonObject
    {
        ["jobReference"] = JsonNode.Parse(request.Json.GetProperty("jobReference").GetRawText()), ["status"] = new JsonObject { ["state"] = "DONE" },
    });

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
