using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Deployment.Declaring;

/// <summary>Every right of every account: each on the smallest resource that Google Cloud knows for it, none that is not used.</summary>
/// <param name="manifest">The pipeline.</param>
public sealed class Grants(PipelineManifest manifest)
{
    private readonly Datasets _datasets = new(manifest);
    private readonly PubSubOptions _pubSub = new();

    /// <summary>All, sorted by resource, role and member.</summary>
    public IReadOnlyList<Grant> All =>
    [
        .. DeployedServices.All.SelectMany(Of).Concat(OfCallers()).Concat(OfPubSub()).Concat(OfDeployer()).Concat(OfReader())
            .OrderBy(grant => grant.Resource, StringComparer.Ordinal).ThenBy(grant => grant.Role, StringComparer.Ordinal).ThenBy(grant => grant.Member, StringComparer.Ordinal),
    ];

    /// <summary>The topics that a service publishes on: its phase's completions, and looks that it asks of itself. The watcher asks everybody.</summary>
    public static IReadOnlyList<string> PublishedBy(DeployedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.Phase is { } phase ? [Topics.Complete(phase), Topics.Trigger(phase)] : [.. Enum.GetValues<Phase>().Select(Topics.Trigger)];
    }

    private IEnumerable<Grant> Of(DeployedService service)
    {
        var member = Identities.Of(service).Member;

        // Firestore has no smaller resource than the project's database, and a job belongs to the project.
        yield return new(Project, "roles/datastore.user", member);
        yield return new(Project, "roles/bigquery.jobUser", member);
        foreach (var topic in PublishedBy(service))
        {
            yield return new($"topic/{topic}", "roles/pubsub.publisher", member);
        }

        foreach (var dataset in _datasets.WrittenBy(service))
        {
            yield return new($"dataset/{dataset}", "roles/bigquery.dataEditor", member);
        }

        foreach (var dataset in _datasets.ReadBy(service))
        {
            yield return new($"dataset/{dataset}", "roles/bigquery.dataViewer", member);
        }

        foreach (var dataset in _datasets.DescribedBy(service))
        {
            yield return new($"dataset/{dataset}", "roles/bigquery.metadataViewer", member);
        }

        foreach (var role in BucketRoles(service))
        {
            yield return new(Bucket, role, member);
        }

        foreach (var secret in Services.All.Single(declaration => declaration.Service == service).Secrets)
        {
            yield return new($"secret/{secret.Name}", "roles/secretmanager.secretAccessor", member);
        }

        // What is known of main: the watcher tells of a service that is behind, and phase 5 does not begin on one.
        if (service.Phase is null or Phase.Predictions)
        {
            yield return new(Bucket, "roles/storage.objectViewer", member) { Condition = BelowDeployments };
        }

        if (service.Phase is null)
        {
            foreach (var asked in DeployedServices.All)
            {
                yield return new($"service/{asked.Name}", "roles/run.invoker", member);
            }

            yield return new($"subscription/{_pubSub.DeadLetterTopic}-kept", "roles/pubsub.subscriber", member);
        }
    }

    // A payload is put once and never changed or deleted: no role has a right to that.
    private static IEnumerable<string> BucketRoles(DeployedService service) => service.Phase switch
    {
        Phase.Scrapers => ["roles/storage.objectCreator", "roles/storage.objectViewer"],
        Phase.RawProcessors => ["roles/storage.objectViewer"],
        _ => [],
    };

    private static IEnumerable<Grant> OfCallers() => DeployedServices.All.Select(service =>
        new Grant($"service/{service.Name}", "roles/run.invoker", (service.Phase is null ? Identities.Scheduler : Identities.Push).Member));

    // Google's own account gives up on a message by publishing it to the dead letters and acknowledging it, and makes the tokens of pushes.
    private IEnumerable<Grant> OfPubSub()
    {
        yield return new($"topic/{_pubSub.DeadLetterTopic}", "roles/pubsub.publisher", Identities.PubSubAgent);
        yield return new($"account/{Identities.Push.Email}", "roles/iam.serviceAccountTokenCreator", Identities.PubSubAgent);
        foreach (var subscription in Enum.GetValues<Phase>().SelectMany(phase => PushSubscriptions.Of(phase, manifest, new Uri("https://nowhere.invalid"))))
        {
            yield return new($"subscription/{subscription.Name}", "roles/pubsub.subscriber", Identities.PubSubAgent);
        }
    }

    private IEnumerable<Grant> OfDeployer()
    {
        yield return new($"account/{Identities.Deployer.Email}", "roles/iam.workloadIdentityUser", Identities.Workflows);
        yield return new(Images, "roles/artifactregistry.writer", Identities.Deployer.Member);
        yield return new(Project, "roles/run.developer", Identities.Deployer.Member);

        // What services read of main is written anew with each push; payloads are beside it, and are none of its business.
        yield return new(Bucket, "roles/storage.objectUser", Identities.Deployer.Member)
        {
            Condition = BelowDeployments,
        };
        foreach (var service in DeployedServices.All)
        {
            yield return new($"account/{Identities.Of(service).Email}", "roles/iam.serviceAccountUser", Identities.Deployer.Member);

            // A build is asked before it gets the traffic.
            yield return new($"service/{service.Name}", "roles/run.invoker", Identities.Deployer.Member);
        }

        // Of federated credentials Google makes an identity token only for who may ask for one of the account, which is the account itself.
        yield return new($"account/{Identities.Deployer.Email}", "roles/iam.serviceAccountOpenIdTokenCreator", Identities.Deployer.Member);

        // What keeps a deployment from beginning: a secret without a version, which is not read, and a table without a column.
        foreach (var secret in DeployedSecret.All)
        {
            yield return new($"secret/{secret.Name}", "roles/secretmanager.viewer", Identities.Deployer.Member);
        }

        foreach (var dataset in _datasets.OfTables)
        {
            yield return new($"dataset/{dataset}", "roles/bigquery.metadataViewer", Identities.Deployer.Member);
        }

        foreach (var role in Comparing)
        {
            yield return new(Project, role, Identities.Deployer.Member);
        }
    }

    private static IEnumerable<Grant> OfReader()
    {
        yield return new($"account/{Identities.Reader.Email}", "roles/iam.workloadIdentityUser", Identities.Workflows);
        yield return new(Project, "roles/run.viewer", Identities.Reader.Member);
        foreach (var role in Comparing)
        {
            yield return new(Project, role, Identities.Reader.Member);
        }
    }

    // Besides services: lists of subscriptions and schedules, which belong to the project, and policies, of whatever they are.
    private static IReadOnlyList<string> Comparing { get; } = ["roles/cloudscheduler.viewer", "roles/iam.securityReviewer", "roles/pubsub.viewer"];

    private static GrantCondition BelowDeployments { get; } = new("deployments", $"resource.name.startsWith(\"projects/_/buckets/{Placeholder.Bucket}/objects/deployments/\")");

    private static string Project => $"project/{Placeholder.Project}";

    private static string Bucket => $"bucket/{Placeholder.Bucket}";

    private static string Images => "images/nbaprops";
}
