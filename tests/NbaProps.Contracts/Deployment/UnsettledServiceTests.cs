using System.Text.Json.Nodes;

using NbaProps.GoogleDouble;
using NbaProps.Shared.Deployment;

namespace NbaProps.Contracts.Deployment;

/// <summary>A service that Cloud Run, or somebody, goes on writing while it is deployed.</summary>
public sealed class UnsettledServiceTests : DeployedInstallation
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_Cloud_Run_notes_of_a_service_does_not_stop_a_build_from_being_made_nor_from_getting_the_traffic(int change)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var (written, notes, since) = (0, 0, Google.Requests.Count);

        // The double's own notes come once the service was read; these come just before the change, three times.
        Google.Fault = request =>
        {
            if (request.Method == "PUT" && written == change - 1 && notes++ < 3)
                Run.WriteStatus("predictions");
            else if (request.Method == "PUT")
                written++;
            return Task.FromResult<DoubleFault?>(null);
        };

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();

        Run.Served("predictions")!.Commit.ShouldBe(New);
        Google.Requests.Skip(since).Count(request => request.Method == "PUT").ShouldBe(6, "three changes, and three that were refused");
        Run.Revisions.Count(revision => revision.Service == "predictions").ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_service_that_is_written_without_an_end_is_left_as_it_is(int change)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var written = 0;
        Google.Fault = request =>
        {
            if (request.Method == "PUT" && ++written >= change)
                Run.WriteStatus("predictions");
            return Task.FromResult<DoubleFault?>(null);
        };

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldNotBeNull().ShouldContain("409 ABORTED");

        Run.Served("predictions")!.Commit.ShouldBe(Old);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_deploys_something_else_while_a_build_is_asked_keeps_what_he_did(bool isWithTraffic)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var (before, done) = (Run.Served("predictions")!.Name, false);
        Google.Answering = async request =>
        {
            // Its last answer before the traffic: whatever comes is not asked any more.
            if (request.IsOfService && IsOwn(request) && request.Path == "/version" && !done)
            {
                done = true;
                await ByHandAsync("predictions", service =>
                {
                    Variables(service).Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "mine" });
                    var next = Run.Revisions.Single(revision => revision.Service == "predictions" && revision.Commit == New).Name;
                    service["spec"]!["template"]!["metadata"]!["labels"]!["commit"] = Old;
                    service["spec"]!["traffic"] = isWithTraffic
                        ? new JsonArray(new JsonObject { ["latestRevision"] = true, ["percent"] = 100 }, Target(next, 0, "next"))
                        : new JsonArray(new JsonObject { ["revisionName"] = before, ["percent"] = 100 }, new JsonObject { ["latestRevision"] = true, ["percent"] = 0, ["tag"] = "next" });
                });
            }
        };

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull().ShouldContain("does not get the traffic: somebody else changed");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
        Run.Served("predictions")!.Variable("OWN_SETTING").ShouldBe(isWithTraffic ? "mine" : null);
        Run.Services["predictions"]["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray().ShouldContain(variable => variable!["name"]!.ToString() == "OWN_SETTING");
    }

    [Fact]
    public async Task Whoever_changes_the_service_before_the_build_is_made_keeps_what_he_did()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var done = false;
        Google.Answering = async request =>
        {
            // The name of the new revision is looked up between the reading and the change.
            if (request.Path.Contains("/revisions/predictions-cbbb", StringComparison.Ordinal) && !done)
            {
                done = true;
                await ByHandAsync("predictions", service => Variables(service).Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "mine" }));
            }
        };

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldNotBeNull().ShouldContain("is not made: somebody else changed predictions meanwhile");

        (Run.Served("predictions")!.Commit, Run.Served("predictions")!.Variable("OWN_SETTING")).ShouldBe((Old, "mine"));
        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();
        (Run.Served("predictions")!.Commit, Run.Served("predictions")!.Variable("OWN_SETTING")).ShouldBe((New, "mine"));
    }

    [Fact]
    public async Task A_change_that_Cloud_Run_never_finishes_is_given_up()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        Run.LooksUntilObserved = int.MaxValue;
        await ByHandAsync("predictions", service => Variables(service).Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "mine" }));
        var since = Google.Requests.Count;

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBe(
            "predictions: Cloud Run has not finished the last change of predictions, and this begins none on top of it");

        Changes(since).ShouldBeEmpty();
        Google.Requests.Skip(since).Count(request => request.Path.EndsWith("/services/predictions", StringComparison.Ordinal)).ShouldBeGreaterThan(250, "ten minutes, every other second");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_Cloud_Run_notes_of_a_service_keeps_it_neither_from_the_last_step_nor_from_going_back(bool isGood)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        Run.Serving = (revision, request) =>
        {
            if (revision.Commit != New || IsOwn(request))
                return null;
            Run.WriteStatus("predictions");
            return isGood ? null : DoubleAnswer.Refused(500, "INTERNAL", "because");
        };

        await EndedAsync(isGood);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_it_notes_between_the_reading_and_the_change_is_read_once_more(bool isGood)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var (asked, notes) = (false, 0);
        Run.Serving = (revision, request) =>
        {
            asked |= revision.Commit == New && !IsOwn(request);
            return isGood || !asked ? null : DoubleAnswer.Refused(500, "INTERNAL", "because");
        };
        Google.Answering = request =>
        {
            if (asked && request.Method == "GET" && request.Path.EndsWith("/services/predictions", StringComparison.Ordinal) && notes++ < 3)
                Run.WriteStatus("predictions");
            return Task.CompletedTask;
        };

        await EndedAsync(isGood);

        notes.ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_sends_requests_elsewhere_while_a_build_is_asked_is_not_overwritten(bool isGood)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var (before, done) = (Run.Served("predictions")!.Name, false);
        Run.Serving = (revision, request) => revision.Commit == New && !IsOwn(request) && !isGood ? DoubleAnswer.Refused(500, "INTERNAL", "because") : null;
        Google.Answering = async request =>
        {
            if (request.IsOfService && !IsOwn(request) && (request.Path == "/version" || !isGood) && !done)
            {
                done = true;
                await ByHandAsync("predictions", service => service["spec"]!["traffic"] = new JsonArray(new JsonObject { ["revisionName"] = before, ["percent"] = 100, ["tag"] = "theirs" }));
            }
        };

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain("somebody else changed");
        Run.Services["predictions"]["spec"]!["traffic"]!.AsArray().ShouldHaveSingleItem()!["tag"]!.ToString().ShouldBe("theirs");
    }

    [Fact]
    public async Task A_change_that_is_not_finished_is_named_and_waited_for()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var before = Run.Served("predictions")!;
        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();
        var (newer, revisions) = (Run.Served("predictions")!, Run.Revisions.Count);
        Run.LooksUntilObserved = 6;
        await ByHandAsync("predictions", service =>
        {
            service["spec"]!["template"]!["metadata"]!["name"] = newer.Name;
            service["spec"]!["traffic"] = new JsonArray(new JsonObject { ["revisionName"] = before.Name, ["percent"] = 100 });
        });

        (await Of(Old).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldContain(finding => finding.Subject == "predictions" && finding.Message == "a change of the service is not finished");
        (await DeployAsync(Old, Only(DeployedServices.Predictions))).ShouldBeNull();

        Run.Served("predictions")!.Name.ShouldBe(before.Name);
        Run.Revisions.Count.ShouldBe(revisions, "what is live was as declared once it was told");
        (await Of(Old).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldBeEmpty();
    }

    private async Task EndedAsync(bool isGood)
    {
        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        if (isGood)
            problem.ShouldBeNull();
        else
            problem.ShouldNotBeNull().ShouldContain("lost it again");
        Run.Served("predictions")!.Commit.ShouldBe(isGood ? New : Old);
        Run.Services["predictions"]["spec"]!["traffic"]!.AsArray().ShouldHaveSingleItem();
    }

    private static JsonObject Target(string revision, int percent, string tag) => new() { ["revisionName"] = revision, ["percent"] = percent, ["tag"] = tag };

    private static bool IsOwn(DoubleRequest request) => request.Host.StartsWith("next---", StringComparison.Ordinal);
}
