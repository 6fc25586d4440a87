using System.Diagnostics;
using System.Globalization;

using NbaProps.Shared.Deployment;

namespace NbaProps.Tests.Support;

/// <summary>A repository of a test, with the projects of the services in it.</summary>
public sealed class GitFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GitFolder()
    {
        Git(At, "init", "--quiet", "--initial-branch=main");
        Git(At, "config", "core.hooksPath", "none");
        foreach (var project in DeployedServices.All.Select(service => service.Project).Append("NbaProps.Shared"))
        {
            Write($"src/{project}/{project}.csproj", project == "NbaProps.Shared" ? "<Project />" : """<Project><ItemGroup><ProjectReference Include="../NbaProps.Shared/NbaProps.Shared.csproj" /></ItemGroup></Project>""");
        }
    }

    public static DateTimeOffset At { get; } = new(2026, 1, 15, 17, 0, 0, TimeSpan.Zero);

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder.Of(path))!);
        File.WriteAllText(_folder.Of(path), content);
    }

    /// <summary>Commits a change of some files, so many hours after the beginning; answers with the commit.</summary>
    public string Commit(double hours, params string[] paths)
    {
        foreach (var path in paths)
        {
            Write(path, hours.ToString(CultureInfo.InvariantCulture));
        }

        Git(At.AddHours(hours), "add", "--all");
        Git(At.AddHours(hours), "commit", "--quiet", "--allow-empty", "--message", "a change");
        return Head();
    }

    /// <summary>Merges a branch, so many hours after the beginning; answers with the merge.</summary>
    public string Merge(double hours, string branch)
    {
        Git(At.AddHours(hours), "merge", "--quiet", "--no-ff", "--message", "a merge", branch);
        return Head();
    }

    public string Head() => Git(At, "rev-parse", "HEAD").Trim();

    public string Git(DateTimeOffset at, params string[] arguments)
    {
        var date = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + " +0000";
        var start = new ProcessStartInfo("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false", .. arguments])
        {
            WorkingDirectory = Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["GIT_AUTHOR_DATE"] = date, ["GIT_COMMITTER_DATE"] = date },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return output;
    }
}
