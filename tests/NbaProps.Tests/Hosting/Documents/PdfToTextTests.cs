using NbaProps.Hosting.Documents;
using NbaProps.Shared.Objects;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Hosting.Documents;

public sealed class PdfToTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_tool_that_is_not_there_is_named_with_what_to_do()
    {
        var missing = (await ReadAsync(_folder.Of("no-such-tool"))).ShouldBeOfType<PdfText.ToolMissing>();
        missing.Tool.ShouldBe(_folder.Of("no-such-tool"));
        missing.Remedy.ShouldContain("poppler-utils");
    }

    [Fact]
    public async Task Something_that_is_no_PDF_is_damaged_in_the_words_of_the_tool()
    {
        var text = await ReadAsync("pdftotext");
        if (text is not PdfText.ToolMissing)
        {
            text.ShouldBeOfType<PdfText.Damaged>().Reason.ShouldContain("(code 1)");
        }
    }

    // It refuses the arguments and ends before it has read a PDF larger than a pipe.
    [Fact]
    public async Task A_tool_that_ends_without_reading_has_not_read_it() =>
        (await ReadAsync("cat", bytes: new byte[1_000_000])).ShouldBeOfType<PdfText.Damaged>().Reason.ShouldContain("(code 1)");

    [Fact]
    public async Task What_the_tool_writes_is_the_text() =>
        (await ReadAsync("echo")).ShouldBeOfType<PdfText.Extracted>().Text.ShouldBe("-layout -enc UTF-8 -eol unix - -\n");

    [Fact]
    public async Task A_PDF_without_text_is_damaged() =>
        (await ReadAsync("true")).ShouldBe(new PdfText.Damaged("no text is in it"));

    [SkippableFact]
    public async Task A_tool_that_does_not_end_is_given_up()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("The tool of this test is a script of sh.");
        }

        var tool = _folder.Of("tool");
        await File.WriteAllTextAsync(tool, "#!/bin/sh\nexec sleep 600\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var patience = TimeSpan.FromMilliseconds(50);
        (await ReadAsync(tool, patience)).ShouldBe(new PdfText.TimedOut(patience));
    }

    [Fact]
    public async Task Who_no_longer_waits_is_not_answered() =>
        await Should.ThrowAsync<OperationCanceledException>(() => new PdfToText(TimeProvider.System, "cat").ReadAsync(Bytes, new CancellationToken(canceled: true)));

    private static readonly byte[] Bytes = "no PDF"u8.ToArray();

    private static Task<PdfText> ReadAsync(string program, TimeSpan? patience = null, byte[]? bytes = null) =>
        new PdfToText(TimeProvider.System, program, patience).ReadAsync(bytes ?? Bytes, CancellationToken.None);
}
