namespace NbaProps.GoogleDouble.BigQuery;

/// <summary>What BigQuery would not do, with its reason.</summary>
internal sealed class StatementException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;

    public static StatementException NotFound(string what) => new("notFound", $"Not found: {what}");

    public static StatementException Invalid(string message) => new("invalidQuery", message);
}
