using System.Text;
using System.Text.Json;

namespace NbaProps.GoogleDouble;

/// <summary>A request as it came, an upload taken apart.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, escaped as it came.</param>
/// <param name="Query">The parameters.</param>
/// <param name="Body">The JSON body; of an upload the part that describes it.</param>
/// <param name="Media">What an upload brings; null for none.</param>
/// <param name="Headers">The headers that matter.</param>
public sealed record DoubleRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, byte[] Body, byte[]? Media, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Its place among all requests, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What it asks for, as Google's descriptions name it: <c>bigquery.jobs.insert</c>.</summary>
    public string Operation { get; init; } = "unknown";

    /// <summary>The body as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body.Length == 0 ? "{}"u8.ToArray() : Body);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Whom it is for, by name: an address of Google's, or that of a service that is deployed there.</summary>
    public string Host => Headers.GetValueOrDefault("Host", string.Empty);

    /// <summary>Whether it is for a service that is deployed, not for Google.</summary>
    public bool IsOfService => Host.EndsWith(".run.app", StringComparison.Ordinal);

    /// <summary>The path's parts, unescaped.</summary>
    public string[] Parts => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
}

/// <summary>An answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
public sealed record DoubleAnswer(int Status, byte[] Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>JSON.</summary>
    public static DoubleAnswer Of(System.Text.Json.Nodes.JsonNode body, int status = 200) => new(status, JsonSerializer.SerializeToUtf8Bytes(body));

    /// <summary>An error as Google's newer interfaces write it.</summary>
    public static DoubleAnswer Refused(int status, string code, string message) => Of(
        new System.Text.Json.Nodes.JsonObject { ["error"] = new System.Text.Json.Nodes.JsonObject { ["code"] = status, ["message"] = message, ["status"] = code } }, status);

    /// <summary>An error as Google's older interfaces write it.</summary>
    public static DoubleAnswer Error(int status, string reason, string message) => Of(
        new System.Text.Json.Nodes.JsonObject
        {
            ["error"] = new System.Text.Json.Nodes.JsonObject
            {
                ["code"] = status,
                ["message"] = message,
                ["errors"] = new System.Text.Json.Nodes.JsonArray(
                    new System.Text.Json.Nodes.JsonObject { ["message"] = message, ["domain"] = "global", ["reason"] = reason }),
            },
        },
        status);
}

/// <summary>What goes wrong with a request.</summary>
public sealed record DoubleFault
{
    /// <summary>Answered so, and not done; null to do it.</summary>
    public DoubleAnswer? Instead { get; private init; }

    /// <summary>Not done; the connection is reset.</summary>
    public static DoubleFault Reset { get; } = new() { IsReset = true };

    /// <summary>Done; and the connection is reset instead of an answer.</summary>
    public static DoubleFault Lost { get; } = new() { IsLost = true };

    /// <summary>An answer instead, of any kind.</summary>
    public static DoubleFault Answered(DoubleAnswer answer) => new() { Instead = answer };

    internal bool IsReset { get; private init; }

    internal bool IsLost { get; private init; }

    /// <summary>An error instead.</summary>
    public static DoubleFault Of(int status, string reason = "backendError", params (string Name, string Value)[] headers) =>
        new() { Instead = DoubleAnswer.Error(status, reason, "because") with { Headers = headers } };
}
