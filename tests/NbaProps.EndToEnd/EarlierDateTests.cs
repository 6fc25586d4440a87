using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Days;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// What a moment brings for the date before was asked for while a day's history was being written, and was not ready. That write changed nothing, so that no message tells of
/// it: on a slow machine late gamebooks stayed unread until somebody looked at that date.
/// </summary>
public sealed class EarlierDateTests : IDisposable
{
    private static readonly GameDate Before = GameDate.Parse(SmallArchive.From);

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_walk_asks_again_what_was_not_ready_for_the_date_before_and_leaves_what_failed_there()
    {
        await using var pipeline = await ArchivePipeline.StartAsync(SmallArchive.Write(_temporary.Of("archive")), _temporary.Of("data"));
        await pipeline.WalkAsync(Before, Before);
        var (blocked, failed) = (new UnitKey(RawProcessorsPhase.PlayerPointsProps.Name, new(Before)), new UnitKey(RawProcessorsPhase.InjuryReport.Name, new(Before)));
        var was = (await FindAsync(pipeline, blocked)).Document.Outcome;
        await ChangeAsync(pipeline, blocked, unit => unit with { Outcome = RunState.Blocked, Reason = "an input is not ready", Fingerprint = "another", NextAttempt = null });
        await ChangeAsync(pipeline, failed, unit => unit with { Outcome = RunState.Failed, Reason = "the disk was full", Fingerprint = "another", Attempts = 1, NextAttempt = unit.EndedAt });

        await pipeline.ReachAsync(Before.AddDays(1), Moment.Context);

        (await FindAsync(pipeline, blocked)).Document.Outcome.ShouldBe(was);
        (await FindAsync(pipeline, failed)).Document.Reason.ShouldBe("the disk was full");
    }

    private static async Task ChangeAsync(ArchivePipeline pipeline, UnitKey unit, Func<UnitDocument, UnitDocument> change)
    {
        var (document, version) = await FindAsync(pipeline, unit);
        var result = await pipeline.Pipeline.Watcher.Ports.State.CommitAsync(
            [new DocumentWrite(unit.Path, StateJson.Write(change(document)), Precondition.VersionIs(version))], CancellationToken.None);
        result.ShouldBeOfType<CommitResult.Committed>();
    }

    private static async Task<(UnitDocument Document, string Version)> FindAsync(ArchivePipeline pipeline, UnitKey unit)
    {
        var read = await pipeline.Pipeline.Watcher.Ports.State.GetAsync(unit.Path, CancellationToken.None);
        return (StateJson.Read<UnitDocument>(read.Document.ShouldNotBeNull().Json), read.Document.Version);
    }
}
