namespace NbaProps.Shared.Messaging;

/// <summary>What could not be processed. A dead letter leaves only by being replayed.</summary>
public interface IDeadLetters
{
    /// <summary>Oldest first; of one subscription, or of all.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(string? subscription, CancellationToken cancellationToken);

    /// <summary>Takes over what the bus keeps for a time only. Nothing to do where it keeps dead letters itself.</summary>
    Task CollectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>One dead letter; null where there is none of that id.</summary>
    Task<DeadLetter?> GetAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// Publishes it again, to its own subscription only, with the edited body if there is one, and removes the dead letter in the same step.
    /// Answers the id of the new message.
    /// </summary>
    Task<string> ReplayAsync(long id, string? editedBody, CancellationToken cancellationToken);
}

/// <summary>A message that one subscription gave up on.</summary>
/// <param name="Id">Names it on the command line.</param>
/// <param name="Subscription">Who gave up.</param>
/// <param name="Topic">Where it was published.</param>
/// <param name="MessageId">The bus's id.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Attributes">String attributes.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Attempts">How often it was pushed.</param>
/// <param name="LastError">What the last attempt ended with.</param>
/// <param name="At">When the bus gave up.</param>
public sealed record DeadLetter(
    long Id,
    string Subscription,
    string Topic,
    string MessageId,
    string Body,
    IReadOnlyDictionary<string, string> Attributes,
    DateTimeOffset PublishedAt,
    int Attempts,
    string LastError,
    DateTimeOffset At);
