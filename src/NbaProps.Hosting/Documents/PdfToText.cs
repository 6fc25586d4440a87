using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

using NbaProps.Shared.Objects;

namespace NbaProps.Hosting.Documents;

/// <summary>Reads PDFs with poppler's pdftotext: one process for each, which gets the PDF on its standard input and writes no file.</summary>
/// <param name="time">The clock of the time-out.</param>
/// <param name="program">The program, by name or path; it must understand pdftotext's arguments.</param>
/// <param name="patience">When a process is given up; null for half a minute, a hundred times what a long report needs.</param>
public sealed class PdfToText(TimeProvider time, string program = "pdftotext", TimeSpan? patience = null) : IPdfText
{
    private const string Remedy = "install poppler-utils (apt-get install poppler-utils; brew install poppler)";

    // ENOENT and EACCES, as Windows has the first too: any other failure to start is not cured by installing something.
    private static readonly int[] NotThere = [2, 13];

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task<PdfText> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing) when (NotThere.Contains(missing.NativeErrorCode))
        {
            return new PdfText.ToolMissing(program, Remedy);
        }

        using var limit = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await RunAsync(process, pdf, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PdfText.TimedOut(_patience);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<PdfText> RunAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        // Both outputs are read while the input is written: a full pipe would stop the process.
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await WriteAsync(process, pdf, cancellationToken);
        var (text, problems) = (await output, await errors);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            var first = problems.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "no reason given";
            return new PdfText.Damaged(string.Create(CultureInfo.InvariantCulture, $"{first} (code {process.ExitCode})"));
        }

        return string.IsNullOrWhiteSpace(text) ? new PdfText.Damaged("no text is in it") : new PdfText.Extracted(text);
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading everything: its code says why.
        }
    }
}
