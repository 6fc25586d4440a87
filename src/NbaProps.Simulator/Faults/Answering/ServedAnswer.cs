namespace NbaProps.Simulator.Faults.Answering;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">Of the body; null for none.</param>
/// <param name="Body">The body.</param>
public sealed record ServedAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>A Retry-After in seconds; null for none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether the answer never begins: the caller waits until it gives up.</summary>
    public bool NeverComes { get; init; }

    /// <summary>Whether there is a payload to change.</summary>
    public bool HasPayload => Status == 200 && !NeverComes && !Body.IsEmpty;

    /// <summary>An error without a body worth reading.</summary>
    public static ServedAnswer Error(int status, string text) => new(status, "text/plain", System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The same with another body.</summary>
    public ServedAnswer With(ReadOnlyMemory<byte> body) => this with { Body = body };
}
