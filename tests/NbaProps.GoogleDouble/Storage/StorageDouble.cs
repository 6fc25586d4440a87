using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Storage;

/// <summary>Cloud Storage as far as the archive needs it: put under a condition, find, read, list; uploads in one and in parts.</summary>
public sealed class StorageDouble
{
    /// <summary>The bucket that there is from the start.</summary>
    public const string Bucket = "archive";

    private const int PartUnit = 256 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, Kept>> _buckets = new(StringComparer.Ordinal) { [Bucket] = new(StringComparer.Ordinal) };
    private SortedDictionary<string, Kept> _objects;
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private long _generation = 1_700_000_000_000_000;

    /// <summary>A Cloud Storage with one bucket.</summary>
    public StorageDouble() => _objects = _buckets[Bucket];

    /// <summary>The buckets that there are.</summary>
    public IReadOnlyList<string> Buckets
    {
        get
        {
            lock (_gate)
                return [.. _buckets.Keys];
        }
    }

    /// <summary>How many paths a page of a list has at most.</summary>
    public int PathsPerPage { get; set; } = 1000;

    /// <summary>The bytes of an object as they are stored.</summary>
    public byte[]? Stored(string name)
    {
        lock (_gate)
            return _buckets[Bucket].GetValueOrDefault(name)?.Bytes;
    }

    /// <summary>Ends all sessions, as Cloud Storage does after a week or when it has lost one.</summary>
    public void LoseSessions()
    {
        lock (_gate)
            _sessions.Clear();
    }

    /// <summary>Changes a stored byte and not its checksum.</summary>
    public void Damage(string name)
    {
        lock (_gate)
            _buckets[Bucket][name].Bytes[0] ^= 1;
    }

    /// <summary>Makes an object be stored packed, as others may.</summary>
    public void Pack(string name)
    {
        lock (_gate)
            _buckets[Bucket][name] = _buckets[Bucket][name] with { IsPacked = true };
    }

    internal DoubleAnswer Answer(DoubleRequest request, Uri address)
    {
        lock (_gate)
        {
            var parts = request.Parts;
            var at = Array.IndexOf(parts, "b");
            if (parts.Length == at + 1)
                return request.Method == "GET" ? ListBuckets() : Create(request);
            if (!_buckets.TryGetValue(parts[at + 1], out var bucket))
                return DoubleAnswer.Error(404, "notFound", "The specified bucket does not exist.");
            _objects = bucket;
            var name = parts.Length > at + 3 ? parts[at + 3] : null;
            return (request.Method, request.Query.GetValueOrDefault("uploadType"), name) switch
            {
                ("POST", "multipart", null) => Put(request, request.Json, request.Media!),
                ("POST", "resumable", null) => Begin(request, address),
                ("PUT", "resumable", null) => Part(request),
                ("DELETE", null, null) when parts.Length == at + 2 => Remove(parts[at + 1]),
                ("DELETE", null, not null) => _objects.Remove(name) ? new DoubleAnswer(204, []) : DoubleAnswer.Error(404, "notFound", $"No such object: {name}"),
                ("GET", null, null) => List(request),
                ("GET", null, not null) => Find(request, name),
                _ => DoubleAnswer.Error(400, "invalid", $"The double does not know {request.Method} {request.Path}."),
            };
        }
    }

    private DoubleAnswer Create(DoubleRequest request)
    {
        var name = request.Json.GetProperty("name").GetString()!;
        return _buckets.TryAdd(name, new(StringComparer.Ordinal)) ? DoubleAnswer.Of(new JsonObject { ["kind"] = "storage#bucket", ["name"] = name }) : DoubleAnswer.Error(409, "conflict", "Already exists.");
    }

    private DoubleAnswer ListBuckets() => DoubleAnswer.Of(new JsonObject
    {
        ["kind"] = "storage#buckets", ["items"] = new JsonArray([.. _buckets.Keys.Select(name => new JsonObject { ["name"] = name })]),
    });

    private DoubleAnswer Remove(string bucket)
    {
        if (_buckets[bucket].Count > 0)
            return DoubleAnswer.Error(409, "conflict", "The bucket you tried to delete is not empty.");
        _buckets.Remove(bucket);
        return new DoubleAnswer(204, []);
    }

