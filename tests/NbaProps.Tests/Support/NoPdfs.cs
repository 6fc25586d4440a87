using NbaProps.Shared.Objects;

namespace NbaProps.Tests.Support;

/// <summary>A machine without the tool that reads PDFs.</summary>
internal sealed class NoPdfs : IPdfText
{
    public Task<PdfText> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken) =>
        Task.FromResult<PdfText>(new PdfText.ToolMissing("pdftotext", "install it"));
}
