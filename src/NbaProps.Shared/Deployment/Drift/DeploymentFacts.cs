namespace NbaProps.Shared.Deployment.Drift;

/// <summary>Where the build that runs a unit stands against main, as it was read for the run.</summary>
/// <param name="ReadAt">When it was read, wall clock, UTC.</param>
/// <param name="Drift">Where the build stands; null when nothing is known of main, or nobody watches.</param>
/// <param name="Warning">What is wrong with what is known of main, in one sentence without a full stop; null when nothing is.</param>
/// <param name="AllowedBecause">Why a build that is too far behind may go on; null when nobody allowed it.</param>
public sealed record DeploymentFacts(DateTimeOffset ReadAt, ServiceDrift? Drift, string? Warning, string? AllowedBecause)
{
    /// <summary>Where nobody watches what is deployed: on a developer's machine the working copy is what runs.</summary>
    public static DeploymentFacts NotWatched { get; } = new(DateTimeOffset.UnixEpoch, null, null, null);
}
