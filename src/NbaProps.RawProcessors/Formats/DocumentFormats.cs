using NbaProps.RawProcessors.Gamebook;
using NbaProps.RawProcessors.InjuryReport;
using NbaProps.RawProcessors.Payloads;

namespace NbaProps.RawProcessors.Formats;

/// <summary>What the league publishes as PDF: their text, as the port for it gives it.</summary>
internal static class DocumentFormats
{
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        PayloadFormat.Other(
            "nba_injury_report",
            "the text of an injury report",
            payload => ExtractedText.FirstLine(payload)?.StartsWith(InjuryReportText.Title, StringComparison.Ordinal) == true,
            (payload, _) => InjuryReportText.Read(payload)),
        PayloadFormat.Other("nba_gamebook", "the text of a gamebook", GamebookText.Recognises, (payload, _) => GamebookText.Read(payload)),
    ];
}
