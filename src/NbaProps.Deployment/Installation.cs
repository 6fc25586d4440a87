using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Hosting.Configuration;

namespace NbaProps.Deployment;

/// <summary>What an installation has of its own, put in the place of <c>${NAMES}</c>: the same values that <c>deploy/fill.sh</c> puts into files.</summary>
public sealed class Installation
{
    /// <summary>The environment variable that names the file with the values.</summary>
    public const string FileVariable = "NBAPROPS_PROJECT_ENV";

    private readonly Dictionary<string, string> _values;

    private Installation(Dictionary<string, string> values) => _values = values;

    /// <summary>The project's id.</summary>
    public string Project => _values[Placeholder.Project.Name];

    /// <summary>Where services and schedules are.</summary>
    public string Region => _values[Placeholder.Region.Name];

    /// <summary>Where tables are.</summary>
    public string Location => _values[Placeholder.Location.Name];

    /// <summary>The archive's bucket.</summary>
    public string Bucket => _values[Placeholder.Bucket.Name];

    /// <summary>The commit that is deployed.</summary>
    public string Commit => _values[Placeholder.Commit.Name];

    /// <summary>Reads the values. What the environment says wins: a workflow knows the commit, the file need not.</summary>
    /// <param name="file">The file; lines of <c>NAME=value</c>, and comments.</param>
    /// <param name="environment">Looks an environment variable up; null where it is not set.</param>
    /// <exception cref="ConfigurationException">A value is missing; it names each.</exception>
    public static Installation Read(string file, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !line.StartsWith('#'))
            {
                said[line[..at]] = line[(at + 1)..];
            }
        }

        foreach (var placeholder in Placeholder.All)
        {
            if (environment(placeholder.Name) is { Length: > 0 } value)
            {
                said[placeholder.Name] = value;
            }
        }

        string[] missing = [.. Placeholder.All.Where(placeholder => said.GetValueOrDefault(placeholder.Name) is not { Length: > 0 }).Select(placeholder => $"{placeholder.Name} ({placeholder.Meaning})")];
        return missing.Length == 0
            ? new(said)
            : throw new ConfigurationException([.. missing.Select(name => $"{name} has no value in {file} or the environment: accepted is what deploy/project.env.example shows")]);
    }

    /// <summary>The same with another commit.</summary>
    public Installation At(string commit) => new(new Dictionary<string, string>(_values, StringComparer.Ordinal) { [Placeholder.Commit.Name] = commit });

    /// <summary>A text with its values.</summary>
    public string Fill(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Placeholder.All.Aggregate(text, (filled, placeholder) => filled.Replace(placeholder.ToString(), _values[placeholder.Name], StringComparison.Ordinal));
    }

    /// <summary>A document with its values; the one that is given stays as it is.</summary>
    public JsonObject Fill(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return FillNode(document)!.AsObject();
    }

    private JsonNode? FillNode(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, FillNode(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(FillNode)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Fill(text)),
        _ => node?.DeepClone(),
    };
}
