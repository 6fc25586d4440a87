using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace NbaProps.Hosting.Configuration;

/// <summary>Where the services listen. Cloud Run's <c>PORT</c> wins over all of this.</summary>
public sealed record PortsOptions
{
    /// <summary>
    /// The first port: the dashboard's. The services follow in the order of <see cref="Services"/>; 0 gives each of them any free port. Default 8710.
    /// </summary>
    [Range(0, 65_500)]
    public int Base { get; init; } = 8710;

    /// <summary>The address. Default 127.0.0.1: this machine only.</summary>
    [Required]
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The message broker of this machine: no service of the pipeline, and it has no version to ask for.</summary>
    public const string Broker = "broker";

    /// <summary>The services, in the order of their ports.</summary>
    public static IReadOnlyList<string> Services { get; } =
        ["operations", "scrapers", "raw-processors", "analytics", "precompute", "predictions", Broker];

    /// <summary>Where a service listens; one that is not in <see cref="Services"/> takes any free port.</summary>
    /// <param name="service">Its name.</param>
    public string UrlOf(string service)
    {
        var place = Services.Index().Where(pair => string.Equals(pair.Item, service, StringComparison.Ordinal)).Select(pair => (int?)pair.Index).FirstOrDefault();
        var port = Base == 0 || place is null ? 0 : Base + place.Value;
        return string.Create(CultureInfo.InvariantCulture, $"http://{Address}:{port}");
    }
}
