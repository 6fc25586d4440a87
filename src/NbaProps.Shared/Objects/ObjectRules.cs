using System.Text;

using NbaProps.Shared.Storage;

namespace NbaProps.Shared.Objects;

/// <summary>What a path of the archive must be, so that a folder, a bucket and memory can all hold it and none is led outside its root.</summary>
public static class ObjectRules
{
    /// <summary>Ends the name of the file that holds an object's metadata.</summary>
    public const string MetadataSuffix = ".meta.json";

    /// <summary>Longest path in UTF-8 bytes: Cloud Storage's limit.</summary>
    private const int LongestPath = 1024;

    /// <summary>Longest segment in UTF-8 bytes: a file name's 255 less the hash and suffix of the metadata file.</summary>
    private const int LongestSegment = 200;

    /// <summary>Refuses a path that is not a list of plain names with slashes between.</summary>
    /// <exception cref="ArgumentException">Names the path and what is accepted.</exception>
    public static void RequirePath(string path)
    {
        var segments = (path ?? string.Empty).Split('/');
        if (!segments.All(IsName) || Encoding.UTF8.GetByteCount(path!) > LongestPath || path!.EndsWith(MetadataSuffix, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{path}' is no object path: names of 1 to {LongestSegment} bytes with '/' between, none beginning with a dot, no control characters or '\\', not ending in {MetadataSuffix}.",
                nameof(path));
        }
    }

    /// <summary>Refuses a prefix that no path could begin with. The last name may be unfinished or empty.</summary>
    /// <exception cref="ArgumentException">Names the prefix and what is accepted.</exception>
    public static void RequirePrefix(string prefix)
    {
        var segments = (prefix ?? string.Empty).Split('/');
        if (!segments[..^1].All(IsName) || (segments[^1].Length > 0 && !IsName(segments[^1])))
        {
            throw new ArgumentException($"'{prefix}' is no prefix of object paths: names with '/' between, none beginning with a dot.", nameof(prefix));
        }
    }

    /// <summary>Refuses metadata whose keys are not lower case: buckets would change them.</summary>
    /// <exception cref="ArgumentException">Names the key.</exception>
    public static void RequireMetadata(StoredObject content)
    {
        var key = content.Metadata.Keys.FirstOrDefault(name => name.Length == 0 || name.Any(char.IsUpper));
        if (key is not null)
        {
            throw new ArgumentException($"Metadata keys are lower case and not empty, '{key}' is not.", nameof(content));
        }
    }

    private static bool IsName(string segment) =>
        segment.Length > 0 && segment[0] != '.' && Encoding.UTF8.GetByteCount(segment) <= LongestSegment
        && !segment.Any(letter => char.IsControl(letter) || letter == '\\') && TextRules.Broken(segment) is null;
}
