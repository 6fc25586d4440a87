using System.Text.Json.Nodes;

using NbaProps.Deployment.Declaring;
using NbaProps.Deployment.Rendering;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Deployment.Applying;

/// <summary>What is declared of an installation, with its own values.</summary>
/// <param name="manifest">The pipeline.</param>
/// <param name="installation">The values.</param>
internal sealed class Declared(PipelineManifest manifest, Installation installation)
{
    // Whoever deploys a service sees to these; the others are given once, by whoever may give them.
    private static readonly string[] Deployable = ["service", "topic", "subscription"];
    private static readonly string[] Compared = [.. Deployable, "project", "secret", "account"];

    public PipelineManifest Manifest => manifest;

    public Installation Installation => installation;

    /// <summary>All topics but that of dead letters.</summary>
    public IReadOnlyList<string> Topics { get; } = Shared.Pipeline.Topics.Of(manifest);

    /// <summary>The jobs of the scheduler.</summary>
    public IReadOnlyList<JsonObject> Jobs { get; } = [.. SchedulesFile.Of()["jobs"]!.AsArray().Select(job => installation.Fill(job!.AsObject()))];

    /// <summary>The rights that are compared. Those on datasets, on the bucket and on images are kept elsewhere, and are not.</summary>
    public IReadOnlyList<Grant> Rights { get; } = [.. new Grants(manifest).All.Where(grant => Compared.Contains(KindOf(grant), StringComparer.Ordinal)).Select(grant => grant with
    {
        Resource = installation.Fill(grant.Resource),
        Member = installation.Fill(grant.Member),
        Condition = grant.Condition is { } condition ? condition with { Expression = installation.Fill(condition.Expression) } : null,
    })];

    /// <summary>The document of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="commit">The commit that it is built of; null for the installation's.</param>
    public JsonObject Service(DeployedService service, string? commit = null) =>
        (commit is null ? installation : installation.At(commit)).Fill(CloudRunService.Of(Services.All.Single(declaration => declaration.Service == service)));

    /// <summary>The secrets that a service is given.</summary>
    public static IReadOnlyList<DeployedSecret> SecretsOf(DeployedService service) => Services.All.Single(declaration => declaration.Service == service).Secrets;

    /// <summary>The push subscriptions of a service.</summary>
    public IReadOnlyList<DeclaredPush> PushesOf(DeployedService service)
    {
        if (service.Phase is not { } phase)
        {
            return [];
        }

        var url = installation.Fill(ServiceDeclaration.UrlOf(service));
        var identity = new PushIdentity(installation.Fill(Identities.Push.Email), url);
        return [.. PushSubscriptions.Of(phase, manifest, new Uri(url + PushEndpoint.Path)).Select(subscription => new DeclaredPush(subscription, identity))];
    }

    /// <summary>The kind of a right's resource.</summary>
    public static string KindOf(Grant grant) => grant.Resource[..grant.Resource.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The name of a right's resource.</summary>
    public static string NameOf(Grant grant) => grant.Resource[(grant.Resource.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether a deployment of services gives a right.</summary>
    public static bool IsDeployable(Grant grant) => Deployable.Contains(KindOf(grant), StringComparer.Ordinal);
}
