namespace NbaProps.Shared.Deployment.Live;

/// <summary>Compares the environment variables of a service with those that are declared. Others than these are somebody else's: they are kept, and no finding.</summary>
public static class VariableDrift
{
    /// <summary>What is not as declared, in the order of the names.</summary>
    /// <param name="service">The service.</param>
    /// <param name="declared">The variables that the deployment owns, with their values; for a secret the name of its version.</param>
    /// <param name="live">All variables that the service has.</param>
    public static IReadOnlyList<LiveFinding> Compare(string service, IReadOnlyDictionary<string, string> declared, IReadOnlyDictionary<string, string> live)
    {
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(live);
        var findings = new List<LiveFinding>();
        foreach (var (name, value) in declared.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var subject = $"{service} {name}";
            if (!live.TryGetValue(name, out var there))
            {
                findings.Add(new(LiveProblem.Missing, subject, "the variable is not set"));
            }
            else if (!string.Equals(value, there, StringComparison.Ordinal))
            {
                findings.Add(new(LiveProblem.Differs, subject, "the variable has another value than it is declared with"));
            }
        }

        return findings;
    }

    /// <summary>Those that nobody declared, by name: somebody else's, to be kept.</summary>
    /// <param name="service">The service.</param>
    /// <param name="declared">The names that the deployment owns.</param>
    /// <param name="live">The names that the service has.</param>
    public static IReadOnlyList<LiveFinding> Foreign(string service, IEnumerable<string> declared, IEnumerable<string> live) =>
    [
        .. live.Except(declared, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new LiveFinding(LiveProblem.Foreign, $"{service} {name}", "the variable is not declared, and is kept")),
    ];
}
