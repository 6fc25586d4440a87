namespace NbaProps.Shared.Resilience;

/// <summary>Where a payload is not as its source's payloads must be: the source has changed, and will answer so until it or the contract is mended.</summary>
/// <param name="Field">The field without positions, such as <c>game.actions[].actionNumber</c>: the same for every payload that breaks alike.</param>
/// <param name="Was">What was there: a value, cut after some characters, or <c>missing</c>.</param>
/// <param name="Accepted">What is accepted there, in words.</param>
public sealed record ContractBreak(string Field, string Was, string Accepted)
{
    /// <summary>The break that an error tells of, be it wrapped in others; null for every other error.</summary>
    public static ContractBreak? Of(Exception? failure)
    {
        for (var error = failure; error is not null; error = error.InnerException)
        {
            if (error is PermanentException { Break: { } broken })
            {
                return broken;
            }
        }

        return null;
    }

    /// <summary>In a sentence.</summary>
    public override string ToString() => $"{Field} is {Was}; accepted is {Accepted}";
}
