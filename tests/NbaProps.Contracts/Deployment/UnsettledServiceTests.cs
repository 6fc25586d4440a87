using System.Text.Json.Nodes;

using NbaProps.GoogleDouble;
using NbaProps.Shared.Deployment;

namespace NbaProps.Contracts.Deployment;

/// <summary>A service that Cloud Run, or somebody, goes on writing while it is deployed.</summary>
public sealed class UnsettledServiceTests : DeployedInstallation
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_Cloud_Run_notes_of_a_service_keeps_it_neither_from_the_last_step_nor_from_going_back(bool isGood)
    {
        await InstallAsync();
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
        await InstallAsync();
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
        await InstallAsync();
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
        await InstallAsync();
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

    private static bool IsOwn(DoubleRequest request) => request.Host.StartsWith("next---", StringComparison.Ordinal);
}
