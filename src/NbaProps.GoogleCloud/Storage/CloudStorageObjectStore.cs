using System.Text;
using System.Text.Json;

using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Storage;

/// <summary>The raw archive in a bucket of Cloud Storage, over its JSON interface.</summary>
/// <remarks>
/// <para>An object is stored under the condition that there is none (<c>ifGenerationMatch=0</c>): whoever comes second hears 412, which is success. Bytes are
/// stored and read as they are: no content encoding, and no transcoding on their way. Their checksum (CRC32C) is compared by Google when they are written
/// and here when they are read.</para>
/// <para>A read asks for the object's metadata, then for the bytes of just that generation.</para>
/// </remarks>
/// <param name="client">The way to Cloud Storage.</param>
/// <param name="bucket">The bucket, which must exist.</param>
/// <param name="logger">Where paths are told that hold other bytes than were put.</param>
public sealed partial class CloudStorageObjectStore(GoogleRestClient client, string bucket, ILogger<CloudStorageObjectStore> logger) : IObjectStore
{
    /// <summary>The longest payload that goes in one request, in bytes.</summary>
    internal const int LongestInOne = ResumableUpload.PartLength;

    /// <summary>Cloud Storage's limit of the keys and values of an object's own metadata, in UTF-8 bytes.</summary>
    private const int MostMetadata = 8 * 1024;

    private const int PathsPerPage = 1000;

    /// <inheritdoc/>
    public async Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken)
    {
        ObjectRules.RequirePath(path);
        ObjectRules.RequireMetadata(content);
        if (content.Metadata.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value)) > MostMetadata)
        {
            throw new PermanentException($"Object '{path}': its metadata is longer than the {MostMetadata} bytes that Cloud Storage keeps.");
        }

        var resource = new StorageObject
        {
            Name = path,
            ContentType = "application/octet-stream",
            CacheControl = "no-transform",
            Crc32c = Crc32C.Of(content.Bytes.Span),
            Metadata = new SortedDictionary<string, string>(content.Metadata.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        };
        var description = JsonSerializer.SerializeToUtf8Bytes(resource, StorageJson.Default.StorageObject);
        var answer = content.Bytes.Length <= LongestInOne
            ? await client.SendAsync(InOne(description, content.Bytes), cancellationToken)
            : await new ResumableUpload(client, Session(description, content.Bytes.Length), content.Bytes).SendAsync(cancellationToken);
        if (answer.Meaning != StatusMeaning.PreconditionFailed)
        {
            RequireSame(path, answer.Read(StorageJson.Default.StorageObject).Crc32c, resource.Crc32c);
            return PutOutcome.Created;
        }

        // It may be our own, of an attempt whose answer was lost; or another's that holds the path.
        var there = await FindAsync(path, cancellationToken) ?? throw new TransientException($"Object '{path}' was there, and is not");
        if (!string.Equals(there.Crc32c, resource.Crc32c, StringComparison.Ordinal))
        {
            LogOtherBytes(logger, path);
        }

        return PutOutcome.AlreadyThere;
    }

    /// <inheritdoc/>
    public async Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken)
    {
        ObjectRules.RequirePath(path);
        if (await FindAsync(path, cancellationToken) is not { } found)
        {
            return null;
        }

        var address = $"{AddressOf(path)}?alt=media&generation={found.Generation}";
        var media = await client.SendAsync(
            new GoogleRequest("Cloud Storage read", HttpMethod.Get, new Uri(address, UriKind.Relative))
            {
                Repeatable = true,

                // Whoever does not say that he can read gzip is sent what Google unpacked, for objects that something else stored packed.
                Headers = [new("Accept-Encoding", "gzip")],
            },
            cancellationToken);
        media.RequireDone();
        RequireSame(path, Crc32C.Of(media.Body.Span), found.Crc32c);
        return new StoredObject(media.Body, found.Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        ObjectRules.RequirePrefix(prefix);
        var paths = new List<string>();
        var page = string.Empty;
        do
        {
            var address = $"storage/v1/b/{Uri.EscapeDataString(bucket)}/o?prefix={Uri.EscapeDataString(prefix)}&fields=items(name),nextPageToken&maxResults={PathsPerPage}{page}";
            var answer = await client.SendAsync(new GoogleRequest("Cloud Storage list", HttpMethod.Get, new Uri(address, UriKind.Relative)) { Repeatable = true }, cancellationToken);
            var found = answer.Read(StorageJson.Default.StorageObjects);
            paths.AddRange((found.Items ?? []).Select(item => item.Name ?? throw new TransientException($"{answer.Operation}: an object has no name")));
            page = found.NextPageToken is { Length: > 0 } next ? $"&pageToken={Uri.EscapeDataString(next)}" : string.Empty;
        }
        while (page.Length > 0);

        // Cloud Storage orders by UTF-8.
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private async Task<StorageObject?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var address = new Uri($"{AddressOf(path)}?fields=crc32c,generation,metadata", UriKind.Relative);
        var answer = await client.SendAsync(new GoogleRequest("Cloud Storage find", HttpMethod.Get, address) { Repeatable = true }, cancellationToken);

        // A bucket that is missing is told with the same status: it must not look as an archive without objects.
        return answer.Meaning == StatusMeaning.NotFound && answer.Error?.Message.Contains("bucket does not exist", StringComparison.OrdinalIgnoreCase) != true
            ? null
            : answer.Read(StorageJson.Default.StorageObject);
    }

    private GoogleRequest InOne(byte[] description, ReadOnlyMemory<byte> bytes) => new("Cloud Storage put", HttpMethod.Post, UploadAddress("multipart"))
    {
        // Twice is as good as once: the second finds the object there.
        Repeatable = true,
        Content = () => MultipartBody.Of(description, bytes),
    };

    private GoogleRequest Session(byte[] description, int length) => new("Cloud Storage put", HttpMethod.Post, UploadAddress("resumable"))
    {
        Repeatable = true,
        Headers = [new("X-Upload-Content-Type", "application/octet-stream"), new("X-Upload-Content-Length", length.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        Content = () => new ByteArrayContent(description) { Headers = { ContentType = new("application/json", "utf-8") } },
    };

    private Uri UploadAddress(string kind) =>
        new($"upload/storage/v1/b/{Uri.EscapeDataString(bucket)}/o?uploadType={kind}&ifGenerationMatch=0&fields=crc32c,generation", UriKind.Relative);

    private string AddressOf(string path) => $"storage/v1/b/{Uri.EscapeDataString(bucket)}/o/{Uri.EscapeDataString(path)}";

    private static void RequireSame(string path, string? found, string? expected)
    {
        if (!string.Equals(found, expected, StringComparison.Ordinal))
        {
            throw new TransientException($"Object '{path}': the bytes that came have the checksum {found}, expected {expected}");
        }
    }

    [LoggerMessage(2331, LogLevel.Warning, "Object '{Path}' is there with other bytes than were put now; those that are there stay")]
    private static partial void LogOtherBytes(ILogger logger, string path);
}
