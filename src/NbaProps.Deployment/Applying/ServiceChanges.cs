using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Run;
using NbaProps.Shared.Resilience;

namespace NbaProps.Deployment.Applying;

/// <summary>
/// Changes of a service that others write, too. Cloud Run writes into it what it notes of it, and refuses a change of what was read before: it is read again and the
/// change made again. Where somebody changed what the change is about, it is not made: he knows better.
/// </summary>
/// <param name="services">Cloud Run.</param>
/// <param name="pace">How patiently.</param>
/// <param name="time">The clock.</param>
internal sealed class ServiceChanges(CloudRunServices services, RolloutPace pace, TimeProvider time)
{
    // How often a change is tried that Cloud Run's own notes refuse.
    private const int Tries = 5;

    /// <summary>Reads a service and changes it.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="objection">What of a service as it is now speaks against the change; null when nothing does.</param>
    /// <param name="change">Changes the document, which is without the status.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    /// <returns>Why it was not made, in one sentence without a full stop; null when it was.</returns>
    public async Task<string?> MakeAsync(string service, Func<LiveService, string?> objection, Action<LiveService, JsonObject> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await services.FindAsync(service, cancellationToken) is not { } live)
            {
                return $"somebody else took {service} away meanwhile";
            }

            if (objection(live) is { } problem)
            {
                return problem;
            }

            var document = live.Document.DeepClone().AsObject();
            document.Remove("status");
            change(live, document);
            try
            {
                await services.ChangeAsync(service, document, cancellationToken);
                return null;
            }
            catch (TransientException refused) when (refused.IsConflict)
            {
                if (attempt == Tries)
                {
                    return refused.Message;
                }
            }

            await Pause.ForAsync(pace.Between, time, cancellationToken);
        }
    }
}
