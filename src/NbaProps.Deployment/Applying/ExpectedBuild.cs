using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Deployment;

namespace NbaProps.Deployment.Applying;

/// <summary>What a build has to say of itself before it gets requests.</summary>
/// <param name="Service">The service.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Contracts">What all builds of the installation agree on.</param>
internal sealed record ExpectedBuild(string Service, string Commit, IReadOnlyList<ContractHash> Contracts)
{
    /// <summary>The paths that the clock calls.</summary>
    public IReadOnlyList<string> Called => Service == ScheduledCall.Service.Name ? [.. ScheduledCall.All.Select(call => call.Path)] : [];

    /// <summary>What speaks against the contracts that a build states; null when nothing does.</summary>
    public string? WhyNot(IReadOnlyDictionary<string, string> stated)
    {
        if (Contracts.FirstOrDefault(contract => stated.GetValueOrDefault(contract.Name) != contract.Hash) is { } other)
        {
            return $"the image of {Service} states {stated.GetValueOrDefault(other.Name) ?? "nothing"} as its contract {other.Name}, this command is of {other.Hash}: build both of the same commit";
        }

        var features = Contracts.Single(contract => contract.Name == BuildContracts.Features).Hash;
        return stated.TryGetValue(BuildContracts.Champion, out var champion) && champion != features
            ? $"the champion model of {Service} was trained on features {champion}, the build has {features}: promote a model of these features, or deploy a build of those"
            : null;
    }
}
