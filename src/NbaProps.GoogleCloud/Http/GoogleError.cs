using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NbaProps.GoogleCloud.Http;

/// <summary>What Google says when it does not do what it was asked for.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Google's word for it, such as <c>ALREADY_EXISTS</c>; null where it says none.</param>
/// <param name="Reason">The reason that programs tell apart, such as <c>rateLimitExceeded</c>; null where it says none.</param>
/// <param name="Message">For people; of a body that is no such error its beginning.</param>
/// <param name="RequestId">Names the request to Google's support; null where the answer has none.</param>
public sealed record GoogleError(int Status, string? Code, string? Reason, string Message, string? RequestId)
{
    private const int LongestMessage = 500;

    private static readonly string[] RequestIdHeaders = ["x-goog-request-id", "x-guploader-uploadid", "x-request-id"];

    /// <summary>Reads an answer that is not 2xx.</summary>
    internal static GoogleError Of(int status, string? phrase, ReadOnlySpan<byte> body, Func<string, string?> header)
    {
        var requestId = RequestIdHeaders.Select(header).OfType<string>().FirstOrDefault();
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (Find(document.RootElement) is { } error)
            {
                return new(status, Text(error, "status"), ReasonOf(error), Cut(Text(error, "message") ?? phrase ?? string.Empty), requestId ?? RequestIdOf(error));
            }
        }
        catch (JsonException)
        {
            // A proxy's page, say: its beginning is all that there is to tell.
        }

        var beginning = Cut(Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestMessage)]).Trim());
        return new(status, Code: null, Reason: null, beginning.Length > 0 ? beginning : phrase ?? string.Empty, requestId);
    }

    /// <summary>The same of an error that stands among results: interfaces that stream have sent their status by then.</summary>
    internal static GoogleError Of(JsonElement error) => new(
        error.TryGetProperty("code", out var code) && code.TryGetInt32(out var status) ? status : 500,
        Text(error, "status"),
        ReasonOf(error),
        Cut(Text(error, "message") ?? string.Empty),
        RequestIdOf(error));

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(Status.ToString(CultureInfo.InvariantCulture));
        Append(Code is null ? string.Empty : $" {Code}");
        Append(Reason is null ? string.Empty : $" ({Reason})");
        Append(Message.Length == 0 ? string.Empty : $": {Message}");
        Append(RequestId is null ? string.Empty : $" [request {RequestId}]");
        return text.ToString();

        void Append(string part) => text.Append(part);
    }

    // Interfaces that stream wrap the error in an array.
    private static JsonElement? Find(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array when root.GetArrayLength() > 0 => Find(root[0]),
        JsonValueKind.Object when root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object => error,
        _ => null,
    };

    private static string? ReasonOf(JsonElement error) =>
        Elements(error, "errors").Select(one => Text(one, "reason")).OfType<string>().FirstOrDefault()
        ?? Elements(error, "details").Select(one => Text(one, "reason")).OfType<string>().FirstOrDefault();

    private static string? RequestIdOf(JsonElement error) => Elements(error, "details").Select(one => Text(one, "requestId")).OfType<string>().FirstOrDefault();

    private static IEnumerable<JsonElement> Elements(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object) : [];

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Cut(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage];
}