    private DoubleAnswer Put(DoubleRequest request, JsonElement description, byte[] bytes)
    {
        var name = description.GetProperty("name").GetString()!;
        if (!string.Equals(request.Query.GetValueOrDefault("ifGenerationMatch"), "0", StringComparison.Ordinal))
            return DoubleAnswer.Error(400, "invalid", "The archive is only put to where there is nothing.");
        if (_objects.ContainsKey(name))
            return DoubleAnswer.Error(412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
        var checksum = Checksum(bytes);
        if (description.TryGetProperty("crc32c", out var promised) && !string.Equals(promised.GetString(), checksum, StringComparison.Ordinal))
            return DoubleAnswer.Error(400, "invalid", $"Provided CRC32C \"{promised}\" doesn't match calculated CRC32C \"{checksum}\".");
        _objects[name] = new(bytes, ++_generation, description.TryGetProperty("metadata", out var metadata) ? metadata : default, checksum);
        return DoubleAnswer.Of(Described(name, _objects[name]));
    }

    private DoubleAnswer Begin(DoubleRequest request, Uri address)
    {
        var id = $"session-{_sessions.Count + 1}-{_generation}";
        _sessions.Add(id, new(request, int.Parse(request.Headers["X-Upload-Content-Length"], CultureInfo.InvariantCulture)));
        return new DoubleAnswer(200, []) { Headers = [("Location", $"{address}{request.Path.TrimStart('/')}?uploadType=resumable&upload_id={id}")] };
    }

    private DoubleAnswer Part(DoubleRequest request)
    {
        if (!_sessions.TryGetValue(request.Query["upload_id"], out var session))
            return DoubleAnswer.Error(404, "notFound", "Not Found");
        var range = request.Headers["Content-Range"];
        if (!range.StartsWith("bytes */", StringComparison.Ordinal))
        {
            var ends = range["bytes ".Length..].Split('/')[0].Split('-');
            var (first, last) = (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));
            if (first != session.Bytes.Count || last - first + 1 != request.Body.Length || (last + 1 != session.Length && request.Body.Length % PartUnit != 0))
                return DoubleAnswer.Error(400, "invalid", $"Unexpected part {range}.");
            session.Bytes.AddRange(request.Body);
        }

        if (session.Bytes.Count < session.Length)
        {
            IReadOnlyList<(string, string)> headers = session.Bytes.Count == 0 ? [] : [("Range", $"bytes=0-{session.Bytes.Count - 1}")];
            return new DoubleAnswer(308, []) { Headers = headers };
        }

        return session.Answer ??= Put(session.Begun, session.Begun.Json, [.. session.Bytes]);
    }

    private DoubleAnswer List(DoubleRequest request)
    {
        var after = request.Query.GetValueOrDefault("pageToken") ?? string.Empty;
        var most = Math.Min(PathsPerPage, int.Parse(request.Query.GetValueOrDefault("maxResults") ?? "1000", CultureInfo.InvariantCulture));
        var names = _objects.Keys.Where(name => name.StartsWith(request.Query["prefix"], StringComparison.Ordinal) && string.CompareOrdinal(name, after) > 0).Take(most + 1).ToArray();
        var answer = new JsonObject { ["kind"] = "storage#objects" };
        if (names.Length > 0)
            answer["items"] = new JsonArray([.. names.Take(most).Select(name => new JsonObject { ["name"] = name })]);
        if (names.Length > most)
            answer["nextPageToken"] = names[most - 1];
        return DoubleAnswer.Of(answer);
    }

    private DoubleAnswer Find(DoubleRequest request, string name)
    {
        if (!_objects.TryGetValue(name, out var found))
            return DoubleAnswer.Error(404, "notFound", $"No such object: {Bucket}/{name}");
        if (!string.Equals(request.Query.GetValueOrDefault("alt"), "media", StringComparison.Ordinal))
            return DoubleAnswer.Of(Described(name, found));
        if (request.Query.TryGetValue("generation", out var generation) && !string.Equals(generation, Generation(found), StringComparison.Ordinal))
            return DoubleAnswer.Error(404, "notFound", $"No such object: {Bucket}/{name}");

        // Decompressive transcoding: who does not take gzip is handed other bytes than are stored.
        var takesPacked = request.Headers.GetValueOrDefault("Accept-Encoding")?.Contains("gzip", StringComparison.Ordinal) == true;
        return new(200, found.IsPacked && !takesPacked ? [.. found.Bytes, 0] : found.Bytes);
    }

    private static JsonObject Described(string name, Kept kept)
    {
        var described = new JsonObject { ["name"] = name, ["bucket"] = Bucket, ["generation"] = Generation(kept), ["crc32c"] = kept.Checksum };
        if (kept.Metadata.ValueKind == JsonValueKind.Object && kept.Metadata.EnumerateObject().Any())
            described["metadata"] = JsonNode.Parse(kept.Metadata.GetRawText());
        return described;
    }

    private static string Generation(Kept kept) => kept.Generation.ToString(CultureInfo.InvariantCulture);

    // The plain polynomial, bit by bit: another way than the adapter's.
    private static string Checksum(byte[] bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;
        foreach (var one in bytes)
            crc = (crc >> 8) ^ table[(crc ^ one) & 0xFF];
        crc = ~crc;
        return Convert.ToBase64String([(byte)(crc >> 24), (byte)((crc >> 16) & 0xFF), (byte)((crc >> 8) & 0xFF), (byte)(crc & 0xFF)]);
    }

    private static uint[] Table { get; } = [.. Enumerable.Range(0, 256).Select(index =>
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 1 ? (value >> 1) ^ 0x82F63B78 : value >> 1;
        return value;
    })];

    private sealed record Kept(byte[] Bytes, long Generation, JsonElement Metadata, string Checksum)
    {
        public bool IsPacked { get; init; }
    }

    private sealed class Session(DoubleRequest begun, int length)
    {
        public DoubleRequest Begun { get; } = begun;

        public int Length { get; } = length;

        public List<byte> Bytes { get; } = [];

        public DoubleAnswer? Answer { get; set; }
    }
}
