using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Run;

/// <summary>The services of a project on Cloud Run, as messages of its interface, version 1: those that the rendered files are.</summary>
/// <param name="client">The way to Cloud Run in the region.</param>
/// <param name="project">The project's id.</param>
public sealed class CloudRunServices(GoogleRestClient client, string project)
{
    private string Namespace => $"apis/serving.knative.dev/v1/namespaces/{project}";

    /// <summary>A service; null where there is none.</summary>
    /// <exception cref="TransientException">Cloud Run did not answer.</exception>
    /// <exception cref="PermanentException">Cloud Run refuses to tell.</exception>
    public async Task<LiveService?> FindAsync(string name, CancellationToken cancellationToken) =>
        await client.FindAsync("Cloud Run get service", $"{Namespace}/services/{name}", cancellationToken) is { } document ? new(document) : null;

    /// <summary>A revision; null where there is none.</summary>
    public async Task<LiveRevision?> FindRevisionAsync(string name, CancellationToken cancellationToken) =>
        await client.FindAsync("Cloud Run get revision", $"{Namespace}/revisions/{name}", cancellationToken) is { } document ? new(document) : null;

    /// <summary>Makes a service that is not there.</summary>
    /// <exception cref="PermanentException">It is there, or Cloud Run does not take the document.</exception>
    public async Task<LiveService> CreateAsync(JsonObject service, CancellationToken cancellationToken) =>
        new(await client.SendAsync("Cloud Run create service", HttpMethod.Post, $"{Namespace}/services", service, repeatable: false, cancellationToken));

    /// <summary>
    /// Makes a service what the document says. With the <c>resourceVersion</c> of what was read it is refused when somebody changed the service since, which is why
    /// it is sent once only: a second try would be refused for the sake of the first.
    /// </summary>
    /// <exception cref="TransientException">The service was written meanwhile, by somebody or by Cloud Run itself (<see cref="TransientException.IsConflict"/>), or nobody knows whether it was done.</exception>
    /// <exception cref="PermanentException">Cloud Run does not take the document.</exception>
    public async Task<LiveService> ChangeAsync(string name, JsonObject service, CancellationToken cancellationToken) =>
        new(await client.SendAsync("Cloud Run replace service", HttpMethod.Put, $"{Namespace}/services/{name}", service, repeatable: false, cancellationToken));
}
