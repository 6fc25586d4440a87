using System.CommandLine;

namespace NbaProps.Cli.Commands;

/// <summary>Tests are run by the launcher, which builds them.</summary>
internal static class TestCommand
{
    public static Command Command { get; } = new("test", "Everything CI checks (through the launcher: ./nbaprops test)");

    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        throw new UsageException("The tests are run by the launcher, which builds them: ./nbaprops test");
}
