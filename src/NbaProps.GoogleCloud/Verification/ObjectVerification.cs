using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Storage;
using NbaProps.Shared.Objects;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The promises of the archive, in a scratch bucket.</summary>
internal sealed class ObjectVerification : IPortVerification
{
    private readonly GoogleRestClient _client;
    private readonly VerificationPlan _plan;
    private readonly string _bucket;
    private readonly CloudStorageObjectStore _objects;

    public ObjectVerification(GoogleRestClient client, VerificationPlan plan)
    {
        // Names of buckets are one list for all of Google's customers, and have no underscore here as in domain names.
        _bucket = $"nbaprops-{plan.Run.Replace('_', '-')}";
        (_client, _plan) = (client, plan);
        _objects = new(client, _bucket, NullLogger<CloudStorageObjectStore>.Instance);
        Checks =
        [
            new("an object is stored once; a second put leaves it as it is", PutAsync),
            new("bytes and what is known of them are read back as they were put", ReadAsync),
            new("an object that is not there is none", MissingAsync),
            new("a long object goes in parts, and comes back whole", LongAsync),
            new("paths are listed by prefix, in order", ListAsync),
        ];
    }

    public string Port => "objects";

    public IReadOnlyList<PortCheck> Checks { get; }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var address = $"storage/v1/b?project={Uri.EscapeDataString(_plan.Project)}";
        var request = GoogleRequest.Json("Cloud Storage make bucket", HttpMethod.Post, address, new StorageBucket(_bucket, _plan.BigQuery.Location), StorageJson.Default.StorageBucket);
        var answer = await _client.SendAsync(request with { Repeatable = true }, cancellationToken);

        // The name is this run's alone: it is there only by an attempt whose answer was lost.
        if (answer.Meaning != StatusMeaning.AlreadyThere)
        {
            answer.RequireDone();
        }
    }

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var address = $"storage/v1/b/{Uri.EscapeDataString(_bucket)}";
        if (await BucketIsThereAsync(address, cancellationToken))
        {
            var cleaning = new Cleaning(_client);
            foreach (var path in await _objects.ListAsync(string.Empty, cancellationToken))
            {
                await cleaning.DeleteAsync(path, "Cloud Storage delete", $"{address}/o/{Uri.EscapeDataString(path)}", cancellationToken);
            }

            await cleaning.DeleteAsync(_bucket, "Cloud Storage delete bucket", address, cancellationToken);
            cleaning.RequireNothingLeft();
        }
    }

    private async Task<bool> BucketIsThereAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await _client.SendAsync(
            new GoogleRequest("Cloud Storage list", HttpMethod.Get, new Uri($"{address}/o?prefix=&maxResults=1", UriKind.Relative)) { Repeatable = true }, cancellationToken);
        return answer.Meaning != StatusMeaning.NotFound;
    }

    private static StoredObject Content(byte[] bytes) => new(bytes, new Dictionary<string, string>(StringComparer.Ordinal) { ["captured"] = "2026-01-12T18:00:00Z" });

    private async Task<string?> PutAsync(CancellationToken cancellationToken)
    {
        var first = await _objects.PutIfAbsentAsync("payloads/1", Content([0, 1, 255]), cancellationToken);
        var second = await _objects.PutIfAbsentAsync("payloads/1", Content([2]), cancellationToken);
        return (first, second) == (PutOutcome.Created, PutOutcome.AlreadyThere) ? null : $"the first put was {first}, the second {second}";
    }

    private async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        await _objects.GetAsync("payloads/1", cancellationToken) is not { } read ? "it is not there"
        : !read.Bytes.Span.SequenceEqual(new byte[] { 0, 1, 255 }) ? $"read were the bytes {Convert.ToHexStringLower(read.Bytes.Span)}"
        : read.Metadata.GetValueOrDefault("captured") == "2026-01-12T18:00:00Z" ? null : $"what is known of it are {read.Metadata.Count} values, and not what was put";

    private async Task<string?> MissingAsync(CancellationToken cancellationToken) => await _objects.GetAsync("payloads/none", cancellationToken) is null ? null : "there is one";

    private async Task<string?> LongAsync(CancellationToken cancellationToken)
    {
        var bytes = new byte[CloudStorageObjectStore.LongestInOne + 1];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)(index % 251);
        }

        await _objects.PutIfAbsentAsync("payloads/long", Content(bytes), cancellationToken);
        return (await _objects.GetAsync("payloads/long", cancellationToken))?.Bytes.Span.SequenceEqual(bytes) == true ? null : "it came back as other bytes";
    }

    private async Task<string?> ListAsync(CancellationToken cancellationToken)
    {
        await _objects.PutIfAbsentAsync("other/1", Content([1]), cancellationToken);
        var paths = string.Join(", ", await _objects.ListAsync("payloads/", cancellationToken));
        return string.Equals(paths, "payloads/1, payloads/long", StringComparison.Ordinal) ? null : $"listed were {paths}";
    }
}
