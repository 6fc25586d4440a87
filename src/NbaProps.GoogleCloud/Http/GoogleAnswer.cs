using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using NbaProps.Shared.Resilience;

namespace NbaProps.GoogleCloud.Http;

/// <summary>What Google answered to a call that it understood: it was done, or it could not be for a reason that the caller may have expected.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Meaning">One of <see cref="StatusMeaning.Done"/>, <see cref="StatusMeaning.NotFound"/>, <see cref="StatusMeaning.AlreadyThere"/> and <see cref="StatusMeaning.PreconditionFailed"/>.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Headers">The headers, with those of the content.</param>
/// <param name="Error">What Google said when it was not done; null when it was.</param>
public sealed record GoogleAnswer(
    string Operation, StatusMeaning Meaning, int Status, ReadOnlyMemory<byte> Body, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers, GoogleError? Error)
{
    /// <summary>How often the call had been sent without an answer before this one came: what it says of being there already may be our own doing.</summary>
    public int UnansweredBefore { get; init; }

    /// <summary>The body, read as JSON.</summary>
    /// <exception cref="PermanentException">The call was not done.</exception>
    /// <exception cref="TransientException">The answer is no such JSON: cut off on its way.</exception>
    public T Read<T>(JsonTypeInfo<T> shape)
    {
        RequireDone();
        try
        {
            return JsonSerializer.Deserialize(Body.Span, shape) ?? throw new TransientException($"{Operation}: the answer was JSON null");
        }
        catch (JsonException broken)
        {
            throw new TransientException($"{Operation}: the answer cannot be read: {broken.Message}", broken);
        }
    }

    /// <summary>Refuses every answer but done.</summary>
    /// <exception cref="PermanentException">The call was not done, which the caller had no other use for.</exception>
    public void RequireDone()
    {
        if (Meaning != StatusMeaning.Done)
        {
            throw new PermanentException($"{Operation}: {Error}");
        }
    }

    /// <summary>A header's value; null where it is not there.</summary>
    public string? Header(string name) =>
        Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value).FirstOrDefault();

    internal static IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> HeadersOf(HttpResponseMessage response) => [.. Flat(response.Headers), .. Flat(response.Content.Headers)];

    private static IEnumerable<KeyValuePair<string, IEnumerable<string>>> Flat(HttpHeaders headers) =>
        headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, (IEnumerable<string>)[.. header.Value]));
}
