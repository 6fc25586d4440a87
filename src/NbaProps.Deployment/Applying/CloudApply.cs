using System.Text.Json.Nodes;

using NbaProps.Deployment.Comparing;
using NbaProps.Deployment.Declaring;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Live;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Deployment.Applying;

/// <summary>
/// Brings an installation to its declaration: messages, services, the rights to call them, schedules. Each step looks first and does only what is left, so that
/// the same again goes on where it stopped, and on an installation that is as declared changes nothing.
/// </summary>
public sealed class CloudApply
{
    private readonly CloudDeployment _cloud;
    private readonly Declared _declared;
    private readonly DeploymentComparer _comparer;
    private readonly ServiceProbe _probe;
    private readonly Rollout _rollout;

    /// <summary>One that has not begun.</summary>
    /// <param name="cloud">The ways to what is live.</param>
    /// <param name="manifest">The pipeline.</param>
    /// <param name="installation">What the installation has of its own.</param>
    /// <param name="pace">How patiently services are rolled out.</param>
    /// <param name="time">The clock.</param>
    public CloudApply(CloudDeployment cloud, PipelineManifest manifest, Installation installation, RolloutPace pace, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        (_cloud, _declared) = (cloud, new Declared(manifest, installation));
        _comparer = new DeploymentComparer(cloud, _declared);
        _probe = new ServiceProbe(cloud.Callers, pace.Routed, time);
        _rollout = new Rollout(cloud.Services, _probe, pace, time);
    }

