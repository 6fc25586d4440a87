using System.Text.Json.Nodes;

using NbaProps.GoogleDouble;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Deployment.Live;

namespace NbaProps.Contracts.Deployment;

/// <summary>What is live against what is declared: each thing that can go wrong by itself or by hand is named, and an apply puts it right.</summary>
public sealed class DiffTests : DeployedInstallation
{
    private const string Tick = $"{Project}/locations/us-east4/jobs/nbaprops-tick";
    private const string Push = $"{Project}/subscriptions/nba-phase1-trigger-to-phase1";

    public static TheoryData<string, LiveProblem, string, string> Schedules => new()
    {
        { "deleted", LiveProblem.Missing, "nbaprops-tick", "the schedule is not there" },
        { "paused", LiveProblem.Paused, "nbaprops-tick", "the schedule is paused" },
        { "target", LiveProblem.Misdirected, "nbaprops-tick", "the schedule calls https://elsewhere.example/watch/tick and is declared to call https://operations-123456789012.us-east4.run.app/watch/tick" },
        { "audience", LiveProblem.Misdirected, "nbaprops-tick", "the schedule's token is for https://elsewhere.example and declared for https://operations-123456789012.us-east4.run.app" },
        { "account", LiveProblem.Misdirected, "nbaprops-tick", "the schedule's httpTarget.oidcToken.serviceAccountEmail is somebody@example.com and declared as nbaprops-scheduler@my-project-1.iam.gserviceaccount.com" },
        { "time", LiveProblem.Differs, "nbaprops-tick", "the schedule is 0 6 * * * America/New_York and declared as */5 * * * * America/New_York" },
        { "retries", LiveProblem.Differs, "nbaprops-tick", "the schedule's retryConfig.retryCount is 7 and declared as 1" },
        { "no retries", LiveProblem.Differs, "nbaprops-tick", "the schedule's retryConfig.retryCount is not said and declared as 1" },
        { "UPDATE_FAILED", LiveProblem.Differs, "nbaprops-tick", "the schedule's state is UPDATE_FAILED: its last change was not done" },
    };

