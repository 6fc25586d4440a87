using System.Globalization;

namespace NbaProps.Shared.Deployment.Drift;

/// <summary>What runs as a service.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Commit">The commit that its build is of, as the build says it.</param>
/// <param name="BuiltAt">When it was built, UTC; null when the build does not say so.</param>
public sealed record DeployedBuild(string Service, string Commit, DateTimeOffset? BuiltAt = null)
{
    /// <summary>What a build says of itself.</summary>
    public static DeployedBuild Of(BuildIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return Of(identity.Service, identity.Commit, identity.BuiltAt);
    }

    /// <summary>What a build was heard to say.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="builtAt">The time of the build; null, or a text that is no time, where it is not known.</param>
    public static DeployedBuild Of(string service, string commit, string? builtAt) => new(
        service,
        commit,
        DateTimeOffset.TryParse(builtAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null);
}
