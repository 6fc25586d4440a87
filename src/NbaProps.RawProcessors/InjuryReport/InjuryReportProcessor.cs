using System.Globalization;

using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.RawProcessors.InjuryReport;

/// <summary>
/// The players of the date's games in all injury reports that were captured, and in the lists that stand in for them. Players' ids are looked up by
/// readers.
/// </summary>
public sealed class InjuryReportProcessor : IProcessor<InjuryReportRow>
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => RawProcessorsPhase.InjuryReport;

    /// <inheritdoc/>
    public Computation<InjuryReportRow> Compute(IInputs inputs, RunContext context)
    {
        var (captures, unread) = ChainCaptures.WithoutPdfs(ChainCaptures.NewestFirst(inputs, Declaration));
        if (captures.Count + unread.Count == 0)
        {
            return Computation<InjuryReportRow>.NoData("no injury report was captured");
        }

        var reports = new InjuryReports(context.Date, inputs.Rows<NbacScheduleRow>());
        var reader = new PayloadReader();
        var read = captures.Count(capture => Read(capture, reader, reports));
        reader.ThrowIfAllWereRefused();
        var rows = reports.Rows;
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} rows of {rows.Select(row => (row.Source, row.ReportAt)).Distinct().Count()} reports in {read} payloads{reports.Notes}");
        return Outcome.Of(rows, counted, [.. unread, .. reader.Findings, .. reports.Missing]);
    }

    private static bool Read(ChainCapture capture, PayloadReader reader, InjuryReports reports)
    {
        var payload = capture.Payload;
        if (capture.IsFrom(ScrapersPhase.InjuryReport))
        {
            return Taken(reader.ReadList(payload, InjuryReportText.Read), report => reports.Add(report, payload));
        }

        return capture.IsFrom(ScrapersPhase.InjuriesBallDontLie)
            ? Taken(reader.ReadList(payload, raw => BallDontLieInjuries.Read(raw.Json(), payload.AsOf)), page => reports.Add(page, payload))
            : Taken(reader.ReadList(payload, raw => EspnRosterPayload.Read(raw.Json(), payload.AsOf)), roster => reports.Add(roster, payload));
    }

    private static bool Taken<TRow>(Reading<TRow>? reading, Action<Reading<TRow>> take)
    {
        if (reading is not null)
        {
            take(reading);
        }

        return reading is not null;
    }
}
