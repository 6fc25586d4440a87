using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Captured;
using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.RawProcessors.Referees;

/// <summary>What the two tables of officials have in common.</summary>
internal static class RefereeProcessing
{
    /// <summary>
    /// The rows of the newest payload that is of the date: the league shows the present day's officials only, so that what is captured later may say
    /// nothing of it. Null when nothing was captured.
    /// </summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="date">The date.</param>
    /// <param name="read">Reads a payload.</param>
    /// <param name="dateOf">The date of a row.</param>
    /// <param name="reader">Takes what is wrong.</param>
    public static Reading<TRow>? Newest<TRow>(
        IInputs inputs, GameDate date, Func<PayloadNode, DateTimeOffset, Reading<TRow>> read, Func<TRow, GameDate> dateOf, CaptureReader reader)
        where TRow : WarehouseRow
    {
        var captures = ChainCapture.NewestFirst(inputs, ScrapersPhase.Referees.Name);
        Reading<TRow>? others = null;
        foreach (var payload in captures.Select(capture => capture.Payload))
        {
            if (!reader.TryOpen(payload, raw => read(raw.Json(), payload.AsOf), out var reading))
            {
                continue;
            }

            if (reading.Rows.Any(row => dateOf(row) == date))
            {
                return reading with { Rows = [.. reading.Rows.Where(row => dateOf(row) == date)] };
            }

            others ??= new([], [.. reading.LeftOut, .. reading.Rows.Select(row => $"officials of {dateOf(row)}").Distinct(StringComparer.Ordinal)]);
        }

        reader.Require(others is not null);
        return others;
    }
}
