using NbaProps.Shared.Notifications;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>Keeps what a person was told.</summary>
internal sealed class Told : INotifier
{
    private readonly List<Incident> _all = [];

    public IReadOnlyList<Incident> All => _all;

    public Task NotifyAsync(Incident incident, CancellationToken cancellationToken)
    {
        _all.Add(incident);
        return Task.CompletedTask;
    }
}
