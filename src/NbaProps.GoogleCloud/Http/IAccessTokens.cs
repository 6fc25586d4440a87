namespace NbaProps.GoogleCloud.Http;

/// <summary>Where the tokens come from that calls are made with.</summary>
public interface IAccessTokens
{
    /// <summary>A token that is good for some minutes at least; null where none is wanted, as on an emulator.</summary>
    /// <exception cref="Shared.Resilience.TransientException">None could be had now.</exception>
    /// <exception cref="Shared.Resilience.PermanentException">This machine has no credentials, or they are refused.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>The token was refused: the next one must be another.</summary>
    void Forget(string token);
}

/// <summary>For emulators, which ask for none.</summary>
public sealed class NoTokens : IAccessTokens
{
    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public void Forget(string token)
    {
        // There was none.
    }
}

/// <summary>What an emulator takes for the token of whoever owns the project: it lets only him see what collections there are.</summary>
public sealed class EmulatorOwner : IAccessTokens
{
    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>("owner");

    /// <inheritdoc/>
    public void Forget(string token)
    {
        // It is the only one.
    }
}
