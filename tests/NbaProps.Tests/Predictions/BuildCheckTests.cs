using NbaProps.Predictions;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Gates;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

namespace NbaProps.Tests.Predictions;

public sealed class BuildCheckTests
{
    private static readonly GateDecision Open = GateDecision.Open("all there");
    private static readonly DeployedBuild Build = new("predictions", Main.Commit(0));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(7, false)]
    public void More_than_three_commits_behind_on_its_own_paths_it_is_closed(int commits, bool open)
    {
        var decision = BuildCheck.Apply(Open, Facts(Main.Behind("predictions", commits, 1).DriftOf(Build)));
        decision.IsOpen.ShouldBe(open);
        decision.Warns.ShouldBeFalse();
        decision.Reason.ShouldBe(open ? "all there" : FormattableString.Invariant(
            $"predictions runs {Main.Commit(0)} and is {commits} commits behind on its own paths, for 1.0 h; at most 3 are accepted. Deploy it, or set Deployment:AllowStale to the reason why it may predict"));
    }

    [Fact]
    public void Whoever_allows_it_says_why_and_the_hand_off_keeps_that()
    {
        var decision = BuildCheck.Apply(Open, Facts(Main.Behind("predictions", 4, 1).DriftOf(Build)) with { AllowedBecause = "Ann until Friday: the fix is in review" });
        (decision.IsOpen, decision.Warns).ShouldBe((true, true));
        decision.Reason.ShouldBe($"all there; predictions runs {Main.Commit(0)} and is 4 commits behind on its own paths, for 1.0 h, which Deployment:AllowStale allows: Ann until Friday: the fix is in review");
    }

    [Fact]
    public void What_is_allowed_is_not_told_of_a_build_that_needs_no_permission() =>
        BuildCheck.Apply(Open, Facts(Main.Behind("predictions", 1, 1).DriftOf(Build)) with { AllowedBecause = "Ann" }).ShouldBe(Open);

    [Theory]
    [InlineData("unknown")]
    [InlineData("00000000000000000000000000000000000000ff")]
    public void A_build_that_nobody_knows_on_main_is_closed(string commit) =>
        BuildCheck.Apply(Open, Facts(Main.Behind("predictions", 0, 1).DriftOf(Build with { Commit = commit }))).IsOpen.ShouldBeFalse();

    [Fact]
    public void A_build_of_after_what_is_known_of_main_may_predict_and_is_told_of()
    {
        var decision = BuildCheck.Apply(Open, Facts(Main.Behind("predictions", 9, 1).DriftOf(new("predictions", Main.Commit(255), Main.Noon.AddMinutes(1)))));
        (decision.IsOpen, decision.Warns).ShouldBe((true, true));
        decision.Reason.ShouldEndWith("which was built after what is known of main was written");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(9)]
    public void A_main_that_is_missing_or_old_closes_nothing_and_is_told_of(int? commits)
    {
        var drift = commits is { } count ? Main.Behind("predictions", count, 1).DriftOf(Build) : null;
        var decision = BuildCheck.Apply(Open, Facts(drift) with { Warning = "deployments/head.json is missing" });
        (decision.IsOpen, decision.Warns).ShouldBe((true, true));
        decision.Reason.ShouldBe(drift is null ? "all there; deployments/head.json is missing" : $"all there; {drift.TextAt(Main.Noon)}, but deployments/head.json is missing");
    }

    [Fact]
    public void A_gate_that_is_closed_for_another_reason_says_that_one()
    {
        var closed = GateDecision.Closed("no features");
        BuildCheck.Apply(closed, Facts(null) with { Warning = "missing" }).ShouldBe(closed);
        BuildCheck.Apply(closed, Facts(Main.Behind("predictions", 9, 1).DriftOf(Build)) with { AllowedBecause = "Ann" }).ShouldBe(closed);
    }

    [Fact]
    public void Where_nobody_watches_nothing_is_said() => BuildCheck.Apply(Open, DeploymentFacts.NotWatched).ShouldBe(Open);

    [Fact]
    public void The_hand_off_asks_for_it()
    {
        PredictionsPhase.HandOff.Inputs.ShouldContain(Reads.Deployment);
        Gate([TeamContext(Bos)], 4).Reason.ShouldContain("4 commits behind");
        Gate([TeamContext(Bos)], 3).IsOpen.ShouldBeTrue();
        Gate([], 4).ShouldBe(GateDecision.Open("no game to predict"));
    }

    private static GateDecision Gate(UpcomingTeamGameContextRow[] teams, int commits) => new Phase5HandOffGate(new GateOptions()).Evaluate(
        new FakeInputs().Of(PredictionsPhase.HandOff).With(teams).With(Facts(Main.Behind("predictions", commits, 1).DriftOf(Build))), new RunContext(new(Day), Day.At(10)));

    private static DeploymentFacts Facts(ServiceDrift? drift) => new(Main.Noon, drift, null, null);
}
