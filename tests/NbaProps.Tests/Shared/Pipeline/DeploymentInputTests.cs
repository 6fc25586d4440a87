using NbaProps.Domain.Calendar;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Shared.Pipeline;

/// <summary>A gate that reads where its build stands.</summary>
public sealed class DeploymentInputTests
{
    private static readonly GameDate Day = new(2026, 1, 15);
    private static readonly UnitKey Gate = new("gate", new(Day));

    private readonly FakeTimeProvider _time = new(Main.Noon);
    private readonly Bucket _bucket = new();

    [Fact]
    public async Task A_gate_that_its_build_closed_is_asked_again_and_opens_once_the_build_is_new()
    {
        var old = Pipeline(new("predictions", Main.Commit(0)));
        _bucket.Publish(Main.Behind("predictions", 4, 1));
        await AskAsync(old);
        var closed = await old.UnitAsync(Gate);
        (closed.Outcome, closed.Reason).ShouldBe((RunState.Blocked, $"predictions runs {Main.Commit(0)} and is 4 commits behind on its own paths, for 1.0 h"));

        _time.Advance(TimeSpan.FromHours(1));
        _bucket.Publish(Main.Behind("predictions", 0, 1));
        await AskAsync(old);
        (await old.UnitAsync(Gate)).Outcome.ShouldBe(RunState.Succeeded);
    }

    [Fact]
    public async Task A_day_that_has_begun_stands_whatever_is_merged_and_deployed_after()
    {
        var pipeline = Pipeline(new("predictions", Main.Commit(0)));
        _bucket.Publish(Main.Behind("predictions", 0, 1));
        await AskAsync(pipeline);
        var open = await pipeline.UnitAsync(Gate);
        open.Outcome.ShouldBe(RunState.Succeeded);

        _time.Advance(TimeSpan.FromHours(1));
        _bucket.Publish(Main.Behind("predictions", 9, 1));
        await AskAsync(pipeline);
        (await pipeline.UnitAsync(Gate)).ShouldBeEquivalentTo(open);
    }

    [Fact]
    public async Task A_bucket_that_does_not_answer_leaves_the_gate_closed()
    {
        var pipeline = Pipeline(new("predictions", Main.Commit(0)));
        _bucket.Fails = true;
        await AskAsync(pipeline);
        (await pipeline.UnitAsync(Gate)).Outcome.ShouldBe(RunState.Failed);
    }

    [Fact]
    public async Task Where_nobody_watches_the_bucket_is_not_asked()
    {
        var pipeline = Pipeline(null);
        _bucket.Fails = true;
        await AskAsync(pipeline);
        (await pipeline.UnitAsync(Gate)).Outcome.ShouldBe(RunState.Succeeded);
    }

    [Fact]
    public async Task Who_does_not_declare_it_cannot_read_it()
    {
        var pipeline = Pipeline(new("predictions", Main.Commit(0)), declares: false);
        await AskAsync(pipeline);
        var failed = await pipeline.UnitAsync(Gate);
        (failed.Outcome, failed.Reason).ShouldBe((RunState.Failed, "gate reads what is deployed and does not declare it."));
    }

    private WatchedPipeline Pipeline(DeployedBuild? build, bool declares = true)
    {
        var gate = new Keeper(declares);
        var watch = build is null ? null : new DeploymentWatch(build, null, _time);
        return new WatchedPipeline(_time, [UnitWorks.HandOff(gate)], new PipelineManifest([gate.Declaration]), objects: _bucket, deployment: watch);
    }

    private static async Task AskAsync(WatchedPipeline pipeline)
    {
        await pipeline.ReachAsync(Day, Moment.Context);
        await pipeline.Runtime.Tick.RunAsync(dates: null, now: null, CancellationToken.None);
        await pipeline.PumpAsync();
    }

    private sealed class Keeper(bool declares) : IHandOffGate
    {
        public ProcessorDeclaration Declaration { get; } = new()
        {
            Name = "gate", Phase = Phase.Analytics, Purpose = "Opens for a build that is not behind.", Inputs = declares ? [Reads.Clock, Reads.Deployment] : [Reads.Clock],
            Output = new OutputDeclaration.ToNextPhase(), Triggers = [Moment.Context],
        };

        public GateDecision Evaluate(IInputs inputs, RunContext context) => inputs.Deployment is { Drift: { Commits: > 0 } drift } facts
            ? GateDecision.Closed(drift.TextAt(facts.ReadAt))
            : GateDecision.Open("open");
    }
}
