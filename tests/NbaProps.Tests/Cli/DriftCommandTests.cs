using System.Text.Json;

using NbaProps.Shared.Deployment.Drift;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Cli;

public sealed class DriftCommandTests : InProcess
{
    private readonly GitFolder _git = new();

    public override void Dispose()
    {
        _git.Dispose();
        base.Dispose();
    }

    [Fact]
    public async Task What_is_deployed_is_compared_with_mains_own_line()
    {
        var first = _git.Commit(0);
        _git.Git(GitFolder.At, "checkout", "--quiet", "-b", "work");
        var ofBranch = _git.Commit(1, "src/NbaProps.Predictions/A.cs");
        _git.Commit(2, "src/NbaProps.Predictions/B.cs");
        _git.Git(GitFolder.At, "checkout", "--quiet", "main");
        var merge = _git.Merge(5, "work");
        var second = _git.Commit(6, "src/NbaProps.Predictions/C ü.cs", "docs/a.md");
        _git.Commit(7, "docs/b.md");
        for (var other = 0; other < 5; other++)
        {
            _git.Commit(8 + other, "src/NbaProps.Analytics/D.cs");
        }

        var answer = await DriftAsync(new() { ["predictions"] = first, ["scrapers"] = first, ["analytics"] = _git.Head(), ["precompute"] = ofBranch, ["operations"] = "unknown" });
        answer.Code.ShouldBe(3);
        var services = answer.Json().GetProperty("services").EnumerateArray().ToDictionary(service => service.GetProperty("service").GetString()!);
        services.ToDictionary(pair => pair.Key, pair => pair.Value.GetProperty("state").GetString()).ShouldBe(new Dictionary<string, string?>
        {
            ["analytics"] = "current", ["operations"] = "unsaid", ["precompute"] = "not on main", ["predictions"] = "behind", ["scrapers"] = "current",
        });

        // What a branch brought is one commit, of when it was merged.
        var behind = services["predictions"];
        behind.GetProperty("missing").EnumerateArray().Select(commit => commit.GetString()).ShouldBe([second, merge]);
        (behind.GetProperty("commits_behind").GetInt32(), behind.GetProperty("since").GetDateTimeOffset()).ShouldBe((2, GitFolder.At.AddHours(5)));
        services["precompute"].GetProperty("commits_behind").ValueKind.ShouldBe(JsonValueKind.Null);
        (answer.Json().GetProperty("unknown").GetInt32(), answer.Json().GetProperty("within_goal").GetBoolean()).ShouldBe((2, false));
    }

    [Fact]
    public async Task Nothing_behind_ends_with_0_and_people_are_shown_a_table()
    {
        var first = _git.Commit(0);
        var current = await DriftAsync(new() { ["predictions"] = first }, json: false);
        (current.Code, current.Errors).ShouldBe((0, string.Empty));
        current.Output.ShouldContain("predictions");
        current.Output.ShouldContain("current");
        current.Output.ShouldEndWith("Drift is 0.0 h on average and 0.0 h at worst; the goal is below 2.0 h.\n");

        var second = _git.Commit(1, "src/NbaProps.Shared/A.cs");
        var behind = await DriftAsync(new() { ["predictions"] = first }, json: false, "--verbose");
        behind.Code.ShouldBe(3);
        behind.Output.ShouldContain($"predictions runs {first} and is 1 commit behind on its own paths, for ");
        behind.Output.ShouldContain($"  2026-01-15 18:00Z {second}\n");
    }

    [Fact]
    public async Task Services_that_are_asked_and_do_not_answer_are_silent()
    {
        _git.Commit(0);
        var answer = await RunBareAsync("drift", "--repository", _git.Path, "--services", "predictions=http://127.0.0.1:9", "--json");
        answer.Code.ShouldBe(3);
        answer.Json().GetProperty("services")[0].GetProperty("state").GetString().ShouldBe("silent");
    }

