using System.Diagnostics.CodeAnalysis;

namespace NbaProps.Shared.Messaging;

/// <summary>What became of reading a push request: an envelope, or what is wrong with it.</summary>
public sealed record PushParseResult
{
    private PushParseResult(PushEnvelope? envelope, string? error)
    {
        Envelope = envelope;
        Error = error;
    }

    /// <summary>The envelope, where the request was one.</summary>
    public PushEnvelope? Envelope { get; }

    /// <summary>What is wrong, and what is accepted.</summary>
    public string? Error { get; }

    /// <summary>Whether the request was a push envelope.</summary>
    [MemberNotNullWhen(true, nameof(Envelope))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Envelope is not null;

    internal static PushParseResult Of(PushEnvelope envelope) => new(envelope, null);

    internal static PushParseResult Wrong(string error) => new(null, error);
}
