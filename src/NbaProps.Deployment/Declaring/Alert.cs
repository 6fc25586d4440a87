using System.Text.Json.Nodes;

namespace NbaProps.Deployment.Declaring;

/// <summary>What a person is told of by Google Cloud itself: that the watcher is silent, which it cannot tell, and that something reached nobody.</summary>
/// <param name="File">The file's name without its ending.</param>
/// <param name="DisplayName">What lists and messages show.</param>
/// <param name="Severity">CRITICAL, ERROR or WARNING.</param>
/// <param name="Documentation">What it means, and the command that acts on it.</param>
/// <param name="Condition">When: one condition of Cloud Monitoring's interface, without its name.</param>
/// <param name="Strategy">How often it is told.</param>
public sealed record Alert(string File, string DisplayName, string Severity, string Documentation, JsonObject Condition, JsonObject Strategy);
