using System.Globalization;

using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Predictions;

/// <summary>Whether the build that predicts may do so: one that is too far behind main, or that nobody knows there, would predict with code that was replaced or never tested.</summary>
internal static class BuildCheck
{
    /// <summary>Puts what the build's place says onto a decision.</summary>
    /// <param name="decision">The decision without it; one that is closed stays so.</param>
    /// <param name="facts">Where the build stands.</param>
    public static GateDecision Apply(GateDecision decision, DeploymentFacts facts)
    {
        if (!decision.IsOpen)
        {
            return decision;
        }

        // Of a main that was last heard of days ago nobody knows whether the build is behind it: a publisher that is down must not take the predictions with it.
        if (facts.Warning is { } warning)
        {
            return GateDecision.OpenWithWarning($"{decision.Reason}; {(facts.Drift is { } seen ? $"{seen.TextAt(facts.ReadAt)}, but " : string.Empty)}{warning}");
        }

        if (facts.Drift is not { } drift || drift.State == DriftState.Current || (drift.State == DriftState.Behind && drift.Commits <= DriftRule.MostCommitsToPredict))
        {
            return decision;
        }

        var text = drift.TextAt(facts.ReadAt);
        return drift.State == DriftState.Newer ? GateDecision.OpenWithWarning($"{decision.Reason}; {text}")
            : facts.AllowedBecause is { } because ? GateDecision.OpenWithWarning($"{decision.Reason}; {text}, which Deployment:AllowStale allows: {because}")
            : GateDecision.Closed(string.Create(
                CultureInfo.InvariantCulture, $"{text}; at most {DriftRule.MostCommitsToPredict} are accepted. Deploy it, or set Deployment:AllowStale to the reason why it may predict"));
    }
}
