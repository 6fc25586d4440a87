using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Http;
using NbaProps.Hosting.Upstreams;

namespace NbaProps.Hosting.Services;

/// <summary>The ways to Google's interfaces, of one process. What stands in for one is called unencrypted and never sees a token.</summary>
/// <param name="options">The project, and what stands in.</param>
/// <param name="tokens">Who gives tokens for Google's own.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">Where repeated calls are told.</param>
internal sealed class GoogleClients(GoogleCloudOptions options, IAccessTokens tokens, TimeProvider time, ILoggerFactory loggers) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(GoogleRestClient.CreateHandler());
    private readonly Func<double> _jitter = LiveUpstreams.Jitter();

    public GoogleRestClient Firestore() => Of(options.FirestoreEmulator, "firestore");

    /// <summary>Firestore with what only a project's owner may ask.</summary>
    public GoogleRestClient FirestoreOfOwner() => Of(options.FirestoreEmulator, "firestore", new EmulatorOwner());

    public GoogleRestClient PubSub() => Of(options.PubSubEmulator, "pubsub");

    public GoogleRestClient BigQuery() => Of(options.BigQueryEmulator, "bigquery");

    public GoogleRestClient Storage() => Of(options.StorageEmulator, "storage");

    public GoogleRestClient Run(string region) => Of(options.DeploymentEmulator, $"{region}-run");

    public GoogleRestClient Scheduler() => Of(options.DeploymentEmulator, "cloudscheduler");

    public GoogleRestClient Secrets() => Of(options.DeploymentEmulator, "secretmanager");

    public GoogleRestClient Accounts() => Of(options.DeploymentEmulator, "iam");

    public GoogleRestClient Projects() => Of(options.DeploymentEmulator, "cloudresourcemanager");

    public void Dispose() => _http.Dispose();

    private GoogleRestClient Of(string? emulator, string name, IAccessTokens? ofEmulator = null)
    {
        var stands = emulator is { Length: > 0 };
        var address = new Uri(stands ? $"http://{emulator}/" : $"https://{name}.googleapis.com/");
        return new(address, options, stands ? ofEmulator ?? new NoTokens() : tokens, _http, time, _jitter, loggers.CreateLogger<GoogleRestClient>());
    }
}
