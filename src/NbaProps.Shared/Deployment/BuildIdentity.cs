using System.Reflection;
using System.Runtime.InteropServices;

namespace NbaProps.Shared.Deployment;

/// <summary>Which build this is. What is not known is said to be <see cref="Unknown"/>, never invented.</summary>
public sealed record BuildIdentity
{
    /// <summary>Where a service tells its own over HTTP.</summary>
    public const string Address = "/version";

    /// <summary>What stands for a value that nobody told.</summary>
    public const string Unknown = "unknown";

    /// <summary>Environment variable with the commit, for builds that have no Git folder; it wins over what the compiler stamped.</summary>
    public const string CommitVariable = "NBAPROPS_COMMIT";

    /// <summary>Environment variable with the time of the build, ISO 8601, UTC. The compiler stamps none, so that equal sources make equal bytes.</summary>
    public const string BuiltAtVariable = "NBAPROPS_BUILT_AT";

    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>The commit, forty hexadecimal digits as a rule.</summary>
    public required string Commit { get; init; }

    /// <summary>When it was built, as it was told.</summary>
    public required string BuiltAt { get; init; }

    /// <summary>The runtime, for example <c>.NET 10.0.1</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>Reads the identity of an assembly's build.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="assembly">An assembly of the build.</param>
    /// <param name="environment">Looks an environment variable up; null where it is not set.</param>
    public static BuildIdentity Of(string service, Assembly assembly, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(environment);
        var informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return new BuildIdentity
        {
            Service = service,
            Commit = Told(environment(CommitVariable)) ?? CommitIn(informational) ?? Unknown,
            BuiltAt = Told(environment(BuiltAtVariable)) ?? Unknown,
            Runtime = RuntimeInformation.FrameworkDescription,
        };
    }

    /// <summary>The commit in an informational version, <c>1.0.0+commit</c>; null when it has none.</summary>
    internal static string? CommitIn(string? informational) =>
        informational?.IndexOf('+', StringComparison.Ordinal) is { } plus and >= 0 ? Told(informational[(plus + 1)..]) : null;

    private static string? Told(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