    public static TheoryData<string, LiveProblem, string> Subscriptions => new()
    {
        { "deleted", LiveProblem.Missing, "the subscription is not there" },
        { "deadLetterPolicy", LiveProblem.NoDeadLetter, "the subscription has no dead letters" },
        { "expirationPolicy", LiveProblem.Expires, "the subscription is deleted after 2678400s without a message and is declared to stay" },
        { "endpoint", LiveProblem.Misdirected, "the subscription pushes to https://elsewhere.example/ and is declared to push to https://scrapers-123456789012.us-east4.run.app/pubsub/push" },
        { "account", LiveProblem.Misdirected, "the subscription pushes as nobody and is declared to push as nbaprops-push@my-project-1.iam.gserviceaccount.com for https://scrapers-123456789012.us-east4.run.app" },
        { "ackDeadlineSeconds", LiveProblem.Differs, "the subscription's ackDeadlineSeconds is not as declared" },
        { "attempts", LiveProblem.Differs, "the subscription tries a message 5 times and is declared to try it 15 times" },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public async Task A_schedule_that_is_not_as_declared_is_named_and_put_right(string what, LiveProblem problem, string subject, string message)
    {
        await InstallAsync();
        var job = Google.Deployment.Jobs[Tick];
        switch (what)
        {
            case "deleted": Google.Deployment.Jobs.Remove(Tick); break;
            case "paused": job["state"] = "PAUSED"; break;
            case "target": job["httpTarget"]!["uri"] = "https://elsewhere.example/watch/tick"; break;
            case "audience": job["httpTarget"]!["oidcToken"]!["audience"] = "https://elsewhere.example"; break;
            case "account": job["httpTarget"]!["oidcToken"]!["serviceAccountEmail"] = "somebody@example.com"; break;
            case "time": job["schedule"] = "0 6 * * *"; break;
            case "no retries": job["retryConfig"]!["retryCount"] = 0; break;
            case "UPDATE_FAILED": job["state"] = what; break;
            default: job["retryConfig"]!["retryCount"] = 7; break;
        }

        await NamedAndPutRightAsync(new LiveFinding(problem, subject, message));
    }

    [Fact]
    public async Task A_service_that_is_behind_does_not_differ_from_the_commit_that_it_runs_and_a_changed_variable_does()
    {
        await InstallAsync();
        (await DeployAsync(New, Only(DeployedServices.Analytics))).ShouldBeNull();
        (await Of(New).CompareAsync(DeployedServices.All, default)).Services.Count(pair => pair.Value.Any(finding => finding.IsDifference)).ShouldBe(5);

        (await Of(New).CompareAsRunningAsync(DeployedServices.All, default)).All.ShouldBeEmpty();

        await ByHandAsync("predictions", service => Variables(service).First(variable => variable!["name"]!.ToString() == "NBAPROPS__BigQuery__Location")!["value"] = "EU");
        (await Of(New).CompareAsRunningAsync(DeployedServices.All, default)).All.ShouldHaveSingleItem().Subject.ShouldBe("predictions NBAPROPS__BigQuery__Location");
    }

    [Fact]
    public async Task A_number_that_is_declared_as_0_and_is_another_is_named()
    {
        await InstallAsync();
        Google.Deployment.Jobs[$"{Project}/locations/us-east4/jobs/nbaprops-advance"]["retryConfig"]!["retryCount"] = 3;

        await NamedAndPutRightAsync(new LiveFinding(LiveProblem.Differs, "nbaprops-advance", "the schedule's retryConfig.retryCount is 3 and declared as 0"));
    }

    [Fact]
    public async Task A_schedule_that_Google_disabled_is_named_with_what_to_do_and_is_not_a_deployments_to_put_right()
    {
        await InstallAsync();
        Google.Deployment.Jobs[Tick]["state"] = "DISABLED";
        var since = Google.Requests.Count;

        var differences = await Of(Old).CompareAsync(DeployedServices.All, default);

        var found = differences.All.ShouldHaveSingleItem();
        (found.Problem, found.Subject).ShouldBe((LiveProblem.Disabled, "nbaprops-tick"));
        found.Message.ShouldContain("gcloud scheduler jobs delete nbaprops-tick --location us-east4");
        (differences.ByHand, differences.IsApplied).ShouldBe((1, true));
        (await DeployAsync(Old)).ShouldBeNull();
        Changes(since).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_that_may_not_be_read_is_told_and_all_else_is_compared()
    {
        await InstallAsync();
        Google.Deployment.Policies.Revoke($"{Project}/locations/us-east4/services/scrapers", "roles/run.invoker");
        Google.Fault = request => Task.FromResult(request.Path == $"/v1/{Project}:getIamPolicy" ? DoubleFault.Answered(DoubleAnswer.Refused(403, "PERMISSION_DENIED", "The caller does not have permission")) : null);

        var differences = await Of(Old).CompareAsync(DeployedServices.All, default);

        differences.Unread.ShouldBe(["project/my-project-1"]);
        differences.All.Select(finding => finding.Subject).Distinct().ShouldBe(["service/scrapers"]);
        (await DeployAsync(Old)).ShouldBeNull();
        Google.Fault = _ => Task.FromResult<DoubleFault?>(null);
        differences = await Of(Old).CompareAsync(DeployedServices.All, default);
        differences.All.ShouldBeEmpty();
        differences.Unread.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Subscriptions))]
    public async Task A_subscription_that_is_not_as_declared_is_named_and_put_right(string what, LiveProblem problem, string message)
    {
        await InstallAsync();
        var subscription = Google.Deployment.PubSub.Subscriptions[Push];
        switch (what)
        {
            case "deleted": Google.Deployment.PubSub.Subscriptions.Remove(Push); break;
            case "deadLetterPolicy": subscription.Remove(what); break;
            case "expirationPolicy": subscription[what] = new JsonObject { ["ttl"] = "2678400s" }; break;
            case "endpoint": subscription["pushConfig"]!["pushEndpoint"] = "https://elsewhere.example/"; break;
            case "account": subscription["pushConfig"]!.AsObject().Remove("oidcToken"); break;
            case "attempts": subscription["deadLetterPolicy"]!["maxDeliveryAttempts"] = 5; break;
            default: subscription[what] = 10; break;
        }

        await NamedAndPutRightAsync(new LiveFinding(problem, "nba-phase1-trigger-to-phase1", message));
    }

    [Fact]
    public async Task A_topic_and_the_subscription_that_keeps_dead_letters_are_named_and_made()
    {
        await InstallAsync();
        Google.Deployment.PubSub.Topics.Remove($"{Project}/topics/nba-grading-trigger");
        Google.Deployment.PubSub.Subscriptions.Remove($"{Project}/subscriptions/nba-dead-letters-kept");

        var found = (await Of(Old).CompareAsync(DeployedServices.All, default)).Messages;

        found.ShouldContain(new LiveFinding(LiveProblem.Missing, "nba-grading-trigger", "the topic is not there"));
        found.ShouldContain(new LiveFinding(LiveProblem.Missing, "nba-dead-letters-kept", "the subscription that keeps dead letters is not there"));
        found.ShouldContain(finding => finding.Problem == LiveProblem.NoDeadLetter && finding.Message.EndsWith("which nobody keeps: it has no subscription", StringComparison.Ordinal));
        (await DeployAsync(Old)).ShouldBeNull();

        // Rights on what was deleted went with it.
        (await Of(Old).CompareAsync(DeployedServices.All, default)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_subscription_that_pushes_the_same_is_named_and_left()
    {
        await InstallAsync();
        var second = Google.Deployment.PubSub.Subscriptions[Push].DeepClone().AsObject();
        second["name"] = $"{Project}/subscriptions/second";
        Google.Deployment.PubSub.Subscriptions["second"] = second;
        var since = Google.Requests.Count;

        (await Of(Old).CompareAsync(DeployedServices.All, default)).All.ShouldHaveSingleItem().Problem.ShouldBe(LiveProblem.Undeclared);
        (await DeployAsync(Old)).ShouldBeNull();

        Changes(since).ShouldBeEmpty();
        Google.Deployment.PubSub.Subscriptions.ShouldContainKey("second");
    }

    [Fact]
    public async Task A_variable_that_was_changed_or_wiped_is_named_without_its_value_and_a_foreign_one_is_no_difference()
    {
        await InstallAsync();
        await ByHandAsync("analytics", service =>
        {
            var variables = Variables(service);
            variables.First(variable => variable!["name"]!.ToString() == "NBAPROPS__Mode")!["value"] = "Embedded";
            variables.Remove(variables.First(variable => variable!["name"]!.ToString() == "NBAPROPS__CloudStorage__Bucket"));
            variables.Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "hidden" });
        });

        var found = (await Of(Old).CompareAsync(DeployedServices.All, default)).All.ToArray();

        found.ShouldBe(
        [
            new LiveFinding(LiveProblem.Missing, "analytics NBAPROPS__CloudStorage__Bucket", "the variable is not set"),
            new LiveFinding(LiveProblem.Differs, "analytics NBAPROPS__Mode", "the variable has another value than it is declared with"),
            new LiveFinding(LiveProblem.Foreign, "analytics OWN_SETTING", "the variable is not declared, and is kept"),
        ]);
    }

