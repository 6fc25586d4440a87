using NbaProps.Cli.Rendering;
using NbaProps.Deployment;
using NbaProps.Deployment.Applying;
using NbaProps.Deployment.Declaring;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Tests.Cli;

/// <summary>What <c>deploy diff</c> and <c>deploy apply</c> say, to the letter.</summary>
public sealed class DeploymentRenderingTests
{
    private static readonly Grant ByHand = new("project/my-project-1", "roles/datastore.user", "serviceAccount:nbaprops-analytics@my-project-1.iam.gserviceaccount.com");
    private static readonly Grant Deployable = new("service/analytics", "roles/run.invoker", "serviceAccount:nbaprops-push@my-project-1.iam.gserviceaccount.com");

    private static readonly DeploymentDifferences Nothing = new([], [], [], [], []);

    private static readonly DeploymentDifferences Much = new(
        [new(LiveProblem.Missing, "nba-phase1-trigger", "the topic is not there"), new(LiveProblem.Undeclared, "somebodys", "nobody declared it")],
        [
            new("scrapers", [new(LiveProblem.Missing, "scrapers", "the service is not there")]),
            new("analytics", [new(LiveProblem.Differs, "analytics MODE", "it is not as declared"), new(LiveProblem.Foreign, "analytics OWN_SETTING", "it is somebody else's")]),
        ],
        [new(LiveProblem.MissingRight, "service/analytics", "nobody may"), new(LiveProblem.MissingRight, "project/my-project-1", "nobody may")],
        [new(LiveProblem.Paused, "nbaprops-tick", "the schedule is paused"), new(LiveProblem.Disabled, "nbaprops-advance", "Cloud Scheduler switched it off")],
        [Deployable, ByHand])
    {
        Unread = ["secret/nbaprops-odds-api-key", "account/nbaprops-push"],
    };

    [Fact]
    public async Task A_comparison_names_each_finding_by_its_mark_and_what_was_not_compared()
    {
        using var output = new StringWriter();
        await DeploymentText.WriteAsync(output, Much);
        RenderingTests.Lines(output).ShouldBe(
        [
            "+ nba-phase1-trigger: the topic is not there",
            "? somebodys: nobody declared it",
            "+ scrapers: the service is not there",
            "~ analytics MODE: it is not as declared",
            "  analytics OWN_SETTING: it is somebody else's",
            "+ service/analytics: nobody may",
            "+ project/my-project-1: nobody may",
            "~ nbaprops-tick: the schedule is paused",
            "~ nbaprops-advance: Cloud Scheduler switched it off",
            "not compared: the rights on secret/nbaprops-odds-api-key may not be read",
            "not compared: the rights on account/nbaprops-push may not be read",
            "8 differences: ./nbaprops deploy apply puts right what a deployment may, deploy/setup.sh rights gives the other rights.",
            $"Not compared: {DeploymentDifferences.NotCompared}.",
        ]);
    }

    [Theory]
    [InlineData(false, "What is live is as declared.")]
    [InlineData(true, "What is live is as declared, as far as it may be read.")]
    public async Task That_nothing_differs_is_said_of_what_may_be_read(bool isUnread, string expected)
    {
        using var output = new StringWriter();
        await DeploymentText.WriteAsync(output, isUnread ? Nothing with { Unread = ["account/nbaprops-push"] } : Nothing);
        RenderingTests.Lines(output).Reverse().ElementAt(1).ShouldBe(expected);
    }

    [Fact]
    public async Task A_plan_says_first_where_what_and_for_whom_and_last_what_is_refused()
    {
        var installation = Installation.Read("none", name => Placeholder.All.Single(placeholder => placeholder.Name == name).Example);
        using var output = new StringWriter();
        await DeploymentText.WritePlanAsync(output, installation, [DeployedServices.Scrapers, DeployedServices.Analytics], Nothing with { Unread = ["account/nbaprops-push"] }, ["the secret is not there"]);
        RenderingTests.Lines(output).ShouldBe(
        [
            "my-project-1, us-east4: commit 0123456789abcdef0123456789abcdef01234567 for scrapers, analytics",
            "not compared: the rights on account/nbaprops-push may not be read",
            "refused: the secret is not there",
        ]);
    }

    [Fact]
    public void The_end_says_what_was_done_what_is_left_and_what_nobody_knows()
    {
        DeploymentText.End(Nothing, [], done: true, problem: null).ShouldBe("Nothing is to be done.");
        DeploymentText.End(Nothing, ["the secret is not there"], done: false, "refused").ShouldBe("Nothing was changed.");
        DeploymentText.End(Much, [], done: false, problem: null).ShouldBe("Nothing was changed.");
        DeploymentText.End(Much, [], done: false, "scrapers: it is not ready").ShouldBe("Stopped: scrapers: it is not ready. The same command goes on where this one stopped.");
        DeploymentText.End(Much, [], done: true, problem: null).ShouldBe(
            "Done. 3 of the differences are not a deployment's to put right: deploy/setup.sh rights, and by hand what nobody declared or Google switched off."
            + " Nobody knows whether the rights on 2 resources are as declared: they may not be read.");
        DeploymentText.End(Nothing with { Unread = ["account/nbaprops-push"] }, [], done: true, problem: null).ShouldBe(
            "Nothing is to be done. Nobody knows whether the rights on 1 resource are as declared: they may not be read.");
    }

    [Fact]
    public async Task As_a_document_differences_are_apart_from_what_is_somebody_elses()
    {
        var few = new DeploymentDifferences([], [new("analytics", [new(LiveProblem.Differs, "analytics MODE", "other"), new(LiveProblem.Foreign, "analytics OWN", "theirs")])], [], [], []) { Unread = ["account/nbaprops-push"] };
        const string Findings = """
            "differences":[{"problem":"Differs","subject":"analytics MODE","message":"other"}],"foreign":[{"problem":"Foreign","subject":"analytics OWN","message":"theirs"}],"may_not_be_read":["account/nbaprops-push"],
            """;

        using var diff = new StringWriter();
        await JsonOutput.WriteAsync(diff, json => DeploymentJson.Write(json, "my-project-1", few));
        diff.ToString().ShouldBe("{\"project\":\"my-project-1\"," + Findings.Trim() + $"\"not_compared\":\"{DeploymentDifferences.NotCompared}\"}}\n");

        using var apply = new StringWriter();
        await JsonOutput.WriteAsync(apply, json => DeploymentJson.Write(json, "my-project-1", [DeployedServices.Analytics], few, ["no"], ["analytics: asks"], "refused"));
        apply.ToString().ShouldBe("{\"project\":\"my-project-1\",\"services\":[\"analytics\"]," + Findings.Trim() + "\"refusals\":[\"no\"],\"steps\":[\"analytics: asks\"],\"problem\":\"refused\"}\n");
    }
}