    [Fact]
    public async Task The_head_that_is_written_is_what_services_read()
    {
        var first = _git.Commit(0);
        var second = _git.Commit(1, "src/NbaProps.Predictions/A.cs");
        _git.Git(GitFolder.At, "checkout", "--quiet", "-b", "elsewhere");
        _git.Commit(2, "src/NbaProps.Predictions/A.cs");
        var file = Folder.Of("head.json");
        (await RunBareAsync("drift", "head", "--repository", _git.Path, "--out", file)).ShouldBe(new Answer(0, $"{file} lists 2 commits of main, the newest {second}\n", string.Empty));

        var head = HeadFile.Read(await File.ReadAllBytesAsync(file));
        head.Newest["predictions"].ShouldBe(second);
        head.Newest["scrapers"].ShouldBe(first);
        head.DriftOf(new("predictions", first)).Commits.ShouldBe(1);
        head.DriftOf(new("scrapers", second)).State.ShouldBe(DriftState.Current);
        (await RunBareAsync("drift", "head", "--repository", _git.Path, "--main", "HEAD", "--out", file, "--json")).Json().GetProperty("commits").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_commit_says_in_one_line_what_it_makes_stale()
    {
        _git.Commit(0);
        var some = _git.Commit(1, "src/NbaProps.Predictions/A.cs", "src/NbaProps.Scrapers/A.cs", "docs/a.md");
        _git.Commit(2, "docs/b.md");
        (await RunBareAsync("drift", "commit", some, "--repository", _git.Path)).ShouldBe(new Answer(0, "To deploy once this is on main: predictions, scrapers.\n", string.Empty));
        (await RunBareAsync("drift", "commit", "--repository", _git.Path)).ShouldBe(new Answer(0, "No service is built from what this commit changes.\n", string.Empty));
        (await RunBareAsync("drift", "commit", some, "--repository", _git.Path, "--json")).Json().GetProperty("services").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_part_of_the_history_is_refused()
    {
        _git.Commit(0);
        _git.Commit(1, "docs/a.md");
        var part = Folder.Of("part");
        _git.Git(GitFolder.At, "clone", "--quiet", "--depth", "1", $"file://{_git.Path}", part);
        var answer = await RunBareAsync("drift", "head", "--repository", part, "--out", Folder.Of("head.json"));
        (answer.Code, answer.OneLine()).ShouldBe((2, $"{part} has only a part of the history: git fetch --unshallow (on GitHub: fetch-depth: 0)"));
    }

    [Fact]
    public async Task Wrong_usage_is_one_line()
    {
        _git.Commit(0);
        await File.WriteAllTextAsync(Folder.Of("list.json"), "[]");
        await File.WriteAllTextAsync(Folder.Of("number.json"), """{"predictions": 1}""");
        foreach (var (arguments, line) in new (string[], string)[]
        {
            (["drift", "--services", "a=http://b", "--deployed", "c"], "--services and --deployed are not accepted together: either services are asked or a file says what runs"),
            (["drift", "--repository", _git.Path, "--services", "predictions"], "--services predictions is no service: accepted is NAME=URL, such as predictions=https://predictions.example"),
            (["drift", "--repository", _git.Path, "--services", "a=http://b,a=http://c"], "--services names a twice"),
            (["drift", "--repository", _git.Path, "--deployed", Folder.Of("list.json")], $"--deployed {Folder.Of("list.json")}: accepted is a JSON object of service and commit"),
            (["drift", "--repository", _git.Path, "--deployed", Folder.Of("number.json")], $"--deployed {Folder.Of("number.json")}: predictions is Number, accepted is the text of a commit"),
            (["drift", "--repository", _git.Path, "--set", "Ports:Base=0"], "No service is known to ask: accepted is --services NAME=URL, or Deployment:Services:NAME=URL"),
            (["drift", "head", "--repository", _git.Path], "--out is missing: accepted is the file to write"),
            (["drift", "--repository", Folder.Of("nowhere")], $"{Folder.Of("nowhere")} does not exist: accepted is a folder of the repository"),
        })
        {
            var answer = await RunBareAsync(arguments);
            (answer.Code, answer.OneLine()).ShouldBe((2, line));
        }

        (await RunBareAsync("drift", "--repository", Folder.Path)).OneLine().ShouldStartWith($"git rev-parse in {Folder.Path}: fatal: not a git repository");
        (await RunBareAsync("drift", "commit", "nothing", "--repository", _git.Path)).OneLine().ShouldStartWith($"git log in {_git.Path}: fatal: ");
    }

    private async Task<Answer> DriftAsync(SortedDictionary<string, string> deployed, bool json = true, params string[] more)
    {
        await File.WriteAllTextAsync(Folder.Of("deployed.json"), JsonSerializer.Serialize(deployed));
        return await RunBareAsync(["drift", "--repository", _git.Path, "--deployed", Folder.Of("deployed.json"), .. json ? ["--json"] : Array.Empty<string>(), .. more]);
    }
}
