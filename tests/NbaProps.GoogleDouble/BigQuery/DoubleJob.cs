using System.Text.Json;
using System.Text.Json.Nodes;

namespace NbaProps.GoogleDouble.BigQuery;

/// <summary>A job: inserted, pending, running, done; and what it does when it is.</summary>
internal sealed class DoubleJob(string id, JsonElement configuration, JsonElement reference)
{
    public string Id { get; } = id;

    public JsonElement Configuration { get; } = configuration;

    public byte[]? Media { get; init; }

    public string State { get; set; } = "PENDING";

    public bool IsCancelRequested { get; set; }

    public (string Reason, string Message)? Error { get; set; }

    public string Query => Configuration.TryGetProperty("query", out var query) ? query.GetProperty("query").GetString()! : string.Empty;

    public bool IsDone => string.Equals(State, "DONE", StringComparison.Ordinal);

    public JsonObject Answer()
    {
        var status = new JsonObject { ["state"] = State };
        if (Error is { } error)
            status["errorResult"] = new JsonObject { ["reason"] = error.Reason, ["message"] = error.Message };
        return new JsonObject
        {
            ["kind"] = "bigquery#job",
            ["jobReference"] = JsonNode.Parse(reference.GetRawText()),
            ["configuration"] = JsonNode.Parse(Configuration.GetRawText()),
            ["status"] = status,
        };
    }
}
