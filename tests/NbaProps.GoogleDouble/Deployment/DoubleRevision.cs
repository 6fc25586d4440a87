using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.Deployment;

/// <summary>What became of a revision.</summary>
/// <param name="IsReady">Whether it can take traffic.</param>
/// <param name="Message">Why not.</param>
public sealed record Readiness(bool IsReady, string? Message)
{
    /// <summary>It can.</summary>
    public static Readiness Ready { get; } = new(true, null);

    /// <summary>It cannot.</summary>
    public static Readiness Not(string message) => new(false, message);
}

/// <summary>A revision.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Service">Its service.</param>
/// <param name="Number">Its place among all, from 1.</param>
/// <param name="Template">What it was made of.</param>
public sealed record DoubleRevision(string Name, string Service, int Number, JsonObject Template)
{
    /// <summary>The commit that its label names.</summary>
    public string Commit => Template["metadata"]?["labels"]?["commit"]?.GetValue<string>() ?? "unknown";

    /// <summary>A variable's value; null where it has none.</summary>
    public string? Variable(string name) => Template["spec"]!["containers"]![0]!["env"]!.AsArray()
        .FirstOrDefault(variable => variable!["name"]!.GetValue<string>() == name)?["value"]?.GetValue<string>();

    internal Readiness? State { get; set; }

    internal int Looks { get; set; }
}
