using System.Text.Json.Nodes;

using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Deployment;
using NbaProps.Shared.Deployment;

namespace NbaProps.Contracts.Deployment;

/// <summary>Deployments against the double of what they change.</summary>
public sealed class ApplyTests : DeployedInstallation
{
    [Fact]
    public async Task A_first_run_makes_everything_and_a_second_one_changes_nothing()
    {
        await InstallAsync();

        foreach (var service in DeployedServices.All)
        {
            Run.Served(service.Name)!.Commit.ShouldBe(Old);
            Google.Deployment.Policies.Has(
                $"{Project}/locations/us-east4/services/{service.Name}",
                "roles/run.invoker",
                $"serviceAccount:nbaprops-{(service.Phase is null ? "scheduler" : "push")}@my-project-1.iam.gserviceaccount.com").ShouldBeTrue(service.Name);
        }

        Google.Deployment.PubSub.Topics.Count.ShouldBe(12);
        Google.Deployment.PubSub.Subscriptions.Values.Count(subscription => subscription["deadLetterPolicy"] is not null).ShouldBeGreaterThan(8);
        Google.Deployment.Jobs.Keys.ShouldBe([$"{Project}/locations/us-east4/jobs/nbaprops-advance", $"{Project}/locations/us-east4/jobs/nbaprops-tick"], ignoreOrder: true);
        (await Of(Old).CompareAsync(DeployedServices.All, default)).All.ShouldBeEmpty();
        var before = Google.Requests.Count;

        (await DeployAsync(Old)).ShouldBeNull();

        Changes(before).ShouldBeEmpty();
        Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_rights_to_call_a_service_come_after_it_answered()
    {
        await InstallAsync();

        var requests = Google.Requests.Select(request => $"{request.Method} {(request.IsOfService ? request.Host : string.Empty)}{request.Path}").ToList();
        requests.FindIndex(request => request.EndsWith("services/predictions:setIamPolicy", StringComparison.Ordinal))
            .ShouldBeGreaterThan(requests.FindLastIndex(request => request == "GET predictions-123456789012.us-east4.run.app/version"));
        requests.FindIndex(request => request.StartsWith("POST /v1", StringComparison.Ordinal) && request.EndsWith("/jobs", StringComparison.Ordinal))
            .ShouldBeGreaterThan(requests.FindIndex(request => request.EndsWith("services/operations:setIamPolicy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_new_build_is_asked_before_it_gets_the_traffic_and_once_more_with_it()
    {
        await InstallAsync();
        var since = Google.Requests.Count;

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();

        Run.Served("predictions")!.Commit.ShouldBe(New);
        var steps = Google.Requests.Skip(since).Where(request => request.IsOfService || request.Method == "PUT").Select(request => request.IsOfService ? $"{request.Host.Split('-')[0]} {request.Path}" : "PUT").ToArray();
        steps.ShouldBe(["PUT", "next /health/ready", "next /version", "PUT", "predictions /health/ready", "predictions /version", "PUT"]);
        Run.Services["predictions"]["spec"]!["traffic"]!.AsArray().ShouldHaveSingleItem();
        (await Of(New).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_service_that_is_said_is_touched()
    {
        await InstallAsync();
        Google.Deployment.Policies.Revoke($"{Project}/locations/us-east4/services/predictions", "roles/run.invoker");
        Google.Deployment.Jobs.Clear();
        var since = Google.Requests.Count;

        (await DeployAsync(New, Only(DeployedServices.Analytics))).ShouldBeNull();

        DeployedServices.All.Where(service => Run.Served(service.Name)!.Commit == New).ShouldBe([DeployedServices.Analytics]);
        Changes(since).ShouldAllBe(change => change == "PUT /apis/serving.knative.dev/v1/namespaces/my-project-1/services/analytics");
    }

    [Fact]
    public async Task A_revision_that_fails_leaves_the_traffic_where_it_is_and_says_why()
    {
        await InstallAsync();
        Run.Outcome = revision => revision.Commit == New ? Readiness.Not("The user-provided container failed the configured startup probe checks.") : Readiness.Ready;

        var problem = await DeployAsync(New);

        problem.ShouldNotBeNull();
        problem.ShouldContain("failed the configured startup probe checks");
        problem.ShouldContain($"{Run.Served("scrapers")!.Name} keeps the traffic");
        DeployedServices.All.ShouldAllBe(service => Run.Served(service.Name)!.Commit == Old);
        Run.Revisions.Count(revision => revision.Commit == New).ShouldBe(1, "it stops at the first");
    }

    [Fact]
    public async Task A_revision_that_becomes_neither_ready_nor_not_is_given_up()
    {
        await InstallAsync();
        Run.Outcome = revision => revision.Commit == New ? null : Readiness.Ready;

        var problem = await DeployAsync(New, Only(DeployedServices.Scrapers));

        problem.ShouldNotBeNull();
        problem.ShouldContain("nothing after 10 minutes");
        Run.Served("scrapers")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task What_failed_is_made_again_under_another_name_once_its_cause_is_gone()
    {
        await InstallAsync();
        Run.Outcome = revision => revision.Commit == New ? Readiness.Not("The image was not found.") : Readiness.Ready;
        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldNotBeNull();
        Run.Outcome = _ => Readiness.Ready;

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();

        Run.Served("predictions")!.Name.ShouldEndWith("-2");
        (await Of(New).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_build_that_is_not_ready_at_its_own_address_does_not_get_the_traffic()
    {
        await InstallAsync();
        Run.Serving = (revision, request) => revision.Commit == New && request.Path == "/health/ready" ? DoubleAnswer.Of(new JsonObject { ["ready"] = false, ["notReady"] = "warehouse" }, 503) : null;

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain("answers 503");
        problem.ShouldContain("warehouse");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task An_image_of_another_commit_does_not_get_the_traffic()
    {
        await InstallAsync();
        Run.Serving = (revision, request) => revision.Commit == New && request.Path == "/version"
            ? DoubleAnswer.Of(new JsonObject { ["service"] = "predictions", ["commit"] = "cccccccccccccccccccccccccccccccccccccccc", ["contracts"] = new JsonObject() }) : null;

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain("of commit cccccccccccccccccccccccccccccccccccccccc");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task A_watcher_that_the_clock_cannot_call_does_not_get_the_traffic()
    {
        await InstallAsync();
        Run.Serving = (revision, request) => revision.Commit == New && request.Path == "/watch/tick" ? DoubleAnswer.Refused(404, "NOT_FOUND", "Not Found") : null;

        var problem = await DeployAsync(New, Only(DeployedServices.Operations));

        problem.ShouldNotBeNull();
        problem.ShouldContain("/watch/tick answers 404");
        Run.Served("operations")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task A_build_that_fails_with_the_traffic_loses_it_again()
    {
        await InstallAsync();
        Run.Serving = (revision, request) => revision.Commit == New && !request.Host.StartsWith("next---", StringComparison.Ordinal) ? DoubleAnswer.Refused(500, "INTERNAL", "because") : null;

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain("lost it again");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
        Run.Services["predictions"]["spec"]!["traffic"]!.AsArray().ShouldHaveSingleItem();
        (await Of(New).CompareAsync(Only(DeployedServices.Predictions), default)).IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_somebody_elses_is_kept_and_a_variable_that_was_changed_is_put_right()
    {
        await InstallAsync();
        await ByHandAsync("predictions", service =>
        {
            var variables = Variables(service);
            variables.Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "mine" });
            variables.First(variable => variable!["name"]!.ToString() == "NBAPROPS__BigQuery__Location")!["value"] = "EU";
            service["metadata"]!["labels"]!["team"] = "hoops";
            service["spec"]!["traffic"]!.AsArray().Add((JsonNode)new JsonObject { ["revisionName"] = Run.Served("predictions")!.Name, ["percent"] = 0, ["tag"] = "canary" });
        });

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();

        var served = Run.Served("predictions")!;
        (served.Commit, served.Variable("OWN_SETTING"), served.Variable("NBAPROPS__BigQuery__Location")).ShouldBe((New, "mine", "US"));
        Run.Services["predictions"]["metadata"]!["labels"]!["team"]!.ToString().ShouldBe("hoops");
        Run.Services["predictions"]["spec"]!["traffic"]!.AsArray().Select(target => target!["tag"]?.ToString()).ShouldBe([null, "canary"]);
        var left = (await Of(New).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldHaveSingleItem();
        (left.Subject, left.IsDifference).ShouldBe(("predictions OWN_SETTING", false));
    }

    [Fact]
    public async Task A_change_of_the_service_besides_its_revisions_is_put_right_without_a_new_one()
    {
        await InstallAsync();
        var revisions = Run.Revisions.Count;
        Run.Services["predictions"]["metadata"]!["annotations"]!["run.googleapis.com/ingress"] = "internal";

        (await DeployAsync(Old, Only(DeployedServices.Predictions))).ShouldBeNull();

        Run.Services["predictions"]["metadata"]!["annotations"]!["run.googleapis.com/ingress"]!.ToString().ShouldBe("all");
        Run.Revisions.Count.ShouldBe(revisions);
    }

    [Fact]
    public async Task What_is_declared_of_the_service_itself_waits_until_the_build_is_proven()
    {
        await InstallAsync();
        Run.Services["predictions"]["metadata"]!["annotations"]!["run.googleapis.com/ingress"] = "internal";
        Run.Serving = (revision, request) => revision.Commit == New && request.Path == "/health/ready" ? DoubleAnswer.Refused(503, "UNAVAILABLE", "because") : null;

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldNotBeNull();

        var metadata = Run.Services["predictions"]["metadata"]!;
        (metadata["labels"]!["commit"]!.ToString(), metadata["annotations"]!["run.googleapis.com/ingress"]!.ToString()).ShouldBe((Old, "internal"));
        Run.Serving = (_, _) => null;
        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();
        metadata = Run.Services["predictions"]["metadata"]!;
        (metadata["labels"]!["commit"]!.ToString(), metadata["annotations"]!["run.googleapis.com/ingress"]!.ToString()).ShouldBe((New, "all"));
    }
}
