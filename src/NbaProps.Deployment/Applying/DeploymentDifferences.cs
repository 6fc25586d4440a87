using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Deployment.Applying;

/// <summary>What is live against what is declared, in the order in which a deployment puts it right.</summary>
/// <param name="Messages">Topics and subscriptions.</param>
/// <param name="Services">By the service's name, in the order of the phases.</param>
/// <param name="Rights">Rights that are missing.</param>
/// <param name="Schedules">Schedules.</param>
/// <param name="Lacking">The missing rights, to be given.</param>
public sealed record DeploymentDifferences(
    IReadOnlyList<LiveFinding> Messages,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<LiveFinding>>> Services,
    IReadOnlyList<LiveFinding> Rights,
    IReadOnlyList<LiveFinding> Schedules,
    IReadOnlyList<Grant> Lacking)
{
    /// <summary>What no comparison looks at.</summary>
    public const string NotCompared = "the rights on datasets, on the bucket and on images; what the bucket and the alerts are like. Tables: nbaprops schema diff";

    /// <summary>The resources whose rights may not be read, and are not compared.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>All, in that order, with what is somebody else's.</summary>
    public IEnumerable<LiveFinding> All => Messages.Concat(Services.SelectMany(pair => pair.Value)).Concat(Rights).Concat(Schedules);

    /// <summary>Whether nothing is to be put right.</summary>
    public bool IsEmpty => !All.Any(finding => finding.IsDifference);

    /// <summary>Whether nothing is left that a deployment changes: neither what somebody else made, nor rights that are given by hand, are its business.</summary>
    public bool IsApplied => ByHand == All.Count(finding => finding.IsDifference);

    /// <summary>The differences that a person has to put right.</summary>
    public int ByHand => Messages.Count(finding => finding.Problem == LiveProblem.Undeclared) + Schedules.Count(finding => finding.Problem == LiveProblem.Disabled) + Lacking.Count(grant => !Declared.IsDeployable(grant));
}
