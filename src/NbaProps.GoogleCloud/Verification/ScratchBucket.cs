using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Storage;
using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The bucket of a verification.</summary>
public static class ScratchBucket
{
    /// <summary>Makes it. What is deleted in it is gone at once.</summary>
    /// <exception cref="TransientException">Cloud Storage did not answer.</exception>
    /// <exception cref="PermanentException">It refuses.</exception>
    public static async Task MakeAsync(GoogleRestClient client, VerificationPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(plan);
        var bucket = new StorageBucket(plan.Names.Bucket, plan.Location)
        {
            SoftDeletePolicy = new("0"),
            IamConfiguration = new(new UniformAccess(Enabled: true), "enforced"),
        };
        var request = GoogleRequest.Json("Cloud Storage make bucket", HttpMethod.Post, $"storage/v1/b?project={Uri.EscapeDataString(plan.Project)}", bucket, StorageJson.Default.StorageBucket);
        var answer = await client.SendAsync(request with { Repeatable = true }, cancellationToken);

        // The name is this run's alone: it is there only by an attempt whose answer was lost.
        if (answer.Meaning != StatusMeaning.AlreadyThere)
        {
            answer.RequireDone();
        }
    }
}