    /// <summary>What is live against what is declared.</summary>
    /// <param name="services">The services that it is about: with all of them, everything there is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TransientException">Google did not answer.</exception>
    /// <exception cref="PermanentException">Google refuses to tell.</exception>
    public Task<DeploymentDifferences> CompareAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken) =>
        _comparer.CompareAsync(services, asRunning: false, cancellationToken);

    /// <summary>What is live against what is declared of the commits that run, however old they are: a service that is behind does not differ for that alone.</summary>
    /// <param name="services">The services that it is about: with all of them, everything there is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TransientException">Google did not answer.</exception>
    /// <exception cref="PermanentException">Google refuses to tell.</exception>
    public Task<DeploymentDifferences> CompareAsRunningAsync(IReadOnlyList<DeployedService> services, CancellationToken cancellationToken) =>
        _comparer.CompareAsync(services, asRunning: true, cancellationToken);

    /// <summary>By service the commit that has its traffic, as its label says; a service without, and one whose deployment was begun and not finished, is not in it.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, string>> CommitsAsync(CancellationToken cancellationToken)
    {
        var commits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in DeployedServices.All)
        {
            if (await _cloud.Services.FindAsync(service.Name, cancellationToken) is { Serving: { } revision } live && !Traffic.IsUnfinished(live)
                && (await _cloud.Services.FindRevisionAsync(revision, cancellationToken))?.Commit is { } commit)
            {
                commits.Add(service.Name, commit);
            }
        }

        return commits;
    }

    /// <summary>What keeps the differences from being put right; none when they may be.</summary>
    /// <param name="differences">What differs.</param>
    /// <param name="warehouse">The live tables.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public Task<IReadOnlyList<string>> RefusalsAsync(DeploymentDifferences differences, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return new Preflight(_cloud, _declared, warehouse, _probe).RefusalsAsync(ToRollOut(differences), cancellationToken);
    }

    /// <summary>Puts the differences right; stops at the first that cannot be.</summary>
    /// <param name="differences">What differs.</param>
    /// <param name="told">Told of each step.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>Why it stopped, in one sentence without a full stop; null when all is as declared, as far as it is a deployment's to change.</returns>
    public async Task<string?> ApplyAsync(DeploymentDifferences differences, Action<string> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentNullException.ThrowIfNull(told);
        await MessagesAsync(differences.Messages, told, cancellationToken);
        var contracts = BuildContracts.Of(_declared.Manifest);
        foreach (var service in ToRollOut(differences))
        {
            var expected = new ExpectedBuild(service.Name, _declared.Installation.Commit, contracts);
            var result = await _rollout.RunAsync(service, _declared.Service(service), expected, told, cancellationToken);
            told($"{service.Name}: {result.Message}");
            if (result.State == RolloutState.Failed)
            {
                return $"{service.Name}: {result.Message}";
            }
        }

        await RightsAsync(differences.Lacking, told, cancellationToken);
        return await SchedulesAsync(differences.Schedules, told, cancellationToken);
    }

    private static IReadOnlyList<DeployedService> ToRollOut(DeploymentDifferences differences) =>
        [.. differences.Services.Where(pair => pair.Value.Any(finding => finding.IsDifference)).Select(pair => DeployedServices.Find(pair.Key)!)];

    private async Task MessagesAsync(IReadOnlyList<LiveFinding> findings, Action<string> told, CancellationToken cancellationToken)
    {
        // One that nobody declared is somebody's; to delete it would be to delete what it has not delivered.
        var wrong = findings.Where(finding => finding.IsDifference && finding.Problem != LiveProblem.Undeclared).Select(finding => finding.Subject).ToHashSet(StringComparer.Ordinal);
        if (wrong.Count == 0)
        {
            return;
        }

        string[] topics = [.. _declared.Topics.Where(wrong.Contains)];
        told($"messages: {string.Join(", ", wrong)}");
        foreach (var pushes in DeployedServices.All.SelectMany(_declared.PushesOf).Where(push => wrong.Contains(push.Subscription.Name)).GroupBy(push => push.Identity))
        {
            await _cloud.Topology(pushes.Key).DeclareAsync(topics, [.. pushes.Select(push => push.Subscription)], cancellationToken);
        }

        if (!DeployedServices.All.SelectMany(_declared.PushesOf).Any(push => wrong.Contains(push.Subscription.Name)))
        {
            await _cloud.Topology(_declared.PushesOf(DeployedServices.Scrapers)[0].Identity).DeclareAsync(topics, [], cancellationToken);
        }
    }

    private async Task RightsAsync(IReadOnlyList<Grant> lacking, Action<string> told, CancellationToken cancellationToken)
    {
        foreach (var grants in lacking.Where(Declared.IsDeployable).GroupBy(grant => grant.Resource, StringComparer.Ordinal))
        {
            var (kind, name) = (Declared.KindOf(grants.First()), Declared.NameOf(grants.First()));

            // A service that is not deployed by this cannot be given rights on.
            if (await _cloud.Policies.FindAsync(kind, name, cancellationToken) is { } policy && RightsComparison.Lacking(grants, policy).ToArray() is { Length: > 0 } still)
            {
                told($"rights: {grants.Key}: {string.Join(", ", still.Select(grant => $"{grant.Role} for {grant.Member}"))}");
                await _cloud.Policies.WriteAsync(kind, name, RightsComparison.With(policy, still), cancellationToken);
            }
        }
    }

    private async Task<string?> SchedulesAsync(IReadOnlyList<LiveFinding> findings, Action<string> told, CancellationToken cancellationToken)
    {
        foreach (var job in _declared.Jobs.Where(job => findings.Any(finding => finding.Subject == ScheduleComparison.NameOf(job) && finding.Problem != LiveProblem.Disabled)))
        {
            var (name, target) = (ScheduleComparison.NameOf(job), job["httpTarget"]!);
            if (await _probe.WhyNoCallAsync(new Uri(target["uri"]!.GetValue<string>()), new Uri(target["oidcToken"]!["audience"]!.GetValue<string>()), cancellationToken) is { } silent)
            {
                return $"{name} is left as it is: {silent}";
            }

            told($"schedule: {name}");
            await PutAsync(job, findings, cancellationToken);
        }

        return null;
    }

    private async Task PutAsync(JsonObject job, IReadOnlyList<LiveFinding> findings, CancellationToken cancellationToken)
    {
        var problems = findings.Where(finding => finding.Subject == ScheduleComparison.NameOf(job)).Select(finding => finding.Problem).ToHashSet();
        if (problems.Contains(LiveProblem.Missing))
        {
            await _cloud.Jobs.CreateAsync(job, cancellationToken);
            return;
        }

        if (problems.Any(problem => problem is not (LiveProblem.Paused or LiveProblem.Disabled)))
        {
            await _cloud.Jobs.PatchAsync(job, cancellationToken);
        }

        if (problems.Contains(LiveProblem.Paused))
        {
            await _cloud.Jobs.ResumeAsync(job["name"]!.GetValue<string>(), cancellationToken);
        }
    }
}
