using System.Text.Json.Nodes;

namespace NbaProps.GoogleCloud.Run;

/// <summary>A revision as Cloud Run tells of it.</summary>
/// <param name="Document">All that it tells.</param>
public sealed record LiveRevision(JsonObject Document)
{
    /// <summary>Whether it can take traffic: null while that is not decided yet.</summary>
    public bool? IsReady => Ready?["status"]?.GetValue<string>() switch { "True" => true, "False" => false, _ => null };

    /// <summary>Why it is not ready, or what it waits for, in Cloud Run's words; null where it says nothing.</summary>
    public string? Message => Ready is { } ready
        ? ready["message"]?.GetValue<string>() ?? ready["reason"]?.GetValue<string>()
        : null;

    /// <summary>The commit that its label names; null for none.</summary>
    public string? Commit => Document["metadata"]?["labels"]?["commit"]?.GetValue<string>();

    private JsonNode? Ready => (Document["status"]?["conditions"]?.AsArray() ?? []).FirstOrDefault(condition => condition?["type"]?.GetValue<string>() == "Ready");
}
