using NbaProps.Shared.Notifications;

namespace NbaProps.Chaos.League;

/// <summary>Keeps what a person would have been told.</summary>
internal sealed class ToldIncidents : INotifier
{
    /// <summary>In the order of telling.</summary>
    public List<Incident> All { get; } = [];

    public Task NotifyAsync(Incident incident, CancellationToken cancellationToken)
    {
        All.Add(incident);
        return Task.CompletedTask;
    }
}
