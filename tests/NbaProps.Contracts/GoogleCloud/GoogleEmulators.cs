using System.Globalization;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Emulators;
using NbaProps.GoogleCloud.Http;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>Google's emulators, one process of each for the whole run of tests; each test has a project of its own in them.</summary>
internal static class GoogleEmulators
{
    private static readonly Lazy<Task<EmulatorProcess>> PubSubProcess = Starting(Emulator.PubSub);
    private static readonly Lazy<Task<EmulatorProcess>> FirestoreProcess = Starting(Emulator.Firestore);
    private static int _projects;

    /// <summary>Skips the calling test, visibly, where an emulator is not installed.</summary>
    public static void Require() => Skip.If(
        Emulator.PubSub.Find(GoogleCloudSdk.Root) is null || Emulator.Firestore.Find(GoogleCloudSdk.Root) is null,
        "Google's Pub/Sub and Firestore emulators are not installed: they come with Google's command line (gcloud).");

    public static string NewProject() => string.Create(CultureInfo.InvariantCulture, $"test-project-{Interlocked.Increment(ref _projects)}");

    public static async Task<GoogleRestClient> PubSubAsync() => ClientOf((await PubSubProcess.Value).Host);

    public static async Task<GoogleRestClient> FirestoreAsync() => ClientOf((await FirestoreProcess.Value).Host);

    /// <summary>A subscription as the emulator has it.</summary>
    public static async Task<JsonElement> SubscriptionAsync(string project, string name)
    {
        var request = new GoogleRequest("get", HttpMethod.Get, new Uri($"v1/projects/{project}/subscriptions/{name}", UriKind.Relative));
        using var answer = JsonDocument.Parse((await (await PubSubAsync()).SendAsync(request, CancellationToken.None)).Body);
        return answer.RootElement.Clone();
    }

    public static GoogleRestClient ClientOf(string host) => new(
        new Uri($"http://{host}/"), new GoogleCloudOptions(), new NoTokens(), new HttpMessageInvoker(GoogleRestClient.CreateHandler()), TimeProvider.System, () => 0.5,
        NullLogger<GoogleRestClient>.Instance);

    private static Lazy<Task<EmulatorProcess>> Starting(Emulator emulator) =>
        new(() => EmulatorProcess.StartAsync(emulator, emulator.Find(GoogleCloudSdk.Root)!, CancellationToken.None));
}
