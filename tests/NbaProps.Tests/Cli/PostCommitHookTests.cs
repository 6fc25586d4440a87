using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

/// <summary>The hook that the launcher installs, with a program of a test in the place of the built one.</summary>
public sealed class PostCommitHookTests : IDisposable
{
    private readonly GitFolder _git = new();

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("echo \"$@\"", "drift commit HEAD --repository {0}\n")]
    [InlineData("echo one; echo two", "one\n")]
    [InlineData("exit 7", "")]
    [InlineData("echo no such commit >&2; exit 2", "")]
    public async Task It_says_one_line_and_never_fails_a_commit(string program, string said)
    {
        // The hook runs `dotnet` on the built program; here another dotnet stands first on the path.
        _git.Write("artifacts/bin/NbaProps.Cli/release/nbaprops.dll", string.Empty);
        _git.Write("bin/dotnet", $"#!/usr/bin/env bash\nshift\n{program}\n");
        _git.Git(GitFolder.At, "-c", "alias.x=!chmod +x bin/dotnet", "x");
        (await RunAsync()).ShouldBe((0, string.Empty, string.Format(System.Globalization.CultureInfo.InvariantCulture, said, _git.Path)));
    }

    [Fact]
    public async Task Where_nothing_is_built_it_says_nothing() => (await RunAsync()).ShouldBe((0, string.Empty, string.Empty));

    private Task<(int Code, string Output, string Errors)> RunAsync() =>
        RunProgram.ToEndAsync("bash", [RepositoryRoot.Of("eng/hooks/post-commit")], _git.Path, [("PATH", $"{_git.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}")]);
}
