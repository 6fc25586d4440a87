using System.Text.Json;

using NbaProps.Cli.Commands;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

/// <summary>The command line without a process of its own. One after the other: the commands are declared once per process.</summary>
[Collection(nameof(InProcess))]
public abstract class InProcess : IDisposable
{
    /// <summary>A folder that holds nothing.</summary>
    protected TemporaryFolder Folder { get; } = new();

    /// <summary>A data folder that is not there yet.</summary>
    protected string Data => Folder.Of("data");

    public virtual void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a command on the data folder.</summary>
    internal Task<Answer> RunAsync(params string[] arguments) => RunBareAsync(["--data", Data, .. arguments]);

    /// <summary>Runs a command with these arguments and no others.</summary>
    internal static async Task<Answer> RunBareAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await NbaPropsCommand.RunAsync(arguments, output, errors, CancellationToken.None);
        return new Answer(code, output.ToString(), errors.ToString());
    }

    protected void NothingIsThere() => Directory.EnumerateFileSystemEntries(Folder.Path).ShouldBeEmpty();

    /// <summary>What a command left.</summary>
    internal sealed record Answer(int Code, string Output, string Errors)
    {
        /// <summary>The one line on standard error of a command that has nothing for standard output.</summary>
        public string OneLine()
        {
            Output.ShouldBeEmpty();
            Errors.ShouldEndWith("\n");
            return Errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
        }

        /// <summary>Standard output, which is one document and nothing else.</summary>
        public JsonElement Json()
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}
