using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.Embedded.Files;

/// <summary>
/// The raw archive as files under <c>objects/</c>: each object is a file with exactly its bytes, and beside it <c>NAME.HASH.meta.json</c> with the
/// metadata, HASH being the hash of the bytes. Any number of processes may share the folder.
/// </summary>
/// <remarks>
/// <para>An object appears by a hard link to a file that is complete and flushed: never in part, never over another. Its metadata is linked before,
/// under a name that holds the hash of the bytes, so that whichever of two writers wins a path, its bytes meet their own metadata; and
/// bytes that were damaged on the disk meet none, which is a permanent error.</para>
/// <para>Where two writers put the same bytes under one path, the metadata of the first is kept. A path that is the folder of other paths cannot be an object itself: that is a permanent error. What a killed process left in
/// <c>objects/.incoming</c> is never seen.</para>
/// </remarks>
/// <param name="options">The folder.</param>
public sealed class FileObjectStore(EmbeddedOptions options) : IObjectStore
{
    private readonly IncomingFiles _incoming = new(Path.Combine(options.ObjectsFolder, ".incoming"));

    /// <inheritdoc/>
    public async Task<PutOutcome> PutIfAbsentAsync(string path, StoredObject content, CancellationToken cancellationToken)
    {
        ObjectRules.RequirePath(path);
        ObjectRules.RequireMetadata(content);
        return await Task.Run(() => Guarded(path, () => Put(FileOf(path), content)), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredObject?> GetAsync(string path, CancellationToken cancellationToken)
    {
        ObjectRules.RequirePath(path);
        return await Task.Run(() => Guarded(path, () => Get(FileOf(path))), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        ObjectRules.RequirePrefix(prefix);
        return await Task.Run(() => Guarded(prefix, () => List(prefix)), cancellationToken);
    }

    private PutOutcome Put(string file, StoredObject content)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (File.Exists(file))
        {
            // The usual repeat. Whoever stored it may have been killed before the name was flushed.
            PosixFile.FlushFolder(folder);
            return PutOutcome.AlreadyThere;
        }

        if (Directory.Exists(file))
        {
            throw new PermanentException($"{file} is the folder of other objects and cannot be an object itself.");
        }

        CreateFolder(folder);
        var metadata = MetadataFile(file, content.Bytes.Span);
        _incoming.Link(JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(content.Metadata.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)), metadata);
        var outcome = _incoming.Link(content.Bytes.Span, file) ? PutOutcome.Created : PutOutcome.AlreadyThere;
        PosixFile.FlushFolder(folder);
        return outcome;
    }

    private static StoredObject? Get(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file);
        var metadata = MetadataFile(file, bytes);
        return File.Exists(metadata)
            ? new StoredObject(bytes, JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(metadata)) ?? throw new JsonException($"{metadata} is JSON null."))
            : throw new PermanentException($"{file} is damaged: no metadata beside it belongs to its bytes. Move the file away and fetch it again.");
    }

    private IReadOnlyList<string> List(string prefix)
    {
        var folder = FileOf(prefix[..(prefix.LastIndexOf('/') + 1)]);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        return Directory.EnumerateFiles(folder, "*", everything)
            .Select(file => Path.GetRelativePath(options.ObjectsFolder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && path[0] != '.' && !path.EndsWith(ObjectRules.MetadataSuffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    private string FileOf(string path) => Path.Combine(options.ObjectsFolder, path);

    private static string MetadataFile(string file, ReadOnlySpan<byte> bytes) => $"{file}.{ContentHash.Of(bytes)}{ObjectRules.MetadataSuffix}";

    /// <summary>Creates a folder and its parents, each name flushed.</summary>
    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (File.Exists(folder))
        {
            throw new PermanentException($"{folder} is an object and cannot be the folder of others.");
        }

        var parent = Path.GetDirectoryName(folder);
        if (!string.IsNullOrEmpty(parent))
        {
            CreateFolder(parent);
        }

        Directory.CreateDirectory(folder);
        PosixFile.FlushFolder(string.IsNullOrEmpty(parent) ? "." : parent);
    }

    private static T Guarded<T>(string path, Func<T> body)
    {
        try
        {
            return body();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TransientException($"Object '{path}' could not be read or written: {error.Message} Check the disk's space and the folder's permissions.", error);
        }
    }
}
