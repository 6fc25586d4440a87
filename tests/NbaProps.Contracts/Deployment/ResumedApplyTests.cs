using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Deployment;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Deployment;

/// <summary>A deployment that broke off, at each place where it can, and the same once more.</summary>
public sealed class ResumedApplyTests : DeployedInstallation
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_it_broke_off_the_same_again_does_what_is_left(bool isDone)
    {
        await InstallAsync();
        var (broken, at) = (0, 1);
        for (; ; at++)
        {
            var (from, to) = at % 2 == 1 ? (Old, New) : (New, Old);
            Run.Served("operations")!.Commit.ShouldBe(from);
            Google.Deployment.Jobs.Values.First()["state"] = "PAUSED";
            Google.Deployment.Jobs.Remove($"{Project}/locations/us-east4/jobs/nbaprops-tick");
            Google.Deployment.Policies.Revoke($"{Project}/locations/us-east4/services/operations", "roles/run.invoker");
            var (writes, struck) = (0, false);
            Google.Fault = request => Task.FromResult(
                request.Method != "GET" && !request.Path.EndsWith(":getIamPolicy", StringComparison.Ordinal) && ++writes == at && (struck = true) ? isDone ? DoubleFault.Lost : DoubleFault.Reset : null);
            try
            {
                (await DeployAsync(to, Only(DeployedServices.Operations))).ShouldBeNull();
            }
            catch (TransientException)
            {
                broken++;
            }

            Google.Fault = _ => Task.FromResult<DoubleFault?>(null);
            (await DeployAsync(to, Only(DeployedServices.Operations))).ShouldBeNull();
            Run.Served("operations")!.Commit.ShouldBe(to);
            Run.Services["operations"]["spec"]!["traffic"]!.AsArray().ShouldHaveSingleItem();
            (await Of(to).CompareAsync(Only(DeployedServices.Operations), default)).All.ShouldBeEmpty();
            if (!struck)
                break;
        }

        broken.ShouldBeGreaterThan(3);

        // The one of the installation, and one for each deployment: whatever broke off, none was made twice.
        Run.Revisions.Count(revision => revision.Service == "operations").ShouldBe(1 + at);
    }

    [Fact]
    public async Task A_build_that_had_the_traffic_when_it_broke_off_is_proven_and_loses_it_when_it_fails()
    {
        await InstallAsync();
        var writes = 0;
        Google.Fault = request => Task.FromResult(request.Method == "PUT" && ++writes == 2 ? DoubleFault.Lost : null);
        await Should.ThrowAsync<TransientException>(() => DeployAsync(New, Only(DeployedServices.Predictions)));
        Google.Fault = _ => Task.FromResult<DoubleFault?>(null);
        Run.Serving = (revision, _) => revision.Commit == New ? DoubleAnswer.Refused(500, "INTERNAL", "because") : null;

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain("lost it again");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task A_service_that_was_made_and_never_became_ready_is_made_good()
    {
        Run.Outcome = revision => revision.Service == "scrapers" ? Readiness.Not("Permission denied on secret.") : Readiness.Ready;
        (await DeployAsync(Old, Only(DeployedServices.Scrapers))).ShouldNotBeNull().ShouldContain("Permission denied on secret.");
        Google.Deployment.Policies.Has($"{Project}/locations/us-east4/services/scrapers", "roles/run.invoker", "serviceAccount:nbaprops-push@my-project-1.iam.gserviceaccount.com").ShouldBeFalse();
        Run.Outcome = _ => Readiness.Ready;

        (await DeployAsync(Old, Only(DeployedServices.Scrapers))).ShouldBeNull();

        Run.Served("scrapers")!.Commit.ShouldBe(Old);
        Google.Deployment.Policies.Has($"{Project}/locations/us-east4/services/scrapers", "roles/run.invoker", "serviceAccount:nbaprops-push@my-project-1.iam.gserviceaccount.com").ShouldBeTrue();
    }
}
