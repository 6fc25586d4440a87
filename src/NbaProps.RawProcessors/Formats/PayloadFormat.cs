using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Formats;

/// <summary>One form of a source's payloads: how it is recognised, and the rows that it becomes by itself, before other tables are looked at.</summary>
public sealed class PayloadFormat
{
    private readonly Func<RawPayload, bool> _recognises;
    private readonly Func<RawPayload, DateTimeOffset, Reading<object>> _read;

    private PayloadFormat(string source, string name, Func<RawPayload, bool> recognises, Func<RawPayload, DateTimeOffset, Reading<object>> read) =>
        (Source, Name, _recognises, _read) = (source, name, recognises, read);

    /// <summary>The source, such as nba_schedule.</summary>
    public string Source { get; }

    /// <summary>What the upstream calls this form, such as scheduleLeagueV2.</summary>
    public string Name { get; }

    /// <summary>Whether a payload is of this form. A payload that is not even of its kind (no JSON, no PDF) is not.</summary>
    public bool Recognises(RawPayload payload) => _recognises(payload);

    /// <summary>The rows.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="asOf">The moment that the rows speak for, UTC.</param>
    /// <exception cref="PermanentException">The payload is not what it must be: the message names the object, the place and what is accepted.</exception>
    public Reading<object> Read(RawPayload payload, DateTimeOffset asOf) => _read(payload, asOf);

    /// <summary>A form in JSON.</summary>
    /// <typeparam name="TRow">What it becomes, one each.</typeparam>
    /// <param name="source">The source.</param>
    /// <param name="name">What the upstream calls it.</param>
    /// <param name="recognises">Whether a document's root is of this form.</param>
    /// <param name="read">The rows of a root, and the moment they speak for.</param>
    internal static PayloadFormat Json<TRow>(string source, string name, Func<PayloadNode, bool> recognises, Func<PayloadNode, DateTimeOffset, Reading<TRow>> read)
        where TRow : class => new(
            source,
            name,
            payload => payload.IsJson && recognises(payload.Json()),
            (payload, asOf) => Objects(read(payload.Json(), asOf)));

    /// <summary>A form that is text: lines, or comma-separated values.</summary>
    /// <typeparam name="TRow">What it becomes, one each.</typeparam>
    /// <param name="source">The source.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="recognises">Whether a payload is of this form.</param>
    /// <param name="read">The rows of a payload, and the moment they speak for.</param>
    internal static PayloadFormat Other<TRow>(string source, string name, Func<RawPayload, bool> recognises, Func<RawPayload, DateTimeOffset, Reading<TRow>> read)
        where TRow : class => new(source, name, recognises, (payload, asOf) => Objects(read(payload, asOf)));

    private static Reading<object> Objects<TRow>(Reading<TRow> reading)
        where TRow : class => new([.. reading.Rows], reading.LeftOut);
}
