using System.Globalization;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.State;

namespace NbaProps.Shared.Pipeline.Days;

/// <summary>How far a walk over past days has come, so that one that was interrupted goes on, and one that was finished visits anew.</summary>
public sealed record Walk
{
    internal const string Collection = "walks";

    /// <summary>First and last date, and a mark of the source: a walk goes on only where it came from.</summary>
    public required string Id { get; init; }

    /// <summary>Which visit of the days this walk is.</summary>
    public int Visit { get; init; } = 1;

    /// <summary>The last date whose moments have all been reached; null before the first.</summary>
    public GameDate? Done { get; init; }

    /// <summary>Whether it came to its end.</summary>
    public bool Completed { get; init; }

    /// <summary>
    /// The walk that a command begins or goes on with. It goes on only where nobody else has visited its days meanwhile: after another walk, from
    /// another source perhaps, it visits all of them anew.
    /// </summary>
    /// <param name="state">Where walks are kept.</param>
    /// <param name="range">The dates.</param>
    /// <param name="source">Where the payloads come from, named so that the same source is always named the same.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public static async Task<Walk> BeginAsync(IStateStore state, GameDateRange range, string source, CancellationToken cancellationToken)
    {
        var id = IdOf(range, source);
        var known = await FindAsync(state, id, cancellationToken);
        var next = await NextVisitAsync(state, range, cancellationToken);
        return known is { Completed: false } && next <= known.Visit + 1
            ? known
            : new Walk { Id = id, Visit = Math.Max(next, (known?.Visit ?? 0) + 1) };
    }

    /// <summary>Whether this walk has come to its end, whoever has visited its days since.</summary>
    public static async Task<bool> IsCompletedAsync(IStateStore state, GameDateRange range, string source, CancellationToken cancellationToken) =>
        await FindAsync(state, IdOf(range, source), cancellationToken) is { Completed: true };

    /// <summary>Remembers how far it has come. Only the holder of the folder walks, so that nobody else writes this document.</summary>
    public async Task<Walk> SaveAsync(IStateStore state, CancellationToken cancellationToken)
    {
        await state.CommitAsync([new DocumentWrite(new DocumentPath(Collection, Id), StateJson.Write(this), Precondition.None)], cancellationToken);
        return this;
    }

    private static string IdOf(GameDateRange range, string source) => string.Create(CultureInfo.InvariantCulture, $"{range.From}_{range.To}_{ContentHash.Of(source)}");

    private static async Task<Walk?> FindAsync(IStateStore state, string id, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(new DocumentPath(Collection, id), cancellationToken);
        return read.Document is { } stored ? StateJson.Read<Walk>(stored.Json) : null;
    }

    // Days that another walk has visited are visited anew by this one.
    private static async Task<int> NextVisitAsync(IStateStore state, GameDateRange range, CancellationToken cancellationToken)
    {
        var days = await state.QueryAsync(new DocumentQuery(GameDay.Collection, range.From.ToString(), range.To.ToString()), cancellationToken);
        var visits = days.Select(document => StateJson.Read<GameDay>(document.Json)).SelectMany(day => day.Visits).ToArray();
        return visits.Length == 0 ? 1 : visits.Max(visit => visit.Visit) + 1;
    }
}
