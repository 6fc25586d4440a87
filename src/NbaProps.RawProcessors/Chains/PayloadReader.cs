using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Chains;

/// <summary>Opens captured payloads one by one: one that cannot be read is named among the findings, as long as another one can.</summary>
internal sealed class PayloadReader
{
    private readonly List<PermanentException> _refused = [];
    private readonly List<string> _findings = [];
    private bool _anyRead;

    /// <summary>What is to be told about the payloads, in the order in which it was found.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Reads a payload; null when it is refused, which is then among the findings.</summary>
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

    /// <summary>Tells something about the payloads.</summary>
    public void Note(string finding) => _findings.Add(finding);

    /// <summary>Ends the run where all that was opened was refused.</summary>
    /// <exception cref="PermanentException">The message names each payload, the place and what is accepted.</exception>
    public void ThrowIfAllWereRefused()
    {
        if (!_anyRead && _refused.Count > 0)
        {
            throw new PermanentException(string.Join("; ", _refused.Select(refused => refused.Message)), _refused[0]);
        }
    }
}
