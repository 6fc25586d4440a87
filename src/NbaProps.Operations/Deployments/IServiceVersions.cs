using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Operations.Deployments;

/// <summary>Says which build each service runs.</summary>
public interface IServiceVersions
{
    /// <summary>The services that can be asked, in the order in which they are told of.</summary>
    IReadOnlyList<string> Services { get; }

    /// <summary>Asks a service. That it does not answer is an answer.</summary>
    Task<HeardVersion> AskAsync(string service, CancellationToken cancellationToken);
}

/// <summary>What a service answered.</summary>
/// <param name="Service">The service.</param>
/// <param name="Build">Its build; null when it did not answer.</param>
/// <param name="Problem">Why it did not, in one sentence without a full stop; null when it did.</param>
public sealed record HeardVersion(string Service, DeployedBuild? Build, string? Problem)
{
    /// <summary>It answered.</summary>
    public static HeardVersion Of(DeployedBuild build) => new(build.Service, build, null);

    /// <summary>It did not.</summary>
    public static HeardVersion Nothing(string service, string problem) => new(service, null, problem);
}
