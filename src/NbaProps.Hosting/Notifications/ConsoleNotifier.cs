using Microsoft.Extensions.Logging;

using NbaProps.Shared.Notifications;

namespace NbaProps.Hosting.Notifications;

/// <summary>Tells of incidents in the log: one line each.</summary>
/// <param name="logger">Where to.</param>
public sealed partial class ConsoleNotifier(ILogger<ConsoleNotifier> logger) : INotifier
{
    /// <inheritdoc/>
    public Task NotifyAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.IsOpen)
        {
            LogOpened(logger, LevelOf(incident.Severity), incident.Severity, incident.Title, incident.Cause, incident.Done, incident.Command);
        }
        else
        {
            LogClosed(logger, incident.Severity, incident.Title, incident.Cause, incident.Done, incident.OpenedAt);
        }

        return Task.CompletedTask;
    }

    private static LogLevel LevelOf(Severity severity) => severity switch
    {
        Severity.Info => LogLevel.Information,
        Severity.Warning => LogLevel.Warning,
        Severity.Critical => LogLevel.Critical,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Not a severity."),
    };

    [LoggerMessage(EventId = 2101, EventName = "IncidentOpened", Message = "{Severity}: {Title} Cause: {Cause} Done: {Done} Command: {Command}")]
    private static partial void LogOpened(ILogger logger, LogLevel level, Severity severity, string title, string cause, string done, string command);

    [LoggerMessage(2102, LogLevel.Information, "Over ({Severity}): {Title} Cause: {Cause} Done: {Done} Open since {OpenedAt:u}")]
    private static partial void LogClosed(ILogger logger, Severity severity, string title, string cause, string done, DateTimeOffset openedAt);
}
