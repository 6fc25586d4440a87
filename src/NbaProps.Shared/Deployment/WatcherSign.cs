namespace NbaProps.Shared.Deployment;

/// <summary>The log entry by which somebody outside sees that the watcher lives.</summary>
public static class WatcherSign
{
    /// <summary>Its text, logged after each comparison that succeeded. An alert waits for its absence: whoever changes one changes both.</summary>
    public const string Compared = "The watcher compared what is there with what should be";
}
