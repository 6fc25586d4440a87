namespace NbaProps.Deployment.Declaring;

/// <summary>Who may do what with what.</summary>
/// <param name="Resource">The resource, as <c>gcloud</c> groups them: its kind, a slash, its name. Kinds: project, service, topic, subscription, dataset, bucket, secret, account, images.</param>
/// <param name="Role">The role.</param>
/// <param name="Member">The account.</param>
public sealed record Grant(string Resource, string Role, string Member)
{
    /// <summary>On which part of the resource only, in Google's condition language; null for all of it.</summary>
    public GrantCondition? Condition { get; init; }
}

/// <summary>A condition of a right.</summary>
/// <param name="Title">What lists show.</param>
/// <param name="Expression">When it holds, in Google's condition language; without commas, which the command line takes apart.</param>
public sealed record GrantCondition(string Title, string Expression);
