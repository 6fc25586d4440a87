using System.CommandLine;

using NbaProps.Deployment;
using NbaProps.Deployment.Applying;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Manifest;

namespace NbaProps.Cli.Commands;

/// <summary>A project that something is deployed to, opened for a command.</summary>
internal sealed class DeployedProject : IDisposable
{
    private readonly CloudDeployment _cloud;

    private DeployedProject(CloudDeployment cloud, NbaPropsOptions options, Installation installation)
    {
        (_cloud, Options, Installation) = (cloud, options, installation);
        Apply = new CloudApply(cloud, NbaPipeline.Manifest, installation, RolloutPace.OfCloudRun, TimeProvider.System);
    }

    /// <summary>The file with what an installation has of its own.</summary>
    public static Option<string?> ProjectEnv { get; } = new("--project-env") { Description = "What the installation has of its own; default NBAPROPS_PROJECT_ENV, else deploy/project.env" };

    /// <summary>One service of all.</summary>
    public static Option<string?> Service { get; } = new("--service") { Description = "Only this service, with its messages and the rights to call it" };

    /// <summary>The configuration of the project.</summary>
    public NbaPropsOptions Options { get; }

    /// <summary>What it has of its own.</summary>
    public Installation Installation { get; }

    /// <summary>Compares and deploys.</summary>
    public CloudApply Apply { get; }

    /// <summary>Opens it. Nothing is asked of Google yet.</summary>
    /// <exception cref="ConfigurationException">A value is missing.</exception>
    public static DeployedProject Open(CommandContext context, Microsoft.Extensions.Logging.ILoggerFactory loggers)
    {
        var file = context.Parsed.GetValue(ProjectEnv) ?? Environment.GetEnvironmentVariable(Installation.FileVariable) ?? Path.Combine("deploy", "project.env");
        var installation = Installation.Read(file, Environment.GetEnvironmentVariable);

        // The tables and messages are those of the services, wherever this machine's own configuration points.
        var own = context.Options;
        var options = own with
        {
            Mode = Mode.Cloud,
            GoogleCloud = own.GoogleCloud with { ProjectId = installation.Project },
            CloudStorage = own.CloudStorage with { Bucket = installation.Bucket },
            BigQuery = own.BigQuery with { Location = installation.Location },
        };
        return new(new CloudDeployment(options, installation.Project, installation.Region, Environment.GetEnvironmentVariable, TimeProvider.System, loggers), options, installation);
    }

    /// <summary>The services that a command is about: the one that is said, or all.</summary>
    /// <exception cref="UsageException">There is no such service.</exception>
    public static IReadOnlyList<DeployedService> ServicesOf(CommandContext context) => context.Parsed.GetValue(Service) is not { } name
        ? DeployedServices.All
        : DeployedServices.Find(name) is { } service
            ? [service]
            : throw new UsageException($"--service {name} is none: accepted is {string.Join(", ", DeployedServices.All.Select(one => one.Name))}");

    /// <inheritdoc/>
    public void Dispose() => _cloud.Dispose();
}
