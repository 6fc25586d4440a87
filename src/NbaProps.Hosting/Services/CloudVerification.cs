using System.Globalization;
using System.Security.Cryptography;

using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Hosting.Configuration;

namespace NbaProps.Hosting.Services;

/// <summary>A verification of a project, with the credentials of this machine.</summary>
public sealed class CloudVerification : IDisposable
{
    private readonly GoogleClients _clients;
    private readonly DeploymentVerification _verification;

    /// <summary>A verification that has not begun.</summary>
    /// <param name="options">The configuration: location, times, what stands in for Google's interfaces.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where repeated calls are told.</param>
    public CloudVerification(NbaPropsOptions options, string project, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        Run = string.Create(CultureInfo.InvariantCulture, $"verify_{time.GetUtcNow():yyyyMMddHHmmss}_{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
        NotProven = [.. options.GoogleCloud.StandIns().Select(standIn => $"anything of Google's own {standIn.Interface}: {standIn.Address} answered for it ({standIn.Setting})"), .. DeploymentVerification.NotProven];
        _clients = new GoogleClients(options.GoogleCloud, DefaultTokens.OfThisMachine(), time, loggers);
        _verification = new(
            new GoogleWays(_clients.BigQuery(), _clients.PubSub(), _clients.Firestore(), _clients.Storage()),
            new VerificationPlan(project, Run, options.GoogleCloud.FirestoreDatabase, options.BigQuery, options.PubSub),
            time);
    }

    /// <summary>What it says nothing of: first each of Google's interfaces that another server stands in for, since of those nothing is proven at all.</summary>
    public IReadOnlyList<string> NotProven { get; }

    /// <summary>Part of the name of all that is made.</summary>
    public string Run { get; }

    /// <summary>See <see cref="DeploymentVerification.RunAsync"/>.</summary>
    public Task<IReadOnlyList<VerifiedPromise>> RunAsync(bool keep, Action<VerifiedPromise> told, CancellationToken cancellationToken) => _verification.RunAsync(keep, told, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _clients.Dispose();
}
