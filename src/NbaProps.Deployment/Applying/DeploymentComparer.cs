using NbaProps.Deployment.Comparing;
using NbaProps.Deployment.Declaring;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Live;
using NbaProps.Shared.Resilience;

namespace NbaProps.Deployment.Applying;

/// <summary>Compares what is live with what is declared. It changes nothing.</summary>
/// <param name="cloud">The ways to what is live.</param>
/// <param name="declared">What is declared.</param>
internal sealed class DeploymentComparer(CloudDeployment cloud, Declared declared)
{
    /// <summary>Compares what belongs to some services: with all of them everything there is.</summary>
    /// <param name="services">The services.</param>
    /// <param name="asRunning">Whether each is compared as of the commit that it runs, and not as of the installation's.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DeploymentDifferences> CompareAsync(IReadOnlyList<DeployedService> services, bool asRunning, CancellationToken cancellationToken)
    {
        var ofServices = new List<KeyValuePair<string, IReadOnlyList<LiveFinding>>>();
        foreach (var service in services)
        {
            ofServices.Add(new(service.Name, await OfServiceAsync(service, asRunning, cancellationToken)));
        }

        var (rights, unread) = await RightsAsync(services, cancellationToken);
        return new(
            await MessagesAsync(services, cancellationToken),
            ofServices,
            [.. rights.Select(right => right.Finding).OfType<LiveFinding>()],
            services.Contains(Declaring.ScheduledCall.Service) ? ScheduleComparison.Compare(declared.Jobs, await cloud.Jobs.ListAsync(cancellationToken)) : [],
            [.. rights.Select(right => right.Grant)])
        {
            Unread = unread,
        };
    }

    private async Task<IReadOnlyList<LiveFinding>> OfServiceAsync(DeployedService service, bool asRunning, CancellationToken cancellationToken)
    {
        var live = await cloud.Services.FindAsync(service.Name, cancellationToken);
        var serving = live?.Serving is { } name ? await cloud.Services.FindRevisionAsync(name, cancellationToken) : null;
        var findings = ServiceComparison.Compare(service.Name, declared.Service(service, asRunning ? serving?.Commit : null), live, serving);
        string?[] underWay =
        [
            live is { IsSettled: false } ? "a change of the service is not finished" : null,
            live is not null ? Traffic.Unfinished(live) : null,
        ];
        return [.. findings, .. underWay.OfType<string>().Select(message => new LiveFinding(LiveProblem.Differs, service.Name, message))];
    }

    // Everything is compared, and what is somebody's whom this is not about is left out: of one service alone the subscriptions of others would look undeclared.
    private async Task<IReadOnlyList<LiveFinding>> MessagesAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken)
    {
        var all = await cloud.Subscriptions.CompareAsync(declared.Topics, [.. DeployedServices.All.SelectMany(declared.PushesOf)], cancellationToken);
        var others = DeployedServices.All.Except(services).SelectMany(declared.PushesOf).Select(push => push.Subscription.Name).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(finding => !others.Contains(finding.Subject))];
    }

    private async Task<(IReadOnlyList<(Grant Grant, LiveFinding? Finding)> Rights, IReadOnlyList<string> Unread)> RightsAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken)
    {
        var (found, unread) = (new List<(Grant, LiveFinding?)>(), new List<string>());
        foreach (var grants in declared.Rights.Where(grant => IsOf(grant, services)).GroupBy(grant => grant.Resource, StringComparer.Ordinal))
        {
            try
            {
                var policy = await cloud.Policies.FindAsync(Declared.KindOf(grants.First()), Declared.NameOf(grants.First()), cancellationToken);

                // That a service, a topic or a subscription is not there is told where it belongs.
                found.AddRange(RightsComparison.Lacking(grants, policy).Select(grant => (grant, policy is null && Declared.IsDeployable(grant) ? null : RightsComparison.Finding(grant))));
            }
            catch (PermanentException refused) when (refused.IsDenied)
            {
                // Who may look at one thing and not at another still wants to know of the one.
                unread.Add(grants.Key);
            }
        }

        return (found, unread);
    }

    // A right is of the service that it is on, that it is for, or whose messages it is about.
    private bool IsOf(Grant grant, IReadOnlyList<DeployedService> services) => services.Count == DeployedServices.All.Count || services.Any(service =>
        grant.Resource == $"service/{service.Name}"
        || grant.Member == declared.Installation.Fill(Identities.Of(service).Member)
        || declared.PushesOf(service).Any(push => grant.Resource == $"subscription/{push.Subscription.Name}")
        || (service.Phase is { } phase && grant.Resource == $"topic/{NbaProps.Shared.Pipeline.Topics.Trigger(phase)}"));
}
