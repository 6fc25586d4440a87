using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Scheduler;

/// <summary>The jobs of Cloud Scheduler in a project and a region, as messages of its interface.</summary>
/// <param name="client">The way to Cloud Scheduler.</param>
/// <param name="project">The project's id.</param>
/// <param name="region">Where the jobs are.</param>
public sealed class SchedulerJobs(GoogleRestClient client, string project, string region)
{
    private string Address => $"v1/projects/{project}/locations/{region}/jobs";

    /// <summary>All.</summary>
    /// <exception cref="TransientException">Cloud Scheduler did not answer.</exception>
    /// <exception cref="PermanentException">It refuses to tell.</exception>
    public Task<IReadOnlyList<JsonObject>> ListAsync(CancellationToken cancellationToken) => client.ListAsync("Cloud Scheduler list jobs", Address, "jobs", cancellationToken);

    /// <summary>Makes a job that is not there.</summary>
    public Task CreateAsync(JsonObject job, CancellationToken cancellationToken) =>
        client.SendAsync("Cloud Scheduler create job", HttpMethod.Post, Address, job, repeatable: false, cancellationToken);

    /// <summary>Makes a job what the document says. Whether it is paused stays as it is.</summary>
    public Task PatchAsync(JsonObject job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var name = job["name"]!.GetValue<string>();
        return client.SendAsync("Cloud Scheduler patch job", HttpMethod.Patch, $"v1/{name}", job, repeatable: true, cancellationToken);
    }

    /// <summary>Lets a job run that was paused.</summary>
    /// <param name="name">Its full name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task ResumeAsync(string name, CancellationToken cancellationToken) =>
        client.SendAsync("Cloud Scheduler resume job", HttpMethod.Post, $"v1/{name}:resume", [], repeatable: true, cancellationToken);
}
