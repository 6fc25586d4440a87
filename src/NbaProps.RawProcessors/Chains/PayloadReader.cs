using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline.Captures;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Chains;

/// <summary>Opens the captured payloads of a run one by one: one that cannot be read is named among the findings, and takes no other with it.</summary>
internal sealed class PayloadReader
{
    private readonly List<PermanentException> _refused = [];
    private readonly List<string> _findings = [];
    private bool _anyRead;

    /// <summary>What is to be told about the payloads, in the order in which it was found.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>The refusals as one, which names each payload, the place and what is accepted; null when nothing was refused.</summary>
    public PermanentException? Refusal =>
        _refused.Count == 0 ? null : new PermanentException(Outcome.Listed([.. _refused.Select(refused => refused.Message)]), _refused[0]);

    /// <summary>Reads a payload; null when it is refused, which is then among the findings.</summary>
    /// <remarks>What <paramref name="read"/> adds up elsewhere it adds once all is read: of a payload that is refused nothing counts.</remarks>
    public T? Read<T>(CapturedPayload capture, Func<RawPayload, T> read)
        where T : class
    {
        using var payload = new RawPayload(capture.Path, capture.Bytes);
        try
        {
            var result = read(payload);
            _anyRead = true;
            return result;
        }
        catch (PermanentException refused)
        {
            // What the schedule refuses does not know whose payload it was.
            var named = refused.Message.StartsWith(capture.Path, StringComparison.Ordinal) ? refused : new PermanentException($"{capture.Path}: {refused.Message}", refused);
            _refused.Add(named);
            _findings.Add(named.Message);
            return null;
        }
    }

    /// <summary>Reads a payload that always lists something: one from which nothing comes, not even a reason why, is among the findings too.</summary>
    public Reading<TRow>? ReadList<TRow>(CapturedPayload capture, Func<RawPayload, Reading<TRow>> read)
    {
        var reading = Read(capture, read);
        if (reading is { Rows.Count: 0, LeftOut.Count: 0 })
        {
            _findings.Add($"{capture.Path}: nothing is in it");
        }

        return reading;
    }

    /// <summary>What the captures of one scraper say, newest first, those that are refused left out. A capture is opened when its reading is asked for.</summary>
    /// <param name="captures">The captures, oldest first.</param>
    /// <param name="read">Reads one.</param>
    public IEnumerable<(CapturedPayload Capture, T Reading)> NewestFirst<T>(IEnumerable<CapturedPayload> captures, Func<RawPayload, CapturedPayload, T> read)
        where T : class =>
        from capture in captures.Reverse()
        let reading = Read(capture, payload => read(payload, capture))
        where reading is not null
        select (capture, reading);

    /// <summary>Tells something about the payloads.</summary>
    public void Note(string finding) => _findings.Add(finding);

    /// <summary>Ends the run where all that was opened was refused.</summary>
    /// <exception cref="PermanentException">The <see cref="Refusal"/>.</exception>
    public void ThrowIfAllWereRefused()
    {
        if (!_anyRead && Refusal is { } refusal)
        {
            throw refusal;
        }
    }
}
