using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text;

using NbaProps.Cli.Rendering;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Documents;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.Cli.Commands;

/// <summary>Shows the rows that a payload becomes, or what is wrong with it. It looks at the file alone: no folder is opened and nothing is written.</summary>
internal static class ParseCommand
{
    private static readonly Argument<string> Source = new("source") { Description = "A source of payloads, such as nba_schedule" };
    private static readonly Argument<string> File = new("file") { Description = "A file with one payload, as it came or gzipped" };

    public static Command Command { get; } = new("parse", "The rows one payload becomes, or what is wrong with it") { Source, File };

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken) => RunAsync(context, new PdfToText(TimeProvider.System), cancellationToken);

    /// <summary>As above, with another way to read PDFs.</summary>
    internal static async Task<int> RunAsync(CommandContext context, IPdfText pdfs, CancellationToken cancellationToken)
    {
        var source = SourceOf(context.Parsed.GetValue(Source)!);
        var path = context.Parsed.GetValue(File)!;
        var bytes = await ReadAsync(path, cancellationToken);
        try
        {
            using var payload = await OpenAsync(source, path, bytes, pdfs, cancellationToken);
            var format = PayloadCatalog.FormatOf(source, payload);

            // A list that states no date of its own is shown as one that was captured now.
            var reading = format.Read(payload, TimeProvider.System.GetUtcNow());

            // Rows are looked at before the first is shown: half a document is none.
            var shapes = reading.Rows.Select(row => row.GetType()).Distinct().ToDictionary(kind => kind, kind => new RowShape(kind));
            await WriteAsync(context, format, [.. reading.Rows.Select(row => (row.GetType(), shapes[row.GetType()].Of(row).ToArray()))], reading.LeftOut);
            return reading.LeftOut.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
        }
        catch (PermanentException wrong)
        {
            await context.Errors.WriteLineAsync(wrong.Message.ReplaceLineEndings(" "));
            return ExitCodes.Failed;
        }
    }

    /// <summary>The payload; of a PDF, where the source sends such, its text.</summary>
    private static async Task<RawPayload> OpenAsync(string source, string path, ReadOnlyMemory<byte> bytes, IPdfText pdfs, CancellationToken cancellationToken)
    {
        var payload = new RawPayload(path, bytes);
        if (!payload.IsPdf || !PayloadCatalog.IsOfPdfs(source))
        {
            return payload;
        }

        payload.Dispose();
        return await pdfs.ReadAsync(bytes, cancellationToken) switch
        {
            PdfText.Extracted extracted => new RawPayload(path, Encoding.UTF8.GetBytes(extracted.Text)),
            PdfText.ToolMissing missing => throw new PermanentException($"{path}: is a PDF, and {missing.Tool}, which reads PDFs, is not installed: {missing.Remedy}"),
            PdfText.Damaged damaged => throw new PermanentException($"{path}: is a damaged PDF: {damaged.Reason}"),
            PdfText.TimedOut late => throw new PermanentException(string.Create(CultureInfo.InvariantCulture, $"{path}: is a PDF that could not be read within {late.After.TotalSeconds} seconds")),
            var other => throw new InvalidOperationException($"{other.GetType()} is not known."),
        };
    }

    private static async Task WriteAsync(
        CommandContext context, PayloadFormat format, IReadOnlyList<(Type Kind, (string Name, object? Value)[] Columns)> rows, IReadOnlyList<string> leftOut)
    {
        if (context.Json)
        {
            await JsonOutput.WriteAsync(context.Output, json =>
            {
                json.WriteStartObject();
                json.WriteString("source", format.Source);
                json.WriteString("payload", format.Name);
                json.WriteStartArray("rows");
                foreach (var (_, columns) in rows)
                {
                    json.WriteStartObject();
                    foreach (var (name, value) in columns)
                    {
                        json.WritePropertyName(name);
                        JsonOutput.Value(json, value);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonOutput.Texts(json, "left_out", leftOut);
                json.WriteEndObject();
            });
            return;
        }

        // Forms may mix kinds of rows: each kind is a table of its own.
        foreach (var kind in rows.GroupBy(row => row.Kind, row => row.Columns))
        {
            TextTable.Write(context.Output, [.. kind.First().Select(column => column.Name)], kind.Select(columns => columns.Select(column => TextTable.Text(column.Value)).ToArray()));
        }

        foreach (var one in leftOut)
        {
            await context.Output.WriteLineAsync($"left out: {one}");
        }

        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{format.Source}, {format.Name}: {rows.Count} rows, {leftOut.Count} left out"));
    }

    private static string SourceOf(string source)
    {
        if (PayloadCatalog.Sources.Contains(source, StringComparer.Ordinal))
        {
            return source;
        }

        var meant = NearestMatch.Of(source, PayloadCatalog.Sources) is { } name ? $"; did you mean {name}?" : string.Empty;
        throw new UsageException($"{source} is no source of payloads: accepted are {string.Join(", ", PayloadCatalog.Sources)}{meant}");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await System.IO.File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: accepted is a file with one payload, as it came or gzipped");
        }

        if (!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return bytes;
        }

        await using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        try
        {
            await packed.CopyToAsync(whole, cancellationToken);
        }
        catch (InvalidDataException damaged)
        {
            throw new UsageException($"{path} is no whole gzip ({damaged.Message}): accepted is a file with one payload, as it came or gzipped");
        }

        return whole.ToArray();
    }
}
