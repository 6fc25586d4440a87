using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Odds;
using NbaProps.RawProcessors.Payloads;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.RawProcessors.Players;
using NbaProps.RawProcessors.Referees;
using NbaProps.RawProcessors.Schedule;
using NbaProps.RawProcessors.Scoreboard;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Formats;

/// <summary>Every form of payload that is read, by source.</summary>
public static class PayloadCatalog
{
    /// <summary>All forms. Of a source's forms the first that recognises a payload reads it.</summary>
    public static IReadOnlyList<PayloadFormat> All { get; } =
    [
        .. ScheduleFormats.All,
        .. ScoreboardFormats.All,
        .. BoxScoreFormats.All,
        .. PlayByPlayFormats.All,
        .. DocumentFormats.All,
        .. PlayerFormats.All,
        .. RefereeFormats.All,
        .. OddsFormats.All,
        .. EspnFormats.All,
        .. BallDontLieFormats.All,
    ];

    /// <summary>The sources, in ordinal order.</summary>
    public static IReadOnlyList<string> Sources { get; } = [.. All.Select(format => format.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a source sends PDFs: their text must be taken out of them before a form is looked for.</summary>
    public static bool IsOfPdfs(string source) => DocumentFormats.All.Any(format => string.Equals(format.Source, source, StringComparison.Ordinal));

    /// <summary>The form of a source's payload.</summary>
    /// <param name="source">The source.</param>
    /// <param name="payload">The payload.</param>
    /// <exception cref="PermanentException">It is none of the source's: the message names what is accepted.</exception>
    public static PayloadFormat FormatOf(string source, RawPayload payload)
    {
        var formats = All.Where(format => string.Equals(format.Source, source, StringComparison.Ordinal)).ToArray();
        return formats.FirstOrDefault(format => format.Recognises(payload)) ?? throw new PermanentException(OneLine.Of(
            $"{payload.Path}: is no payload of {source}: {OneLine.Of(What(payload), 500)}; accepted {(formats.Length == 1 ? "is" : "are")} {string.Join(", ", formats.Select(format => format.Name))}"));
    }

    /// <summary>The rows of one kind, read by whichever form of the source recognises the payload.</summary>
    /// <param name="source">The source.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="asOf">The moment that the rows speak for, UTC.</param>
    /// <exception cref="PermanentException">The payload is of no form of the source, or of one that gives rows of other kinds only.</exception>
    internal static Reading<TRow> Read<TRow>(string source, RawPayload payload, DateTimeOffset asOf)
    {
        var format = FormatOf(source, payload);
        var reading = format.Read(payload, asOf);
        TRow[] rows = [.. reading.Rows.OfType<TRow>()];
        return rows.Length > 0 || reading.Rows.Count == 0
            ? new(rows, reading.LeftOut)
            : throw new PermanentException($"{payload.Path}: is a payload of {source} in the form '{format.Name}', which is not what was asked for here");
    }

    private static string What(RawPayload payload)
    {
        if (payload.Bytes.IsEmpty)
        {
            return "it is empty";
        }

        if (payload.IsPage)
        {
            return "it is a page of HTML or XML";
        }

        if (payload.IsPdf)
        {
            return "it is a PDF";
        }

        return payload.IsJson
            ? $"it is JSON with {(payload.Json().Kind == System.Text.Json.JsonValueKind.Array ? "an array" : string.Join(", ", payload.Json().Element.EnumerateObject().Select(property => property.Name).Take(8)))} at its root"
            : "it is none of JSON, PDF, HTML";
    }
}
