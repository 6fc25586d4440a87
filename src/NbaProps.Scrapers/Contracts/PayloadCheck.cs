using System.Text.Json;

using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Contracts;

/// <summary>
/// Looks at an answer before it is archived: a block page, an empty body or an error object may come with status 200, and must not become
/// the newest payload of a date.
/// </summary>
/// <param name="source">Name of the scraper.</param>
/// <param name="address">Path and query without keys.</param>
/// <param name="accepted">What the source sends when it is well, in words.</param>
internal sealed class PayloadCheck(string source, string address, string accepted)
{
    private const int LongestShown = 40;

    private static ReadOnlySpan<byte> Whitespace => " \t\r\n"u8;

    /// <summary>The payload as JSON; the caller disposes it.</summary>
    /// <exception cref="TransientException">A page, an empty or a broken body, or an error that may pass.</exception>
    /// <exception cref="PermanentException">The source refuses the request: it will do so again.</exception>
    /// <exception cref="CreditsExhaustedException">The source's credits are used up.</exception>
    public JsonDocument Json(FetchedPayload payload)
    {
        _ = Body(payload);
        var json = Parse(payload);
        try
        {
            RefuseError(json.RootElement);
            return json;
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a file of comma-separated values that does not begin as it must.</summary>
    public static void Csv(string source, string address, FetchedPayload payload, string begins, string accepted)
    {
        var check = new PayloadCheck(source, address, accepted);
        var body = check.Body(payload);
        if (!body.StartsWith(System.Text.Encoding.UTF8.GetBytes(begins)) && !body.StartsWith(System.Text.Encoding.UTF8.GetBytes("\uFEFF" + begins)))
        {
            var first = System.Text.Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestShown)]).Split('\r', '\n')[0];
            throw check.Changed("something else", new ContractBreak("the first line", $"'{first}'", $"one that begins with '{begins}'"));
        }
    }

    /// <summary>The answer cannot be what was asked for; the source itself need not have changed.</summary>
    public PermanentException Unexpected(string what) => new(Says(what));

    /// <summary>The answer is not as the source's payloads are: it has changed.</summary>
    public PermanentException Changed(string what, ContractBreak broken) => new(Says(what)) { Break = broken };

    // What begins the answer, once it is known to be neither empty nor a page.
    private ReadOnlySpan<byte> Body(FetchedPayload payload)
    {
        var body = payload.Bytes.Span.TrimStart(Whitespace);
        return body.IsEmpty
            ? throw new TransientException(Says("an empty body"))
            : body[0] == (byte)'<' ? throw new TransientException(Says("an HTML page")) : body;
    }

    private JsonDocument Parse(FetchedPayload payload)
    {
        try
        {
            return JsonWholeness.Parse(payload.Bytes);
        }
        catch (JsonException error)
        {
            // Cut off on the way: the next attempt may get it whole.
            throw new TransientException(Says($"{payload.Bytes.Length} bytes that are no whole JSON ({error.Message})"), error);
        }
    }

    private void RefuseError(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "message", "Message") is not { } message)
        {
            return;
        }

        var code = Text(root, "error_code");
        var says = Says($"an error object: {code ?? "no code"}, '{message}'");
        if (code is "OUT_OF_USAGE_CREDITS")
        {
            throw new CreditsExhaustedException(says);
        }

        throw code is "INVALID_KEY" or "MISSING_KEY" or "DEACTIVATED_KEY" ? new PermanentException(says) : new TransientException(says);
    }

    private static string? Text(JsonElement root, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }
        }

        return null;
    }

    private string Says(string what) => $"{source}: GET {address} answered with {what}; accepted is {accepted}";
}
