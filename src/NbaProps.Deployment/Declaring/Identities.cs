using NbaProps.Shared.Deployment;

namespace NbaProps.Deployment.Declaring;

/// <summary>An account that something runs or calls as.</summary>
/// <param name="Id">Its id in the project.</param>
/// <param name="DisplayName">What lists show.</param>
/// <param name="Description">What it is for.</param>
public sealed record Identity(string Id, string DisplayName, string Description)
{
    /// <summary>Its e-mail.</summary>
    public string Email => $"{Id}@{Placeholder.Project}.iam.gserviceaccount.com";

    /// <summary>Its name as a resource.</summary>
    public string Resource => $"projects/{Placeholder.Project}/serviceAccounts/{Email}";

    /// <summary>As bindings name it.</summary>
    public string Member => $"serviceAccount:{Email}";
}

/// <summary>The accounts of an installation: one for each service, so that each may do what it does and no more; those that call; the one that deploys, and the one that compares.</summary>
public static class Identities
{
    /// <summary>As whom Pub/Sub pushes.</summary>
    public static Identity Push { get; } = new("nbaprops-push", "NbaProps push", "Pub/Sub pushes to the services as it.");

    /// <summary>As whom Cloud Scheduler calls the watcher.</summary>
    public static Identity Scheduler { get; } = new("nbaprops-scheduler", "NbaProps scheduler", "Cloud Scheduler calls the watcher as it.");

    /// <summary>As whom the workflows on GitHub build and deploy.</summary>
    public static Identity Deployer { get; } = new("nbaprops-deploy", "NbaProps deploy", "Workflows build images and deploy services as it, by Workload Identity Federation; it has no key.");

    /// <summary>As whom the daily workflow on GitHub compares what is live with what is declared.</summary>
    public static Identity Reader { get; } = new("nbaprops-drift", "NbaProps drift", "The daily comparison reads as it what is deployed, by Workload Identity Federation; it changes nothing and has no key.");

    /// <summary>All.</summary>
    public static IReadOnlyList<Identity> All { get; } = [.. DeployedServices.All.Select(Of), Push, Scheduler, Deployer, Reader];

    /// <summary>As whom Pub/Sub itself acts in the project: Google's own account.</summary>
    public static string PubSubAgent => $"serviceAccount:service-{Placeholder.ProjectNumber}@gcp-sa-pubsub.iam.gserviceaccount.com";

    /// <summary>The workflows of one repository, as Workload Identity Federation names them.</summary>
    public static string Workflows =>
        $"principalSet://iam.googleapis.com/projects/{Placeholder.ProjectNumber}/locations/global/workloadIdentityPools/github/attribute.repository/{Placeholder.Repository}";

    /// <summary>As whom a service runs.</summary>
    public static Identity Of(DeployedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new($"nbaprops-{service.Name}", $"NbaProps {service.Name}", $"The service {service.Name} runs as it.");
    }
}
