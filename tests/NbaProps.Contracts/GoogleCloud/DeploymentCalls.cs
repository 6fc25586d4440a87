using System.Text.Json.Nodes;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Policies;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.GoogleCloud.Run;
using NbaProps.GoogleCloud.Scheduler;
using NbaProps.GoogleCloud.Secrets;
using NbaProps.GoogleCloud.Verification;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>The calls of a deployment and of a verification, each by the method that makes it.</summary>
internal static class DeploymentCalls
{
    private const string Run = "verify_20260115180000_0a1b2c";
    private const string Dashed = "nbaprops-verify-20260115180000-0a1b2c";

    /// <summary>Calls of <c>deploy diff</c> and <c>deploy apply</c> about services and schedules.</summary>
    public static IReadOnlyList<GoogleCall> Services { get; } =
    [
        new("Cloud Run get service", asked => Is(asked, "GET", "/services/analytics"), async calls => await Cloud(calls).FindAsync("analytics", default) is null ? "no such service" : "done"),
        new("Cloud Run get revision", asked => Is(asked, "GET", "/revisions/analytics-1"), async calls => await Cloud(calls).FindRevisionAsync("analytics-1", default) is null ? "no such revision" : "done"),
        new("Cloud Run create service", asked => Is(asked, "POST", "/services"), calls => DoneAsync(Cloud(calls).CreateAsync([], default))),
        new("Cloud Run replace service", asked => Is(asked, "PUT", "/services/analytics"), calls => DoneAsync(Cloud(calls).ChangeAsync("analytics", [], default))),
        new("Cloud Scheduler list jobs", asked => Is(asked, "GET", "/jobs"), calls => DoneAsync(Jobs(calls).ListAsync(default))),
        new("Cloud Scheduler create job", asked => Is(asked, "POST", "/jobs"), calls => DoneAsync(Jobs(calls).CreateAsync(Job(), default))),
        new("Cloud Scheduler patch job", asked => Is(asked, "PATCH", "/jobs/tick"), calls => DoneAsync(Jobs(calls).PatchAsync(Job(), default))),
        new("Cloud Scheduler resume job", asked => Is(asked, "POST", "/jobs/tick:resume"), calls => DoneAsync(Jobs(calls).ResumeAsync("projects/p/locations/r/jobs/tick", default))),
    ];

    /// <summary>Calls of <c>deploy diff</c> and <c>deploy apply</c> about messages, secrets and rights. Rights on a topic are asked by GET, those in a project by POST.</summary>
    public static IReadOnlyList<GoogleCall> Rights { get; } =
    [
        new("Pub/Sub list topics", asked => Is(asked, "GET", "/topics"), CompareAsync),
        new("Pub/Sub list subscriptions", asked => Is(asked, "GET", "/subscriptions"), CompareAsync),
        new("Secret Manager get version", asked => Is(asked, "GET", "/versions/latest"), async calls => await new SecretVersions(calls.Client(), "p").WhyNotAsync("key", default) is null ? "done" : "no such secret") { Answer = _ => """{"state":"ENABLED"}""" },
        new("get policy of a topic", asked => asked.Method == "GET" && asked.Path.Contains(":getIamPolicy", StringComparison.Ordinal), calls => PolicyAsync(calls, "topic")),
        new("get policy of a project", asked => asked.Method == "POST" && asked.Path.Contains(":getIamPolicy", StringComparison.Ordinal), calls => PolicyAsync(calls, "project")),
        new("set policy", asked => asked.Path.EndsWith(":setIamPolicy", StringComparison.Ordinal), calls => DoneAsync(Policies(calls).WriteAsync("service", "analytics", new JsonObject { ["etag"] = "a" }, default))),
    ];

    /// <summary>Calls of <c>deploy verify</c> besides those of the adapters: what is made for it is looked for and deleted.</summary>
    public static IReadOnlyList<GoogleCall> Scratch { get; } =
    [
        new("Cloud Storage make bucket", asked => asked.Method == "POST" && asked.Path.StartsWith("/storage/v1/b?", StringComparison.Ordinal), calls => DoneAsync(ScratchBucket.MakeAsync(calls.Client(), new VerificationPlan(Run, "US", Project), default))),
        new("Cloud Storage list buckets", asked => asked.Method == "GET" && asked.Path.StartsWith("/storage/v1/b?", StringComparison.Ordinal), SweepAsync) { Answer = Left },
        new("Cloud Storage delete", asked => Is(asked, "DELETE", $"/o/{Dashed}"), SweepAsync) { Answer = Left },
        new("Cloud Storage delete bucket", asked => Is(asked, "DELETE", $"/b/{Dashed}"), SweepAsync) { Answer = Left },
        new("BigQuery list datasets", asked => Is(asked, "GET", "/datasets"), SweepAsync) { Answer = Left },
        new("BigQuery delete dataset", asked => asked.Method == "DELETE" && asked.Path.Contains("/datasets/", StringComparison.Ordinal), SweepAsync) { Answer = Left },
        new("Pub/Sub delete", asked => asked.Method == "DELETE" && asked.Path.Contains("/topics/", StringComparison.Ordinal), SweepAsync) { Answer = Left },
        new("Firestore list collections", asked => asked.Path.EndsWith(":listCollectionIds", StringComparison.Ordinal), SweepAsync) { Answer = Left },
    ];

    private static GoogleCloudOptions Project => new() { ProjectId = "p" };

    private static bool Is(Asked asked, string method, string end) => asked.Method == method && asked.Path.EndsWith(end, StringComparison.Ordinal);

    private static CloudRunServices Cloud(GoogleCalls calls) => new(calls.Client(), "p");

    private static SchedulerJobs Jobs(GoogleCalls calls) => new(calls.Client(), "p", "r");

    private static JsonObject Job() => new() { ["name"] = "projects/p/locations/r/jobs/tick" };

    private static ResourcePolicies Policies(GoogleCalls calls) => new(new PolicyWays(calls.Client(), calls.Client(), calls.Client(), calls.Client(), calls.Client()), "p", "r");

    private static async Task<string> PolicyAsync(GoogleCalls calls, string kind) => await Policies(calls).FindAsync(kind, "games", default) is null ? "no such thing" : "done";

    private static async Task<string> CompareAsync(GoogleCalls calls) => (await new LiveSubscriptions(calls.Client(), "p", new PubSubOptions()).CompareAsync([], [], default)).Count == 2 ? "done" : "made up";

    private static async Task<string> SweepAsync(GoogleCalls calls)
    {
        var swept = await new ScratchSweep(new GoogleWays(calls.Client(), calls.Client(), calls.Client(), calls.Client()), Project).DeleteAsync(run => run == Run, default);
        return swept.Left.Count == 0 ? "done" : "named as left";
    }

    private static async Task<string> DoneAsync(Task call)
    {
        await call;
        return "done";
    }

    // Everything that lists are asked for: each reads its own.
    private static string Left(Asked asked) => asked.Path.EndsWith(":runQuery", StringComparison.Ordinal)
        ? """[{"readTime":"2026-01-15T18:00:00.000001Z"}]"""
        : $$$"""{"datasets":[{"datasetReference":{"datasetId":"nbaprops_{{{Run}}}"}}],"topics":[{"name":"projects/p/topics/{{{Dashed}}}-t1-games"}],"collectionIds":["{{{Run}}}_t1_units"],"items":[{"name":"{{{Dashed}}}"}]}""";
}
