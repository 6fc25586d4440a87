using NbaProps.Shared.Notifications;

namespace NbaProps.Tests.Operations;

/// <summary>Remembers what a person was told.</summary>
internal sealed class Notes : INotifier
{
    public List<Incident> Told { get; } = [];

    public Task NotifyAsync(Incident incident, CancellationToken cancellationToken)
    {
        Told.Add(incident);
        return Task.CompletedTask;
    }
}
