using NbaProps.Shared.Pipeline;

namespace NbaProps.Shared.Deployment;

/// <summary>A service as it is deployed: its name, and the project that is its program.</summary>
/// <param name="Name">Its name in addresses, images and deployments.</param>
/// <param name="Project">The project's folder below <c>src</c>, and its file without the ending.</param>
/// <param name="Phase">The phase that it runs; null for the one that only watches.</param>
public sealed record DeployedService(string Name, string Project, Phase? Phase)
{
    /// <summary>The Dockerfile of the image that its own stands on, from the repository's root; null for the runtime's own.</summary>
    public string? OwnImage { get; init; }
}

/// <summary>The six services that run on Google Cloud.</summary>
public static class DeployedServices
{
    /// <summary>Phase 1. It takes the text out of PDFs, for which it needs a program that the runtime's image does not have.</summary>
    public static DeployedService Scrapers { get; } = new("scrapers", "NbaProps.Scrapers", Pipeline.Phase.Scrapers) { OwnImage = "deploy/images/scrapers-base.Dockerfile" };

    /// <summary>Phase 2.</summary>
    public static DeployedService RawProcessors { get; } = new("raw-processors", "NbaProps.RawProcessors", Pipeline.Phase.RawProcessors);

    /// <summary>Phase 3.</summary>
    public static DeployedService Analytics { get; } = new("analytics", "NbaProps.Analytics", Pipeline.Phase.Analytics);

    /// <summary>Phase 4.</summary>
    public static DeployedService Precompute { get; } = new("precompute", "NbaProps.Precompute", Pipeline.Phase.Precompute);

    /// <summary>Phase 5.</summary>
    public static DeployedService Predictions { get; } = new("predictions", "NbaProps.Predictions", Pipeline.Phase.Predictions);

    /// <summary>The watcher.</summary>
    public static DeployedService Operations { get; } = new("operations", "NbaProps.Operations", Phase: null);

    /// <summary>All, in the order of the phases; the watcher last.</summary>
    public static IReadOnlyList<DeployedService> All { get; } = [Scrapers, RawProcessors, Analytics, Precompute, Predictions, Operations];

    /// <summary>One by its name, or null.</summary>
    public static DeployedService? Find(string name) => All.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.Ordinal));
}
