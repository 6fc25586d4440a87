using System.Globalization;

using NbaProps.Deployment;
using NbaProps.Deployment.Applying;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Cli.Rendering;

/// <summary>What is live against what is declared, for people.</summary>
internal static class DeploymentText
{
    public static async Task WriteAsync(TextWriter output, DeploymentDifferences differences)
    {
        await WriteFindingsAsync(output, differences);
        await WriteUnreadAsync(output, differences);
        var count = differences.All.Count(finding => finding.IsDifference);
        await output.WriteLineAsync(count == 0
            ? differences.Unread.Count == 0 ? "What is live is as declared." : "What is live is as declared, as far as it may be read."
            : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "difference" : "differences")}: ./nbaprops deploy apply puts right what a deployment may, deploy/setup.sh rights gives the other rights."));
        await output.WriteLineAsync($"Not compared: {DeploymentDifferences.NotCompared}.");
    }

    public static async Task WritePlanAsync(
        TextWriter output, Installation installation, IReadOnlyList<DeployedService> services, DeploymentDifferences differences, IReadOnlyList<string> refusals)
    {
        await output.WriteLineAsync($"{installation.Project}, {installation.Region}: commit {installation.Commit} for {(services.Count == 0 ? "no service" : string.Join(", ", services.Select(service => service.Name)))}");
        await WriteFindingsAsync(output, differences);
        await WriteUnreadAsync(output, differences);
        foreach (var refusal in refusals)
        {
            await output.WriteLineAsync($"refused: {refusal}");
        }
    }

    public static string End(DeploymentDifferences differences, IReadOnlyList<string> refusals, bool done, string? problem) => (refusals.Count, done) switch
    {
        (> 0, _) => "Nothing was changed.",
        (_, true) => (differences.IsApplied ? "Nothing is to be done." : "Done.") + Left(differences.ByHand) + Unseen(differences.Unread.Count),
        _ when problem is null => "Nothing was changed.",
        _ => $"Stopped: {problem}. The same command goes on where this one stopped.",
    };

    private static string Left(int byHand) => byHand == 0
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" {byHand} of the differences {(byHand == 1 ? "is" : "are")} not a deployment's to put right: deploy/setup.sh rights, and by hand what nobody declared or Google switched off.");

    private static string Unseen(int unread) => unread == 0
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" Nobody knows whether the rights on {unread} {(unread == 1 ? "resource" : "resources")} are as declared: they may not be read.");

    private static async Task WriteFindingsAsync(TextWriter output, DeploymentDifferences differences)
    {
        foreach (var finding in differences.All)
        {
            await output.WriteLineAsync($"{Mark(finding)} {finding}");
        }
    }

    private static async Task WriteUnreadAsync(TextWriter output, DeploymentDifferences differences)
    {
        foreach (var resource in differences.Unread)
        {
            await output.WriteLineAsync($"not compared: the rights on {resource} may not be read");
        }
    }

    private static string Mark(LiveFinding finding) => finding.Problem switch
    {
        LiveProblem.Missing or LiveProblem.MissingRight => "+",
        LiveProblem.Foreign => " ",
        LiveProblem.Undeclared => "?",
        _ => "~",
    };
}
