using NbaProps.Domain;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Days;

/// <summary>Whose games an installation holds. Written when a source is first used; an installation never changes its league.</summary>
public sealed record RecordedSource
{
    private static readonly DocumentPath Path = new("installation", "source");

    /// <summary>The league: one name for the real one, whichever way its payloads come, and one for each that was invented.</summary>
    public required string League { get; init; }

    /// <summary>The source that was used last, as it is typed.</summary>
    public required string Source { get; init; }

    /// <summary>What an installation remembers; null where nothing was ever fetched, or by a version that did not write it down.</summary>
    public static async Task<RecordedSource?> FindAsync(IStateStore state, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(Path, cancellationToken);
        return read.Document is { } stored ? StateJson.Read<RecordedSource>(stored.Json) : null;
    }

    /// <summary>Remembers a source of a league that the installation holds, or begins with.</summary>
    /// <param name="state">Where it is kept.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>False when the installation holds another league: nothing was written.</returns>
    public async Task<bool> ClaimAsync(IStateStore state, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await state.GetAsync(Path, cancellationToken);
            if (read.Document is { } stored && StateJson.Read<RecordedSource>(stored.Json) is var known)
            {
                if (!string.Equals(known.League, League, StringComparison.Ordinal))
                {
                    return false;
                }

                if (known == this)
                {
                    return true;
                }
            }

            // Two that begin at once: the second finds what the first wrote.
            var precondition = read.Document is { } before ? Precondition.VersionIs(before.Version) : Precondition.Absent;
            if (await state.CommitAsync([new DocumentWrite(Path, StateJson.Write(this), precondition)], cancellationToken) is CommitResult.Committed)
            {
                return true;
            }
        }
    }

    /// <summary>Whether a walk over past days has ever come from a source: what an installation of before this record can tell of itself.</summary>
    public static async Task<bool> HasWalkedAsync(IStateStore state, string source, CancellationToken cancellationToken)
    {
        var mark = "_" + ContentHash.Of(source);
        var walks = await state.QueryAsync(new DocumentQuery(Walk.Collection), cancellationToken);
        return walks.Any(walk => StateJson.Read<Walk>(walk.Json).Id.EndsWith(mark, StringComparison.Ordinal));
    }
}
