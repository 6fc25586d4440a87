namespace NbaProps.GoogleDouble.Descriptions;

/// <summary>Holds what a deployment asks for against the interfaces that it is asked of: Cloud Run, Cloud Scheduler, Pub/Sub, Secret Manager, and those of accounts, their credentials and projects.</summary>
internal sealed class DeploymentJudge(string root)
{
    private readonly Dictionary<string, GeneratedInterface> _interfaces = new(StringComparer.Ordinal)
    {
        ["run"] = GeneratedInterface.Read(root, "run", "v1"),
        ["jobs"] = GeneratedInterface.Read(root, "cloudscheduler", "v1"),
        ["pubsub"] = GeneratedInterface.Read(root, "pubsub", "v1"),
        ["secrets"] = GeneratedInterface.Read(root, "secretmanager", "v1"),
        ["credentials"] = GeneratedInterface.Read(root, "iamcredentials", "v1"),
        ["accounts"] = GeneratedInterface.Read(root, "iam", "v1"),
        ["project"] = GeneratedInterface.Read(root, "cloudresourcemanager", "v1"),
    };

    /// <summary>Which of the interfaces a path belongs to; null for none of them.</summary>
    public static string? InterfaceOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["apis", "serving.knative.dev", ..] or ["v1", "projects", _, "locations", _, "services", ..] => "run",
        ["v1", "projects", _, "locations", _, "jobs", ..] => "jobs",
        ["v1", "projects", _, "topics" or "subscriptions", ..] => "pubsub",
        ["v1", "projects", _, "secrets", ..] => "secrets",
        ["v1", "projects", _, "serviceAccounts", var account] when account.Contains(":generate", StringComparison.Ordinal) => "credentials",
        ["v1", "projects", _, "serviceAccounts", ..] => "accounts",
        ["v1", "projects", var project] when project.Contains(':', StringComparison.Ordinal) => "project",
        _ => null,
    };

    public (string Operation, IReadOnlyList<string> Objections) Judge(DoubleRequest request) => _interfaces[InterfaceOf(request.Path)!].Judge(request);

    public IReadOnlyList<string> JudgeAnswer(DoubleRequest request, DoubleAnswer answer) => _interfaces[InterfaceOf(request.Path)!].JudgeAnswer(request, answer);
}
