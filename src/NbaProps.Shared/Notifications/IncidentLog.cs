using NbaProps.Shared.State;

namespace NbaProps.Shared.Notifications;

/// <summary>Incidents in state: one document per key, opened, updated and closed, never doubled.</summary>
/// <param name="state">Where they are kept.</param>
public sealed class IncidentLog(IStateStore state)
{
    /// <summary>Those that last.</summary>
    public async Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken)
    {
        var documents = await state.QueryAsync(new DocumentQuery(Incident.Collection, Field: "isOpen", Value: true), cancellationToken);
        return documents.Select(document => StateJson.Read<Incident>(document.Json)).ToArray();
    }

    /// <summary>Those that last and those that are over, in no particular order.</summary>
    public async Task<IReadOnlyList<Incident>> AllAsync(CancellationToken cancellationToken)
    {
        var newest = await state.QueryAsync(new DocumentQuery(Incident.Collection), cancellationToken);
        var over = await state.QueryAsync(new DocumentQuery(Incident.History), cancellationToken);
        return [.. newest.Concat(over).Select(document => StateJson.Read<Incident>(document.Json)).DistinctBy(incident => (incident.Key, incident.OpenedAt))];
    }

    /// <summary>Opens an incident, or updates the one that lasts already.</summary>
    /// <returns>
    /// The incident when it was opened by this call, or has become worse than it ever was; null when it lasted already or another instance wrote it. It
    /// keeps its worst severity, so that one which goes to and fro is told of once.
    /// </returns>
    public async Task<Incident?> RaiseAsync(Incident incident, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(Incident.PathOf(incident.Key), cancellationToken);
        var known = read.Document is { } stored ? StateJson.Read<Incident>(stored.Json) : null;
        var isWorse = known is { IsOpen: true } && incident.Severity > known.Severity;
        if (known is { IsOpen: true } && !isWorse && string.Equals(known.Cause, incident.Cause, StringComparison.Ordinal) && string.Equals(known.Done, incident.Done, StringComparison.Ordinal))
        {
            return null;
        }

        var written = known is { IsOpen: true } ? incident with { OpenedAt = known.OpenedAt, Severity = isWorse ? incident.Severity : known.Severity } : incident;
        var precondition = read.Document is { } before ? Precondition.VersionIs(before.Version) : Precondition.Absent;
        var result = await state.CommitAsync([new DocumentWrite(Incident.PathOf(incident.Key), StateJson.Write(written), precondition)], cancellationToken);
        return result is CommitResult.Committed && (isWorse || known is not { IsOpen: true }) ? written : null;
    }

    /// <summary>Closes an incident.</summary>
    /// <returns>The closed incident; null when it was closed already or another instance closed it.</returns>
    public async Task<Incident?> CloseAsync(string key, string done, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = await state.GetAsync(Incident.PathOf(key), cancellationToken);
        if (read.Document is not { } stored || StateJson.Read<Incident>(stored.Json) is not { IsOpen: true } known)
        {
            return null;
        }

        var closed = known with { ClosedAt = now, UpdatedAt = now, Done = done };
        var json = StateJson.Write(closed);
        var result = await state.CommitAsync(
            [new DocumentWrite(Incident.PathOf(key), json, Precondition.VersionIs(stored.Version)), new DocumentWrite(closed.HistoryPath, json, Precondition.None)], cancellationToken);
        return result is CommitResult.Committed ? closed : null;
    }
}
