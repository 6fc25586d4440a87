using System.Diagnostics.CodeAnalysis;

using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Captured;

/// <summary>Reads a date's payloads one by one, and keeps what was wrong with any: a bad one must not take the others with it.</summary>
internal sealed class CaptureReader
{
    private readonly List<string> _findings = [];
    private PermanentException? _first;

    /// <summary>What was wrong, in the order in which it was met.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Reads a payload; one from which nothing comes, not even a reason why, is a finding.</summary>
    /// <returns>False when it cannot be read.</returns>
    public bool TryRead<TRow>(CapturedPayload payload, Func<RawPayload, Reading<TRow>> read, [NotNullWhen(true)] out Reading<TRow>? reading)
    {
        if (TryOpen(payload, read, out reading) && reading is { Rows.Count: 0, LeftOut.Count: 0 })
        {
            _findings.Add($"{payload.Path}: nothing is in it");
        }

        return reading is not null;
    }

    /// <summary>Opens a payload.</summary>
    /// <returns>False when it cannot be read.</returns>
    public bool TryOpen<T>(CapturedPayload payload, Func<RawPayload, T> open, [NotNullWhen(true)] out T? opened)
        where T : class
    {
        using var raw = new RawPayload(payload.Path, payload.Bytes);
        try
        {
            opened = open(raw);
            return true;
        }
        catch (PermanentException refused)
        {
            _first ??= refused;
            _findings.Add(refused.Message);
            opened = null;
            return false;
        }
    }

    /// <summary>Adds what was wrong.</summary>
    public void Add(string finding) => _findings.Add(finding);

    /// <summary>Ends the run when nothing else than what cannot be read is there.</summary>
    /// <exception cref="PermanentException">The first refusal.</exception>
    public void Require(bool anyRead)
    {
        if (!anyRead && _first is { } refused)
        {
            throw new PermanentException(refused.Message, refused);
        }
    }
}
