using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Warehouse;
using NbaProps.Shared.Warehouse.Ddl;

namespace NbaProps.Deployment.Applying;

/// <summary>What keeps a deployment from beginning: asked before anything is changed.</summary>
/// <param name="cloud">The ways to what is live.</param>
/// <param name="declared">What is declared.</param>
/// <param name="warehouse">The live tables.</param>
/// <param name="probe">Asks services.</param>
internal sealed class Preflight(CloudDeployment cloud, Declared declared, IWarehouse warehouse, ServiceProbe probe)
{
    // Who computes the features, and who predicts from them.
    private static readonly IReadOnlyList<DeployedService> OfFeatures = [DeployedServices.Precompute, DeployedServices.Predictions];

    /// <summary>The reasons, each in one sentence without a full stop; none when it may begin.</summary>
    /// <param name="services">The services that are to be deployed.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<IReadOnlyList<string>> RefusalsAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken)
    {
        if (services.Count == 0)
        {
            return [];
        }

        return [.. await SchemaAsync(cancellationToken), .. await SecretsAsync(services, cancellationToken), .. await FeaturesAsync(services, cancellationToken)];
    }

    private async Task<IReadOnlyList<string>> SchemaAsync(CancellationToken cancellationToken)
    {
        var lacking = new List<SchemaFinding>();
        foreach (var table in declared.Manifest.AllTables)
        {
            lacking.AddRange(SchemaDiff.Compare(table, await warehouse.DescribeAsync(table, cancellationToken)).Where(finding => finding.KeepsABuildOut));
        }

        return [.. lacking.Select(finding => $"{finding.Subject}: {finding.Message}: nbaprops schema apply")];
    }

    private async Task<IReadOnlyList<string>> SecretsAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var secret in services.SelectMany(Declared.SecretsOf).Distinct())
        {
            if (await cloud.Secrets.WhyNotAsync(secret.Name, cancellationToken) is { } reason)
            {
                reasons.Add($"{reason}: deploy/setup.sh secrets, or gcloud secrets versions add {secret.Name}");
            }
        }

        return reasons;
    }

    private async Task<IReadOnlyList<string>> FeaturesAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        var features = BuildContracts.Of(declared.Manifest).Single(contract => contract.Name == BuildContracts.Features);
        foreach (var service in services.Any(OfFeatures.Contains) ? OfFeatures : [])
        {
            if (await cloud.Services.FindAsync(service.Name, cancellationToken) is { Url: { } url, Serving: not null } && await WhyNotAsync(service, url, services, features, cancellationToken) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        return reasons;
    }

    private async Task<string?> WhyNotAsync(DeployedService service, Uri url, IReadOnlyList<DeployedService> services, ContractHash features, CancellationToken cancellationToken)
    {
        var stated = await probe.ContractsAsync(url, cancellationToken);
        if (stated?.GetValueOrDefault(BuildContracts.Champion) is { } champion && champion != features.Hash)
        {
            return $"the champion model of {service.Name} was trained on features {champion}, this build has {features.Hash}: promote a model of these features first";
        }

        // Of two that go together the one that stays has to know what the other will speak of.
        return services.Contains(service) || stated?.GetValueOrDefault(features.Name) == features.Hash
            ? null
            : $"{service.Name}, which stays as it is, states {stated?.GetValueOrDefault(features.Name) ?? "nothing"} as its contract {features.Name}, this build has {features.Hash}: deploy {string.Join(" and ", OfFeatures.Select(one => one.Name))} together";
    }
}
