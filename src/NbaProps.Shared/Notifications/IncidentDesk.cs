namespace NbaProps.Shared.Notifications;

/// <summary>Keeps incidents and tells a person of what is new: of one that opens, gets worse, or is over; of nothing twice.</summary>
/// <param name="log">Where they are kept.</param>
/// <param name="notifier">Who tells.</param>
public sealed class IncidentDesk(IncidentLog log, INotifier notifier)
{
    /// <summary>Those that last.</summary>
    public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken) => log.OpenAsync(cancellationToken);

    /// <summary>Opens an incident, or brings the one that lasts already up to date.</summary>
    public async Task RaiseAsync(Incident incident, CancellationToken cancellationToken) =>
        await TellAsync(await log.RaiseAsync(incident, cancellationToken), cancellationToken);

    /// <summary>Closes an incident, if it lasts.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="because">Why it is over.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task CloseAsync(string key, string because, DateTimeOffset now, CancellationToken cancellationToken) =>
        await TellAsync(await log.CloseAsync(key, because, now, cancellationToken), cancellationToken);

    private Task TellAsync(Incident? news, CancellationToken cancellationToken) => news is null ? Task.CompletedTask : notifier.NotifyAsync(news, cancellationToken);
}