    [Fact]
    public async Task What_a_service_is_made_of_is_named_and_one_amount_in_two_spellings_is_the_same()
    {
        await InstallAsync();
        await ByHandAsync("analytics", service =>
        {
            var container = service["spec"]!["template"]!["spec"]!["containers"]![0]!;
            container["resources"]!["limits"]!["memory"] = "512Mi";
            container["resources"]!["limits"]!["cpu"] = "1000m";
            container["startupProbe"]!["httpGet"]!["path"] = "/";
            service["spec"]!["template"]!["metadata"]!["annotations"]!["autoscaling.knative.dev/maxScale"] = "40";
        });
        await ByHandAsync("precompute", service => service["spec"]!["template"]!["spec"]!["containers"]![0]!["resources"]!["limits"]!["memory"] = "1024Mi");

        (await Of(Old).CompareAsync(DeployedServices.All, default)).All.Select(finding => finding.ToString()).ShouldBe(
        [
            "analytics annotations.autoscaling.knative.dev/maxScale: it is 40 and declared as 3",
            "analytics containers[0].resources.limits.memory: it is 512Mi and declared as 1Gi",
            "analytics containers[0].startupProbe.httpGet.path: it is / and declared as /health/ready",
        ], ignoreOrder: true);
        Run.Services.Remove("raw-processors");
        (await Of(New).CompareAsync(Only(DeployedServices.RawProcessors), default)).Services[0].Value.ShouldBe([new LiveFinding(LiveProblem.Missing, "raw-processors", "the service is not there")]);
        (await Of(New).CompareAsync(Only(DeployedServices.Scrapers), default)).All.Select(finding => finding.Message).ShouldContain($"it is {Old} and declared as {New}");
    }

    [Theory]
    [InlineData("service/scrapers", $"{Project}/locations/us-east4/services/scrapers", "roles/run.invoker", true)]
    [InlineData("topic/nba-dead-letters", $"{Project}/topics/nba-dead-letters", "roles/pubsub.publisher", true)]
    [InlineData("subscription/nba-phase1-trigger-to-phase1", Push, "roles/pubsub.subscriber", true)]
    [InlineData("secret/nbaprops-odds-api-key", $"{Project}/secrets/nbaprops-odds-api-key", "roles/secretmanager.secretAccessor", false)]
    [InlineData("project/my-project-1", Project, "roles/datastore.user", false)]
    public async Task A_right_that_is_missing_is_named_and_given_where_it_is_a_deployments_to_give(string subject, string resource, string role, bool isGiven)
    {
        await InstallAsync();
        Google.Deployment.Policies.Grant(resource, "roles/viewer", "user:somebody@example.com");
        Google.Deployment.Policies.Revoke(resource, role);

        var found = (await Of(Old).CompareAsync(DeployedServices.All, default)).All.ToArray();

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(finding => finding.Problem == LiveProblem.MissingRight && finding.Subject == subject && finding.Message.EndsWith(role, StringComparison.Ordinal));
        (await DeployAsync(Old)).ShouldBeNull();
        (await Of(Old).CompareAsync(DeployedServices.All, default)).IsEmpty.ShouldBe(isGiven);
        Google.Deployment.Policies.Has(resource, "roles/viewer", "user:somebody@example.com").ShouldBeTrue();
    }

    private async Task NamedAndPutRightAsync(LiveFinding expected)
    {
        (await Of(Old).CompareAsync(DeployedServices.All, default)).All.ShouldBe([expected]);
        (await DeployAsync(Old)).ShouldBeNull();
        (await Of(Old).CompareAsync(DeployedServices.All, default)).All.ShouldBeEmpty();
    }
}
