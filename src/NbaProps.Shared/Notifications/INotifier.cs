namespace NbaProps.Shared.Notifications;

/// <summary>Tells a person about an incident. It is called once when an incident opens and once when it closes.</summary>
public interface INotifier
{
    /// <summary>Sends the news.</summary>
    Task NotifyAsync(Incident incident, CancellationToken cancellationToken);
}
