namespace NbaProps.Shared.Observability;

/// <summary>Something a service needs before it can do its work: a store that answers, a model that is loaded.</summary>
public interface IReadinessCheck
{
    /// <summary>What is checked, in one or two words.</summary>
    string Name { get; }

    /// <summary>Checks it, cheaply: it is asked every few seconds, and its time is limited.</summary>
    /// <returns>Null when it is ready, otherwise one sentence that says what is missing. An exception counts as not ready.</returns>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
