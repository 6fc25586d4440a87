using System.Text;

using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Payloads;

/// <summary>A line of a document's text.</summary>
/// <param name="File">Path of the object, for messages.</param>
/// <param name="Page">Its page, from 1.</param>
/// <param name="Number">Its number in the whole text, from 1.</param>
/// <param name="Text">What stands there, its columns kept apart by spaces; no white space at its end.</param>
internal sealed record TextLine(string File, int Page, int Number, string Text)
{
    public bool IsBlank => Text.Length == 0;

    public PermanentException Refused(string accepted)
    {
        var text = string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new PermanentException(OneLine.Of(FormattableString.Invariant($"{File}: line {Number} is '{OneLine.Of(text, 120)}'; accepted is {accepted}")));
    }
}

/// <summary>The text of a PDF, which a tool has taken out of it: its lines, and form feeds between pages.</summary>
internal static class ExtractedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All lines of all pages.</summary>
    /// <exception cref="PermanentException">It is no text in UTF-8.</exception>
    public static IReadOnlyList<TextLine> Lines(RawPayload payload)
    {
        var lines = new List<TextLine>();
        foreach (var (page, content) in Decoded(payload).Split('\f').Index())
        {
            // What follows the last form feed is no page.
            var text = content.EndsWith('\n') ? content[..^1] : content;
            foreach (var line in text.Split('\n'))
            {
                lines.Add(new TextLine(payload.Path, page + 1, lines.Count + 1, line.TrimEnd()));
            }
        }

        return lines;
    }

    /// <summary>The first line that is not blank; null when there is none or the payload is no text.</summary>
    public static string? FirstLine(RawPayload payload)
    {
        try
        {
            return Decoded(payload).Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
        }
        catch (PermanentException)
        {
            return null;
        }
    }

    private static string Decoded(RawPayload payload)
    {
        try
        {
            // Not ReplaceLineEndings, which would take the form feed between pages for the end of a line.
            return payload.Bytes.Span.IndexOf((byte)0) is >= 0 and var at
                ? throw new PermanentException(FormattableString.Invariant($"{payload.Path}: is no text, with a NUL character at byte {at}"))
                : Strict.GetString(payload.Bytes.Span).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException damaged)
        {
            throw new PermanentException(FormattableString.Invariant($"{payload.Path}: is no text in UTF-8 from byte {damaged.Index} on"), damaged);
        }
    }
}
