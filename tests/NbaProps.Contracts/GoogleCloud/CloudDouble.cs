using NbaProps.Contracts.Messaging;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.BigQuery;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Storage;
using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Descriptions;
using NbaProps.GoogleDouble.Storage;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>The double with what speaks to it: adapters whose pauses are over at once.</summary>
internal sealed class CloudDouble : IAsyncDisposable
{
    public const string Project = "example-project";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private CloudDouble(GoogleDoubleServer server) => Server = server;

    public GoogleDoubleServer Server { get; }

    public RecordingLogger<CloudStorageObjectStore> StorageLog { get; } = new();

    public RecordingLogger<BigQueryQuota> QuotaLog { get; } = new();

    public RecordingLogger<GoogleRestClient> CallLog { get; } = new();

    public SkippingTime Time { get; } = new(pause => pause != Deadline);

    public static async Task<CloudDouble> StartAsync(IAccessTokens? tokens = null) => new(await GoogleDoubleServer.StartAsync()) { Tokens = tokens ?? new NoTokens() };

    /// <summary>Skips the calling test, visibly, where Google's descriptions are not installed.</summary>
    public static void RequireDescriptions() =>
        Skip.IfNot(Judge.OfThisMachine.IsComplete, "Google's descriptions of BigQuery and Cloud Storage are not installed: they come with Google's command line (gcloud).");

    public BigQueryWarehouse Warehouse(BigQueryOptions? options = null, BigQueryQuota? quota = null) =>
        new(Client(), Project, options ?? new BigQueryOptions(), quota ?? new BigQueryQuota(Time, QuotaLog), Time);

    public CloudStorageObjectStore Objects(string bucket = StorageDouble.Bucket) => new(Client(), bucket, StorageLog);

    /// <summary>Who gives tokens; the double asks for none.</summary>
    public IAccessTokens Tokens { get; init; } = new NoTokens();

    public GoogleRestClient Client() => new(
        Server.Address, new GoogleCloudOptions { Timeout = Deadline, RetryDelay = TimeSpan.FromMilliseconds(1) }, Tokens, new HttpMessageInvoker(GoogleRestClient.CreateHandler()), Time, () => 0.5,
        CallLog);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Server.Objections.ShouldBeEmpty();
    }
}
