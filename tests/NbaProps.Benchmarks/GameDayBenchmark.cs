using BenchmarkDotNet.Attributes;

using NbaProps.Cli.Commands;
using NbaProps.Tests.Support;

namespace NbaProps.Benchmarks;

/// <summary>
/// A real game day of ten games through all five services over HTTP, from a folder that holds the fortnight before, beside the same day asked
/// for once more when everything is there: what fetching, looking and comparing cost by themselves.
/// </summary>
public class GameDayBenchmark
{
    /// <summary>Says to the process that measures where the archive is.</summary>
    public const string ArchiveVariable = "NBAPROPS_BENCHMARK_ARCHIVE";

    private const string Day = "2022-12-27";

    private readonly TemporaryFolder _folder = new();
    private string _before = string.Empty;
    private string _after = string.Empty;
    private string _work = string.Empty;

    /// <summary>The archive that was named, or the one beside the repository; null where there is none.</summary>
    public static string? FindArchive(string? named)
    {
        if (named is not null)
        {
            return Directory.Exists(Path.Combine(named, "nba-gamelogs")) ? Path.GetFullPath(named) : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(Path.Combine(beside, "nba-gamelogs")))
            {
                return beside;
            }
        }

        return null;
    }

    /// <summary>Walks the fortnight before, and the day itself in a copy.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _before = _folder.Of("before");
        _after = _folder.Of("after");
        Run(_before, "backfill", "--from", "2022-12-13", "--to", "2022-12-26");
        Copy(_before, _after);
        Run(_after, "run-day", "--date", Day);
    }

    /// <summary>Removes all of it.</summary>
    [GlobalCleanup]
    public void Remove() => _folder.Dispose();

    /// <summary>A copy of the fortnight.</summary>
    [IterationSetup(Target = nameof(FirstTime))]
    public void BeforeTheDay() => Take(_before);

    /// <summary>A copy of the fortnight with the day.</summary>
    [IterationSetup(Target = nameof(OnceMore))]
    public void AfterTheDay() => Take(_after);

    /// <summary>The day when everything is there: nothing is written.</summary>
    [Benchmark(Baseline = true)]
    public void OnceMore() => Run(_work, "run-day", "--date", Day);

    /// <summary>The day.</summary>
    [Benchmark]
    public void FirstTime() => Run(_work, "run-day", "--date", Day);

    private void Take(string folder)
    {
        if (_work.Length > 0)
        {
            Directory.Delete(_work, recursive: true);
        }

        _work = _folder.Of("work");
        Copy(folder, _work);
    }

    private static void Run(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] all = [.. arguments, "--data", folder, "--source", $"archive:{Environment.GetEnvironmentVariable(ArchiveVariable)}"];
        var code = NbaPropsCommand.RunAsync(all, output, errors, CancellationToken.None).GetAwaiter().GetResult();

        // 3: some names of a December book belong to nobody who has appeared since the 13th, which is not what is measured.
        if (code is not (ExitCodes.Done or ExitCodes.CheckFailed))
        {
            throw new InvalidOperationException($"{string.Join(' ', all)} ended with {code}: {errors}");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
