namespace NbaProps.GoogleCloud.Verification;

/// <summary>One promise of a port, asked of the real thing.</summary>
/// <param name="What">The promise, in words.</param>
/// <param name="WhyNotAsync">Why it does not hold; null when it does.</param>
internal sealed record PortCheck(string What, Func<CancellationToken, Task<string?>> WhyNotAsync);

/// <summary>What is asked of one port, in resources that were made for it alone.</summary>
internal interface IPortVerification
{
    /// <summary>The port.</summary>
    string Port { get; }

    /// <summary>The promises, in the order in which they are asked: later ones may stand on what earlier ones left.</summary>
    IReadOnlyList<PortCheck> Checks { get; }

    /// <summary>Makes the resources.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Deletes them, as far as they were made.</summary>
    Task CleanAsync(CancellationToken cancellationToken);
}

/// <summary>What came of one promise.</summary>
/// <param name="Port">The port.</param>
/// <param name="What">The promise.</param>
/// <param name="Reason">Why it does not hold, or was not asked; null when it holds.</param>
public sealed record VerifiedPromise(string Port, string What, string? Reason);
