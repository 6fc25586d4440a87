namespace NbaProps.GoogleCloud.PubSub;

/// <summary>Full names of topics and subscriptions, and the addresses of what is done with them.</summary>
/// <param name="project">The project's id.</param>
internal sealed class PubSubNames(string project)
{
    public string Topic(string name) => $"projects/{project}/topics/{name}";

    public string Subscription(string name) => $"projects/{project}/subscriptions/{name}";

    /// <summary>The address of a topic or a subscription by its full name, relative to the interface's.</summary>
    public static string Address(string fullName) => $"v1/{fullName}";

    /// <summary>The address of a method of one.</summary>
    public static string Address(string fullName, string method) => $"v1/{fullName}:{method}";

    /// <summary>The last part of a full name, and of a short one itself.</summary>
    public static string Short(string name) => name[(name.LastIndexOf('/') + 1)..];
}
