using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Policies;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.GoogleCloud.Run;
using NbaProps.GoogleCloud.Scheduler;
using NbaProps.GoogleCloud.Secrets;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Deployments;

namespace NbaProps.Hosting.Services;

/// <summary>The ways to what is deployed in a project, with the credentials of this machine. Nothing is asked until it is used.</summary>
public sealed class CloudDeployment : IDisposable
{
    private readonly GoogleClients _clients;

    /// <summary>Opens them.</summary>
    /// <param name="options">The configuration: times, and what stands in for Google's interfaces.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="region">Where services and schedules are.</param>
    /// <param name="environment">Looks an environment variable up; null where it is not set.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where repeated calls are told.</param>
    public CloudDeployment(NbaPropsOptions options, string project, string region, Func<string, string?> environment, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(environment);
        _clients = new GoogleClients(options.GoogleCloud, DefaultTokens.OfThisMachine(), time, loggers);
        var (run, pubSub) = (_clients.Run(region), _clients.PubSub());
        Services = new CloudRunServices(run, project);
        Jobs = new SchedulerJobs(_clients.Scheduler(), project, region);
        Secrets = new SecretVersions(_clients.Secrets(), project);
        Policies = new ResourcePolicies(new PolicyWays(run, pubSub, _clients.Secrets(), _clients.Accounts(), _clients.Projects()), project, region);
        Subscriptions = new LiveSubscriptions(pubSub, project, options.PubSub);
        Topology = identity => new PubSubTopology(pubSub, project, options.PubSub, identity);
        Callers = new HttpMessageInvoker(CallerHandler.Of(options.GoogleCloud.DeploymentEmulator, environment(CallerHandler.TokenVariable), options.GoogleCloud, time, loggers));
    }

    /// <summary>Services and revisions.</summary>
    public CloudRunServices Services { get; }

    /// <summary>Schedules.</summary>
    public SchedulerJobs Jobs { get; }

    /// <summary>Whether secrets can be had.</summary>
    public SecretVersions Secrets { get; }

    /// <summary>Rights.</summary>
    public ResourcePolicies Policies { get; }

    /// <summary>Topics and subscriptions as they are.</summary>
    public LiveSubscriptions Subscriptions { get; }

    /// <summary>Declares topics and subscriptions that are pushed as somebody.</summary>
    public Func<PushIdentity, PubSubTopology> Topology { get; }

    /// <summary>What asks the services themselves.</summary>
    public HttpMessageInvoker Callers { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Callers.Dispose();
        _clients.Dispose();
    }
}
