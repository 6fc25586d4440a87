using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Replaying;

/// <summary>How far a replay has come, so that one that was interrupted goes on. Only the holder of the folder replays: nobody else writes this document.</summary>
public sealed record ReplayProgress
{
    internal const string Collection = "replays";

    private static readonly DocumentPath Path = new(Collection, "newest");

    /// <summary>The last step that was repeated, by the game clock, UTC; null before the first.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>Whether it came to its end.</summary>
    public bool Completed { get; init; }

    /// <summary>The replay that was interrupted; null when none was.</summary>
    public static async Task<ReplayProgress?> FindInterruptedAsync(IStateStore state, CancellationToken cancellationToken) =>
        (await state.GetAsync(Path, cancellationToken)).Document is { } document && StateJson.Read<ReplayProgress>(document.Json) is { Completed: false } progress ? progress : null;

    /// <summary>Goes on with the replay that was interrupted, or begins one: every unit but the scrapers' then forgets that it has an output.</summary>
    /// <param name="state">State as it is.</param>
    /// <param name="manifest">The pipeline.</param>
    /// <param name="cancellationToken">Ends the begin; the same call goes on.</param>
    public static async Task<ReplayProgress> BeginAsync(IStateStore state, PipelineManifest manifest, CancellationToken cancellationToken)
    {
        if (await FindInterruptedAsync(state, cancellationToken) is { Done: not null } interrupted)
        {
            return interrupted;
        }

        // Remembered first: a warehouse that is half written is no reason to refuse what goes on.
        var begun = await new ReplayProgress().SaveAsync(state, cancellationToken);
        foreach (var document in await state.QueryAsync(new DocumentQuery(UnitKey.Collection), cancellationToken))
        {
            var unit = UnitKey.Parse(document.Path.Id);
            if (manifest.Find(unit.Processor) is not { Phase: Phase.Scrapers })
            {
                await UnitReset.EmptyAsync(state, unit, cancellationToken);
            }
        }

        return begun;
    }

    /// <summary>Remembers how far it has come.</summary>
    public async Task<ReplayProgress> SaveAsync(IStateStore state, CancellationToken cancellationToken)
    {
        await state.CommitAsync([new DocumentWrite(Path, StateJson.Write(this), Precondition.None)], cancellationToken);
        return this;
    }
}
