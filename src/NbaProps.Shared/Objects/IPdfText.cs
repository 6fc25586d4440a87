namespace NbaProps.Shared.Objects;

/// <summary>Takes the text out of a PDF, its columns kept apart by spaces and its pages by form feeds.</summary>
public interface IPdfText
{
    /// <summary>The text, or why there is none.</summary>
    Task<PdfText> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken);
}

/// <summary>What became of a PDF.</summary>
public abstract record PdfText
{
    private PdfText()
    {
    }

    /// <summary>Its text.</summary>
    /// <param name="Text">Lines end with a line feed, pages with a form feed.</param>
    public sealed record Extracted(string Text) : PdfText;

    /// <summary>What reads PDFs is not installed.</summary>
    /// <param name="Tool">Its name.</param>
    /// <param name="Remedy">How to install it.</param>
    public sealed record ToolMissing(string Tool, string Remedy) : PdfText;

    /// <summary>It is no PDF, is damaged, or has no text.</summary>
    /// <param name="Reason">In the words of the tool.</param>
    public sealed record Damaged(string Reason) : PdfText;

    /// <summary>It took too long and was given up.</summary>
    /// <param name="After">After this time.</param>
    public sealed record TimedOut(TimeSpan After) : PdfText;
}
