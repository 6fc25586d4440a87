using NbaProps.Deployment.Declaring;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Deployment;

/// <summary>The scripts of the deployment, run with the values of a file and no others.</summary>
internal static class DeploymentScript
{
    /// <summary>The values that the repository shows as an example.</summary>
    public const string Example = "deploy/project.env.example";

    /// <summary>Runs a script in the root of the repository.</summary>
    /// <param name="settings">The file of the values, from there.</param>
    /// <param name="environment">Further variables.</param>
    /// <param name="command">The script, from there, and its arguments.</param>
    /// <returns>How it ended, and what it wrote to its two outputs.</returns>
    public static Task<(int Code, string Output, string Errors)> RunAsync(string settings, IEnumerable<(string Name, string? Value)> environment, IEnumerable<string> command) =>
        RunProgram.ToEndAsync("bash", command, environment:
        [
            // Whoever runs the tests may have values of his own.
            .. Placeholder.All.Select(placeholder => (placeholder.Name, (string?)null)),
            ("NBAPROPS_PROJECT_ENV", RepositoryRoot.Of(settings)),
            .. environment,
        ]);
}
