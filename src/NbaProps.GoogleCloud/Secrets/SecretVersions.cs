using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Secrets;

/// <summary>Whether secrets can be had. Their values are never read.</summary>
/// <param name="client">The way to Secret Manager.</param>
/// <param name="project">The project's id.</param>
public sealed class SecretVersions(GoogleRestClient client, string project)
{
    /// <summary>What keeps a service from being given the newest version of a secret, in one sentence without a full stop; null when nothing does.</summary>
    /// <exception cref="TransientException">Secret Manager did not answer.</exception>
    /// <exception cref="PermanentException">It refuses to tell.</exception>
    public async Task<string?> WhyNotAsync(string name, CancellationToken cancellationToken)
    {
        var version = await client.FindAsync("Secret Manager get version", $"v1/projects/{project}/secrets/{name}/versions/latest", cancellationToken);
        return version?["state"]?.GetValue<string>() switch
        {
            null => $"the secret {name} is not there, or has no version",
            "ENABLED" => null,
            var state => $"the newest version of the secret {name} is {state}",
        };
    }
}
