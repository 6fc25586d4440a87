using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Chains;

/// <summary>Reads a payload by whichever of its source's forms recognises it.</summary>
internal static class CatalogReading
{
    /// <summary>The rows of one kind.</summary>
    /// <exception cref="PermanentException">The payload is of no form of the source, or of one that gives rows of other kinds only.</exception>
    public static Reading<TRow> Of<TRow>(string source, RawPayload payload, DateTimeOffset asOf)
    {
        var format = PayloadCatalog.FormatOf(source, payload);
        var reading = format.Read(payload, asOf);
        TRow[] rows = [.. reading.Rows.OfType<TRow>()];
        return rows.Length > 0 || reading.Rows.Count == 0
            ? new(rows, reading.LeftOut)
            : throw new PermanentException($"{payload.Path}: is a payload of {source} in the form '{format.Name}', which is not what was asked for here");
    }
}
