using Microsoft.Extensions.Logging;

using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.Verification;

namespace NbaProps.Hosting.Services;

/// <summary>A project that is verified, with the credentials of this machine. Nothing is asked of it until it is used.</summary>
public sealed class CloudVerification : IDisposable
{
    private readonly GoogleClients _clients;

    /// <summary>Opens it.</summary>
    /// <param name="plan">Where and how.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where repeated calls are told.</param>
    public CloudVerification(VerificationPlan plan, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _clients = new GoogleClients(plan.GoogleCloud, DefaultTokens.OfThisMachine(), time, loggers);
        Ways = new(_clients.BigQuery(), _clients.PubSub(), _clients.Firestore(), _clients.Storage());
        Sweep = new(Ways with { Firestore = _clients.FirestoreOfOwner() }, plan.GoogleCloud);
    }

    /// <summary>The ways to its interfaces.</summary>
    public GoogleWays Ways { get; }

    /// <summary>Deletes what verifications have made.</summary>
    public ScratchSweep Sweep { get; }

    /// <inheritdoc/>
    public void Dispose() => _clients.Dispose();
}
