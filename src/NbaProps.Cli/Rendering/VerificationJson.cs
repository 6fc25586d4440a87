using System.Text.Json;

using NbaProps.GoogleCloud.Verification;
using NbaProps.Hosting.Services;

namespace NbaProps.Cli.Rendering;

/// <summary>What a verification found, as JSON.</summary>
internal static class VerificationJson
{
    public static void Write(Utf8JsonWriter json, string project, CloudVerification verification, IReadOnlyList<VerifiedPromise> promises)
    {
        json.WriteStartObject();
        json.WriteString("project", project);
        json.WriteString("run", verification.Run);
        json.WriteStartArray("promises");
        foreach (var promise in promises)
        {
            json.WriteStartObject();
            json.WriteString("port", promise.Port);
            json.WriteString("promise", promise.What);
            json.WriteBoolean("passed", promise.Reason is null);
            json.WriteString("reason", promise.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("not_proven");
        foreach (var open in verification.NotProven)
        {
            json.WriteStringValue(open);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
