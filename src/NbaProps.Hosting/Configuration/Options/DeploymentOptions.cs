namespace NbaProps.Hosting.Configuration;

/// <summary>What is deployed, against what is on main.</summary>
public sealed record DeploymentOptions
{
    /// <summary>Whether builds are compared with main: the watcher tells of drift, and phase 5 does not begin on a build that is more than three commits behind. Without it: in mode cloud.</summary>
    public bool? Watched { get; init; }

    /// <summary>
    /// Why phase 5 may begin although its build is too far behind main, or unknown there: who decided it and until when. Each day's hand-off tells of it while it
    /// is set. None: it may not.
    /// </summary>
    public string? AllowStale { get; init; }

    /// <summary>The services' addresses by name, such as <c>Deployment:Services:predictions</c>, where the watcher asks them for their version. Without any: this machine's ports, and nobody in mode cloud.</summary>
    public IReadOnlyDictionary<string, Uri> Services { get; init; } = new SortedDictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>The reason, where there is one: blanks allow nothing.</summary>
    internal string? AllowedBecause => string.IsNullOrWhiteSpace(AllowStale) ? null : AllowStale.Trim();

    /// <summary>Whether builds are compared with main.</summary>
    /// <param name="mode">The installation's.</param>
    public bool IsWatchedIn(Mode mode) => Watched ?? mode == Mode.Cloud;

    /// <summary>Where each service is asked for its version; none where nothing is configured and ports are any that are free.</summary>
    /// <param name="mode">The installation's.</param>
    /// <param name="ports">This machine's.</param>
    public IReadOnlyDictionary<string, Uri> AddressesIn(Mode mode, PortsOptions ports)
    {
        ArgumentNullException.ThrowIfNull(ports);
        if (Services.Count > 0 || ports.Base == 0 || mode == Mode.Cloud)
        {
            return Services;
        }

        return new SortedDictionary<string, Uri>(
            PortsOptions.Services.Where(service => service != PortsOptions.Broker).ToDictionary(service => service, service => new Uri(ports.UrlOf(service)), StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
