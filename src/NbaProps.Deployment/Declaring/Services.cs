using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Deployment;

namespace NbaProps.Deployment.Declaring;

/// <summary>How each service is deployed.</summary>
public static class Services
{
    /// <summary>All, in the order of the phases; the watcher last.</summary>
    public static IReadOnlyList<ServiceDeclaration> All { get; } =
    [
        // One instance: how often a source may be asked is counted in a process. Pages of many games at a time are what takes memory.
        new()
        {
            Service = DeployedServices.Scrapers,
            Concurrency = 32,
            MaxInstances = 1,
            Secrets = DeployedSecret.All,
            Variables = [Variable("Upstreams:GoogleDrive:Enabled", Placeholder.BigDataBall.ToString())],
        },
        new() { Service = DeployedServices.RawProcessors },
        new() { Service = DeployedServices.Analytics },
        new() { Service = DeployedServices.Precompute },
        new() { Service = DeployedServices.Predictions },

        // It looks after the credits of sources that count them, which are those that a key is configured for.
        new()
        {
            Service = DeployedServices.Operations,
            Concurrency = 4,
            MaxInstances = 1,
            Secrets = [DeployedSecret.OddsApi],
            Variables =
            [
                Variable("Operations:Clock", nameof(WatcherClock.Scheduler)),
                Variable("Upstreams:GoogleDrive:Enabled", Placeholder.BigDataBall.ToString()),

                // It asks each service which commit it is.
                .. DeployedServices.All.Select(service => Variable($"Deployment:Services:{service.Name}", ServiceDeclaration.UrlOf(service))),
            ],
        },
    ];

    /// <summary>The variables of a service, sorted by name: those that the deployment owns. Others are somebody else's.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> VariablesOf(ServiceDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var caller = declaration.Service.Phase is null ? Identities.Scheduler : Identities.Push;
        return
        [
            .. new[]
            {
                Variable("Mode", nameof(Mode.Cloud)),
                Variable("GoogleCloud:ProjectId", Placeholder.Project.ToString()),
                Variable("BigQuery:Location", Placeholder.Location.ToString()),
                Variable("CloudStorage:Bucket", Placeholder.Bucket.ToString()),
                Variable("Push:Authentication", nameof(PushAuthentication.Platform)),
                Variable("Push:ServiceAccount", caller.Email),
                Variable("Push:Audience", declaration.Url),
                Variable("Logging:Project", Placeholder.Project.ToString()),
            }.Concat(declaration.Variables).Concat(declaration.Secrets.Where(secret => secret.File is not null).Select(secret => KeyValuePair.Create(secret.Variable, secret.File!)))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal),
        ];
    }

    private static KeyValuePair<string, string> Variable(string key, string value) =>
        new($"{NbaPropsConfiguration.VariablePrefix}{key.Replace(":", "__", StringComparison.Ordinal)}", value);
}
