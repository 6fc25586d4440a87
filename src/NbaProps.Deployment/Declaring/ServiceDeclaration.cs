using NbaProps.Shared.Deployment;

namespace NbaProps.Deployment.Declaring;

/// <summary>How a service runs on Cloud Run. Everything is said: what is not said is Google's default, and a default comes back with the next deployment.</summary>
public sealed record ServiceDeclaration
{
    /// <summary>The service.</summary>
    public required DeployedService Service { get; init; }

    /// <summary>Processors of an instance, as Cloud Run writes them.</summary>
    public string Cpu { get; init; } = "1";

    /// <summary>Memory of an instance, as Cloud Run writes it.</summary>
    public string Memory { get; init; } = "1Gi";

    /// <summary>Requests that an instance answers at a time. A push is a run, and a run holds rows in memory.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Instances that are kept. None: a push or a schedule starts one, and nothing happens between requests.</summary>
    public int MinInstances { get; init; }

    /// <summary>Most instances.</summary>
    public int MaxInstances { get; init; } = 3;

    /// <summary>The secrets that it is given.</summary>
    public IReadOnlyList<DeployedSecret> Secrets { get; init; } = [];

    /// <summary>Variables besides those that every service has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>How long a request may take: as long as Pub/Sub waits for an answer, which is longer than a run's budget.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Where it is called. Cloud Run makes this address of name, number and region, before the service exists.</summary>
    public string Url => UrlOf(Service);

    /// <summary>Where a service is called: no address yet, but what becomes one.</summary>
    public static string UrlOf(DeployedService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return $"https://{service.Name}-{Placeholder.ProjectNumber}.{Placeholder.Region}.run.app";
    }

    /// <summary>The repository of its images.</summary>
    public string Image => $"{Placeholder.Region}-docker.pkg.dev/{Placeholder.Project}/nbaprops/{Service.Name}:{Placeholder.Commit}";
}
