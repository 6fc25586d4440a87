using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.BigQuery;

/// <summary>What an error in a job's status means. An insert that was answered 200 has said nothing yet: this decides.</summary>
internal static class JobFault
{
    /// <summary>The reason of a job that was cancelled, or ran out of time; it changed nothing.</summary>
    public const string Stopped = "stopped";

    private static readonly string[] Passing =
    [
        "backendError", "internalError", "jobBackendError", "jobInternalError", "rateLimitExceeded", "jobRateLimitExceeded", "quotaExceeded", "resourceInUse", "tableUnavailable", "timeout", Stopped,
    ];

    /// <summary>The exception to throw. Either way the job's id is spent: what is tried again goes under another.</summary>
    public static Exception Of(string operation, WireError error)
    {
        var message = $"{operation}: {error.Reason}: {error.Message}{(error.Location is null ? string.Empty : $" [{error.Location}]")}";
        return IsPassing(error) ? new TransientException(message) : new PermanentException(message);
    }

    /// <summary>Whether the same may succeed later.</summary>
    public static bool IsPassing(WireError error) =>
        Passing.Contains(error.Reason, StringComparer.Ordinal)

        // Two statements changed one table at once, and BigQuery had tried again itself: the reason it gives is that of a wrong statement.
        || error.Message?.Contains("concurrent update", StringComparison.OrdinalIgnoreCase) == true;
}
