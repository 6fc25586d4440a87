using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Chains;
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
        IInputs inputs, GameDate date, Func<PayloadNode, DateTimeOffset, Reading<TRow>> read, Func<TRow, GameDate> dateOf, PayloadReader reader)
        where TRow : WarehouseRow
    {
        Reading<TRow>? others = null;
        foreach (var (_, reading) in reader.NewestFirst(inputs.Captures(ScrapersPhase.Referees.Name), (payload, capture) => read(payload.Json(), capture.AsOf)))
        {
            if (reading.Rows.Any(row => dateOf(row) == date))
            {
                return reading with { Rows = [.. reading.Rows.Where(row => dateOf(row) == date)] };
            }

            others ??= new([], [.. reading.LeftOut, .. reading.Rows.Select(row => $"officials of {dateOf(row)}").Distinct(StringComparer.Ordinal)]);
        }

        reader.ThrowIfAllWereRefused();
        return others;
    }
}
