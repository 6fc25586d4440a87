using System.Text.Json.Nodes;

using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Deployment;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.Deployment;

/// <summary>A deployment that breaks off while the traffic is on its way, or is shared: the next one says so, and goes on or takes it back.</summary>
public sealed class SplitTrafficTests : DeployedInstallation
{
    private const string Later = "cccccccccccccccccccccccccccccccccccccccc";

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task Traffic_that_was_shared_is_shared_as_before_when_the_build_fails_wherever_it_broke_off(int write, bool isGood)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var shares = await ShareAsync();
        (await Of(Old).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldContain(finding =>
            finding.Message == $"no revision has all of the service's traffic: {shares[0]} has 60 %, {shares[1]} has 40 %");
        await BreakOffAsync(write, New);

        Run.Serving = (revision, request) => isGood || revision.Commit != New || IsOwn(request) ? null : DoubleAnswer.Refused(500, "INTERNAL", "because");
        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        Told[0].ShouldBe(write == 1
            ? $"predictions: a deployment of the service was begun and not finished: {shares[0]} (60 %) and {shares[1]} (40 %) has the traffic"
            : $"predictions: a deployment of the service was begun and not finished: {Made(New)} has the traffic and was not proven with it, {shares[0]} (60 %) and {shares[1]} (40 %) had it before");
        if (isGood)
        {
            problem.ShouldBeNull();
            Targets().ShouldBe([$"{Made(New)} 100 "]);
        }
        else
        {
            problem.ShouldNotBeNull().ShouldContain($"lost it again to {shares[0]} (60 %) and {shares[1]} (40 %)");
            Targets().ShouldBe([$"{shares[0]} 60 ", $"{shares[1]} 40 "]);
        }
    }

    [Fact]
    public async Task A_build_that_got_the_traffic_and_was_not_proven_is_named_by_a_comparison()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var before = Run.Served("predictions")!.Name;
        await BreakOffAsync(2, New);

        (await Of(New).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldContain(finding =>
            finding.Message == $"a deployment of the service was begun and not finished: {Made(New)} has the traffic and was not proven with it, {before} had it before");
    }

    [Fact]
    public async Task A_service_whose_deployment_broke_off_is_not_said_to_run_the_new_commit_until_that_is_finished()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        await BreakOffAsync(2, New);

        (await Of(New).CommitsAsync(default)).ContainsKey("predictions").ShouldBeFalse();

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();
        (await Of(New).CommitsAsync(default))["predictions"].ShouldBe(New);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_later_build_that_fails_with_the_traffic_gives_it_to_who_was_proven_last(bool breaksOffAgain)
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var proven = Run.Served("predictions")!.Name;
        await BreakOffAsync(2, New);
        if (breaksOffAgain)
            await BreakOffAsync(1, Later);
        Run.Serving = (revision, request) => revision.Commit != Later || IsOwn(request) ? null : DoubleAnswer.Refused(500, "INTERNAL", "because");

        (await DeployAsync(Later, Only(DeployedServices.Predictions))).ShouldNotBeNull().ShouldContain($"lost it again to {proven}");

        Targets().ShouldBe([$"{proven} 100 "]);
    }

    [Fact]
    public async Task Who_was_given_the_traffic_by_hand_after_a_rollout_broke_off_gets_it_back()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        await ByHandAsync("predictions", service => Variables(service).Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "mine" }));
        var chosen = Run.Served("predictions")!.Name;
        await BreakOffAsync(2, New);

        // As gcloud run services update-traffic does: the tags stay.
        await PutByHandAsync("predictions", service =>
        {
            var traffic = service["spec"]!["traffic"]!.AsArray();
            foreach (var target in traffic)
                target!["percent"] = 0;
            traffic.Add((JsonNode)new JsonObject { ["revisionName"] = chosen, ["percent"] = 100 });
        });
        (await Of(Old).CompareAsync(Only(DeployedServices.Predictions), default)).All.ShouldContain(finding =>
            finding.Message == $"a deployment of the service was begun and not finished: {chosen} has the traffic");
        Run.Serving = (revision, request) => revision.Commit != Later || IsOwn(request) ? null : DoubleAnswer.Refused(500, "INTERNAL", "because");

        (await DeployAsync(Later, Only(DeployedServices.Predictions))).ShouldNotBeNull().ShouldContain($"lost it again to {chosen}");

        Targets().ShouldBe([$"{chosen} 100 "]);
    }

    [Fact]
    public async Task A_later_build_that_does_not_get_the_traffic_says_that_who_keeps_it_was_never_proven()
    {
        await InstallAsync(Old, Only(DeployedServices.Predictions));
        var proven = Run.Served("predictions")!.Name;
        await BreakOffAsync(2, New);
        Run.Serving = (revision, _) => revision.Commit != Later ? null : DoubleAnswer.Refused(500, "INTERNAL", "because");

        (await DeployAsync(Later, Only(DeployedServices.Predictions))).ShouldNotBeNull().ShouldContain($"{Made(New)}, which was never proven with it, keeps it");

        Run.Serving = (_, _) => null;
        (await DeployAsync(Later, Only(DeployedServices.Predictions))).ShouldBeNull();
        Targets().ShouldBe([$"{Made(Later)} 100 "]);
        Run.Revisions.ShouldContain(revision => revision.Name == proven);
    }

    // As somebody shares it in the console: between the build of the installation and the same with a variable of his own.
    private async Task<string[]> ShareAsync()
    {
        var first = Run.Served("predictions")!.Name;
        await ByHandAsync("predictions", service => Variables(service).Add((JsonNode)new JsonObject { ["name"] = "OWN_SETTING", ["value"] = "mine" }));
        var second = Run.Served("predictions")!.Name;
        await ByHandAsync("predictions", service =>
        {
            service["spec"]!["template"]!["metadata"]!.AsObject().Remove("name");
            service["spec"]!["traffic"] = new JsonArray(
                new JsonObject { ["revisionName"] = first, ["percent"] = 60 }, new JsonObject { ["revisionName"] = second, ["percent"] = 40 });
        });
        return [first, second];
    }

    // The change is done, and its answer is lost.
    private async Task BreakOffAsync(int write, string commit)
    {
        var writes = 0;
        Google.Fault = request => Task.FromResult(request.Method == "PUT" && ++writes == write ? DoubleFault.Lost : null);
        await Should.ThrowAsync<TransientException>(() => DeployAsync(commit, Only(DeployedServices.Predictions)));
        Google.Fault = _ => Task.FromResult<DoubleFault?>(null);
        Told.Clear();
    }

    private string Made(string commit) => Run.Revisions.Single(revision => revision.Service == "predictions" && revision.Commit == commit).Name;

    private string[] Targets() => [.. Run.Services["predictions"]["status"]!["traffic"]!.AsArray().Select(target => $"{target!["revisionName"]} {target["percent"]} {target["tag"]}")];

    private static bool IsOwn(DoubleRequest request) => request.Host.StartsWith("next---", StringComparison.Ordinal);
}
