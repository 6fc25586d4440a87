using System.Globalization;

using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Captured;
using NbaProps.RawProcessors.Espn;
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
        var league = ScrapersPhase.InjuryReport.Name;
        var captures = ChainCapture.NewestFirst(inputs, league, ScrapersPhase.InjuriesBallDontLie.Name, ScrapersPhase.InjuriesEspn.Name);
        string[] unread = [.. ChainCapture.Unread(inputs, league)];
        if (captures.Count == 0 && unread.Length == 0)
        {
            return Computation<InjuryReportRow>.NoData("no injury report was captured");
        }

        var reports = new InjuryReports(context.Date, inputs.Rows<NbacScheduleRow>());
        var (reader, read) = (new CaptureReader(), 0);
        foreach (var capture in captures)
        {
            read += Read(capture, reader, reports) ? 1 : 0;
        }

        reader.Require(read > 0);
        var rows = reports.Rows;
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} rows of {rows.Select(row => (row.Source, row.ReportAt)).Distinct().Count()} reports in {read} payloads{reports.Notes}");
        return Outcome.Of(rows, counted, [.. unread, .. reader.Findings, .. reports.Missing]);
    }

    private static bool Read(ChainCapture capture, CaptureReader reader, InjuryReports reports)
    {
        var payload = capture.Payload;
        switch (capture.Place)
        {
            case 0:
                if (reader.TryRead(payload, InjuryReportText.Read, out var lines))
                {
                    reports.Add(lines, payload);
                    return true;
                }

                return false;
            case 1:
                if (reader.TryRead(payload, raw => BallDontLieInjuries.Read(raw.Json(), payload.AsOf), out var injuries))
                {
                    reports.Add(injuries, payload);
                    return true;
                }

                return false;
            default:
                if (reader.TryRead(payload, raw => EspnRosterPayload.Read(raw.Json(), payload.AsOf), out var roster))
                {
                    reports.Add(roster, payload);
                    return true;
                }

                return false;
        }
    }
}
