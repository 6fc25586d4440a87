using System.Globalization;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud.Verification;
using NbaProps.Hosting.Services;

namespace NbaProps.Contracts.Project;

/// <summary>The project that <c>deploy verify</c> asks. It is told by an environment variable, and whoever tells it deletes what the suites make.</summary>
internal static class ScratchProject
{
    private static readonly Lazy<CloudVerification> Opened = new(() => new CloudVerification(Plan, TimeProvider.System, NullLoggerFactory.Instance));
    private static int _tests;

    /// <summary>Where and how; only where there is one.</summary>
    public static VerificationPlan Plan => VerificationPlan.Parse(Environment.GetEnvironmentVariable(VerificationPlan.Variable)!);

    public static GoogleWays Ways => Opened.Value.Ways;

    /// <summary>Skips the calling test, visibly, where no project is told.</summary>
    public static void Require() =>
        Skip.If(Environment.GetEnvironmentVariable(VerificationPlan.Variable) is null, "No project is told: ./nbaprops deploy verify runs this suite.");

    /// <summary>A mark of one test, in the names of what it makes.</summary>
    public static string NewTest() => string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _tests)}");

    /// <summary>How often something is done on a project that is done so many times here: each time is a job or a second there.</summary>
    public static int Rounds(int usual) => Math.Max(2, usual / 10);
}
