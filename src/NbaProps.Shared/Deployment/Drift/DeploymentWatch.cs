using NbaProps.Shared.Objects;

namespace NbaProps.Shared.Deployment.Drift;

/// <summary>Compares the build of this process with what is known of main.</summary>
/// <param name="build">What runs here.</param>
/// <param name="allowedBecause">Why it may go on however far behind; null when nobody allowed it.</param>
/// <param name="time">The wall clock: how old what is known of main is.</param>
public sealed class DeploymentWatch(DeployedBuild build, string? allowedBecause, TimeProvider time)
{
    /// <summary>Reads what is known of main, and compares.</summary>
    /// <param name="objects">Where it is.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<DeploymentFacts> FindAsync(IObjectStore objects, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var head = await HeadReading.FindAsync(objects, now, cancellationToken);
        return new DeploymentFacts(now, head.History?.DriftOf(build), head.Warning, allowedBecause);
    }
}
