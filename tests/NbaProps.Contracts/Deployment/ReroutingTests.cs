using System.Text.Json.Nodes;

using NbaProps.GoogleDouble;
using NbaProps.GoogleDouble.Deployment;
using NbaProps.Shared.Deployment;

namespace NbaProps.Contracts.Deployment;

/// <summary>For some seconds after Cloud Run says that requests go elsewhere, some go where they went before.</summary>
public sealed class ReroutingTests : DeployedInstallation
{
    // More than the three answers that count for a build.
    private const int Late = 8;

    [Theory]
    [InlineData(false, 200)]
    [InlineData(false, 503)]
    [InlineData(true, 404)]
    [InlineData(false, 404)]
    public async Task A_build_is_not_judged_by_answers_that_are_not_its_own(bool isAtItsOwnAddress, int ready)
    {
        await InstallAsync();
        var asked = 0;
        Run.Serving = (revision, request) => revision.Commit == New && IsOwn(request) == isAtItsOwnAddress && ++asked <= Late ? Previous(request, ready) : null;

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldBeNull();

        asked.ShouldBeGreaterThan(Late);
        Run.Served("predictions")!.Commit.ShouldBe(New);
    }

    [Fact]
    public async Task A_build_that_never_answers_itself_is_given_up()
    {
        await InstallAsync();
        Run.Serving = (revision, request) => revision.Commit == New && !IsOwn(request) ? Previous(request, 200) : null;

        var problem = await DeployAsync(New, Only(DeployedServices.Predictions));

        problem.ShouldNotBeNull();
        problem.ShouldContain("lost it again");
        problem.ShouldContain($"is predictions of commit {Old}");
        Run.Served("predictions")!.Commit.ShouldBe(Old);
    }

    [Fact]
    public async Task Of_the_builds_own_answers_the_third_counts_however_many_of_others_came_before()
    {
        await InstallAsync();
        var (asked, own) = (0, 0);
        Run.Serving = (revision, request) => revision.Commit != New || IsOwn(request) ? null
            : ++asked <= Late ? Previous(request, 200)
            : request.Path == "/health/ready" ? DoubleAnswer.Refused(++own > 0 ? 503 : 0, "UNAVAILABLE", "because") : null;

        (await DeployAsync(New, Only(DeployedServices.Predictions))).ShouldNotBeNull().ShouldContain("answers 503");

        own.ShouldBe(3);
    }

    private static bool IsOwn(DoubleRequest request) => request.Host.StartsWith("next---", StringComparison.Ordinal);

    private static DoubleAnswer Previous(DoubleRequest request, int ready) => (ready, request.Path) switch
    {
        (404, _) => new DoubleAnswer(404, "<html><title>Error 404 (Not Found)</title></html>"u8.ToArray()),
        (_, "/version") => DoubleAnswer.Of(new JsonObject { ["service"] = "predictions", ["commit"] = Old, ["contracts"] = new JsonObject() }),
        _ => DoubleAnswer.Of(new JsonObject { ["service"] = "predictions", ["ready"] = ready == 200 }, ready),
    };
}
