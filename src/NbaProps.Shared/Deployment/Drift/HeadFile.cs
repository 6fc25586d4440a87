using System.Text.Json;
using System.Text.Json.Serialization;

using NbaProps.Shared.Resilience;

namespace NbaProps.Shared.Deployment.Drift;

/// <summary>
/// What is known of main as a file, <c>deployments/head.json</c>: written from the repository where it is, read by services, which never ask for the repository.
/// </summary>
public static class HeadFile
{
    /// <summary>Where it is in the object store.</summary>
    public const string Path = "deployments/head.json";

    /// <summary>The form that is written, and the only one that is read.</summary>
    public const int Schema = 1;

    /// <summary>So many commits are listed. A service whose commit is none of them, nor the newest of its own, is not known of main.</summary>
    public const int ListedCommits = 1_000;

    /// <summary>The file's bytes: JSON, indented, in UTF-8, with a line end.</summary>
    public static byte[] Write(MainHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var content = new HeadContent
        {
            Schema = Schema,
            PublishedAt = history.PublishedAt.ToUniversalTime(),
            Services = new SortedDictionary<string, string>(history.Newest.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            Commits = [.. history.Commits.Select(commit => new HeadCommit { Commit = commit.Commit, At = commit.At.ToUniversalTime(), Services = [.. commit.Services] })],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(content, HeadJson.Default.HeadContent), (byte)'\n'];
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="PermanentException">It is none, of another schema, or says what cannot be; the message names what.</exception>
    public static MainHistory Read(ReadOnlySpan<byte> bytes)
    {
        HeadContent content;
        try
        {
            // Of another schema nothing else need be as this one has it.
            if (JsonSerializer.Deserialize(bytes, HeadJson.Default.HeadSchema)?.Schema is { } schema && schema != Schema)
            {
                throw new PermanentException($"it is of schema {schema}, this build reads {Schema}");
            }

            content = JsonSerializer.Deserialize(bytes, HeadJson.Default.HeadContent) ?? throw new PermanentException("it is JSON null");
        }
        catch (JsonException wrong)
        {
            throw new PermanentException(wrong.Message.ReplaceLineEndings(" "), wrong);
        }

        var services = content.Commits.SelectMany(commit => commit.Services).Except(content.Services.Keys, StringComparer.Ordinal);
        foreach (var text in content.Services.Values.Concat(content.Commits.Select(commit => commit.Commit)))
        {
            Require(CommitText.IsOne(text), $"'{text}' is no commit of forty hexadecimal digits");
        }

        Require(!services.Any(), $"a commit changes {string.Join(", ", services)}, of which no newest commit is named");
        return new MainHistory(content.PublishedAt, [.. content.Commits.Select(commit => new MainCommit(commit.Commit, commit.At, commit.Services))], content.Services);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new PermanentException(otherwise);
        }
    }
}

internal sealed record HeadSchema
{
    public int? Schema { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record HeadContent
{
    public required int Schema { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required SortedDictionary<string, string> Services { get; init; }

    public required IReadOnlyList<HeadCommit> Commits { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record HeadCommit
{
    public required string Commit { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<string> Services { get; init; }
}

/// <summary>The JSON of the file: camel case; what is missing, unknown or null where nothing may be is an error.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(HeadContent))]
[JsonSerializable(typeof(HeadSchema))]
internal sealed partial class HeadJson : JsonSerializerContext;
