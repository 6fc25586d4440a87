using System.Text.RegularExpressions;

using NbaProps.Deployment.Declaring;
using NbaProps.Tests.Architecture;

namespace NbaProps.Tests.Deployment;

/// <summary>Workflows may do little, run what is pinned, and hold no key.</summary>
public sealed class WorkflowTests
{
    private static readonly SourceFile[] Workflows = [.. Repository.Read(".github/workflows")];

    [Fact]
    public void The_workflows_keep_the_rules() => Workflows.SelectMany(workflow => Findings(workflow.Text)).ShouldBeEmpty();

    [Fact]
    public void The_workflows_are_found() => Workflows.Select(workflow => workflow.Name).ShouldBe(["auto-deploy.yml", "ci.yml", "deployment-drift.yml"]);

    [Theory]
    [InlineData("permissions: {}", "permissions: write-all", "begins with more than no permission")]
    [InlineData("actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2", "actions/checkout@v4", "actions/checkout@v4 is not pinned to a commit with its version beside it")]
    [InlineData("persist-credentials: false", "persist-credentials: true", "a checkout keeps its token")]
    [InlineData("COMMIT: ${{ github.event.workflow_run.head_sha }}", "KEY: ${{ secrets.KEY }}", "a secret is read: there is no key")]
    [InlineData("    timeout-minutes: 60", "", "a job has no end")]
    [InlineData("deploy/github-login.sh", "echo ${{ github.event.workflow_run.head_branch }}", "a command is written by an event")]
    public void What_breaks_a_rule_is_found(string kept, string broken, string finding)
    {
        var text = Workflows.Single(workflow => workflow.Name == "auto-deploy.yml").Text;
        text.ShouldContain(kept);

        Findings(text.Replace(kept, broken, StringComparison.Ordinal)).ShouldBe([finding]);
    }

    [Theory]
    [InlineData("auto-deploy.yml")]
    [InlineData("deployment-drift.yml")]
    public void Whoever_compares_with_what_is_declared_is_told_all_that_an_installation_has_of_its_own(string workflow)
    {
        // The repository is told by GitHub itself, and the commit by what the workflow is about.
        var named = Placeholder.All.Where(placeholder => placeholder != Placeholder.Repository && placeholder != Placeholder.Commit);

        named.Where(placeholder => !TextOf(workflow).Contains($"      {placeholder.Name}: ${{{{ vars.{placeholder.Name} }}}}\n", StringComparison.Ordinal)).ShouldBeEmpty();
        TextOf(workflow).ShouldContain("      COMMIT: ${{ github.");
    }

    [Fact]
    public void Who_deploys_and_who_compares_are_two_accounts()
    {
        Regex.Matches(TextOf("auto-deploy.yml"), "github-login.sh (.*)").Select(match => match.Groups[1].Value).ShouldBe([Identities.Deployer.Id]);
        Regex.Matches(TextOf("deployment-drift.yml"), "github-login.sh (.*)").Select(match => match.Groups[1].Value).ShouldBe([Identities.Reader.Id]);
    }

    [Fact]
    public void A_service_is_deployed_by_nothing_but_the_command_that_keeps_what_is_not_its_own()
    {
        TextOf("auto-deploy.yml").ShouldContain("./nbaprops deploy apply --stale --yes");
        Repository.Read("deploy").Where(file => file.Name.EndsWith(".sh", StringComparison.Ordinal)).Concat(Workflows).Where(file => file.Text.Contains("run services replace", StringComparison.Ordinal)
            || file.Text.Contains("run deploy", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string TextOf(string workflow) => Workflows.Single(one => one.Name == workflow).Text;

    private static IEnumerable<string> Findings(string text)
    {
        var lines = text.Split('\n');
        if (!lines.Contains("permissions: {}"))
            yield return "begins with more than no permission";
        foreach (var used in lines.Where(line => Regex.IsMatch(line, @"\buses:")).Select(line => line[(line.IndexOf("uses:", StringComparison.Ordinal) + 5)..].Trim()))
        {
            if (!Regex.IsMatch(used, @"^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$"))
                yield return $"{used} is not pinned to a commit with its version beside it";
        }

        if (Regex.Count(text, @"uses: actions/checkout@") != Regex.Count(text, "persist-credentials: false"))
            yield return "a checkout keeps its token";
        if (text.Contains("secrets.", StringComparison.Ordinal))
            yield return "a secret is read: there is no key";
        if (Regex.Count(text, "runs-on:") != Regex.Count(text, "timeout-minutes:"))
            yield return "a job has no end";

        // What an event says is put into the environment; in a command it would be part of it.
        if (lines.Any(line => line.Contains("${{", StringComparison.Ordinal) && !Regex.IsMatch(line, @"^\s+(group|ref|[A-Z_]+): \$\{\{ [\w.]+ \}\}$|^\s+group: ci-")))
            yield return "a command is written by an event";
    }
}
