namespace NbaProps.Shared.Deployment.Drift;

/// <summary>A commit of main's own line: what a push or a merge made of main at that time.</summary>
/// <param name="Commit">Forty hexadecimal digits, lower case.</param>
/// <param name="At">When it was committed, UTC; for a merge when it was merged, whatever the age of what it brought.</param>
/// <param name="Services">The services whose own paths it changed, in ordinal order; none for one of documentation alone.</param>
public sealed record MainCommit(string Commit, DateTimeOffset At, IReadOnlyList<string> Services)
{
    /// <summary>Whether it changed a service's own paths.</summary>
    public bool Touches(string service) => Services.Contains(service, StringComparer.Ordinal);
}
