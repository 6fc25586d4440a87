using NbaProps.Operations.Deployments;
using NbaProps.Shared.Deployment.Drift;

namespace NbaProps.Cli.Rendering;

/// <summary>What runs against main, as it is told.</summary>
/// <param name="Now">When it was compared, UTC.</param>
/// <param name="Drifts">The services that said what they run.</param>
/// <param name="Silent">Those that did not.</param>
/// <param name="Summary">In figures.</param>
internal sealed record DriftReport(DateTimeOffset Now, IReadOnlyList<ServiceDrift> Drifts, IReadOnlyList<HeardVersion> Silent, DriftSummary Summary)
{
    /// <summary>Whether every service runs the newest commit of its own paths.</summary>
    public bool IsQuiet => Silent.Count == 0 && Drifts.All(drift => drift.State == DriftState.Current);

    /// <summary>Compares.</summary>
    public static DriftReport Of(IReadOnlyList<HeardVersion> heard, MainHistory history, DateTimeOffset now)
    {
        ServiceDrift[] drifts = [.. heard.Select(one => one.Build).OfType<DeployedBuild>().Select(history.DriftOf)];
        return new(now, drifts, [.. heard.Where(one => one.Build is null)], DriftSummary.Of(drifts, now));
    }
}
