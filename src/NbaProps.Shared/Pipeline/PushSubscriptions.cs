using NbaProps.Shared.Messaging;

namespace NbaProps.Shared.Pipeline;

/// <summary>The push subscriptions of the pipeline, derived from the manifest.</summary>
public static class PushSubscriptions
{
    /// <summary>Those of a phase's service: one for each topic that it subscribes to.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="manifest">The pipeline.</param>
    /// <param name="endpoint">Where the service takes pushes.</param>
    public static IReadOnlyList<Subscription> Of(Phase phase, PipelineManifest manifest, Uri endpoint) =>
    [
        .. Topics.SubscribedBy(phase, manifest)
            .Select(topic => new Subscription($"{topic}-to-phase{(int)phase}", topic, endpoint) { RequiredAttribute = Topics.RequiredAttribute(topic, phase) }),
    ];
}
