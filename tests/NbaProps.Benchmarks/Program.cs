using BenchmarkDotNet.Running;

using NbaProps.Benchmarks;

// Each benchmark stands beside its bare resource or its own idle run, in one run: the ratio is what is compared between machines.
string[] names = ["all", "batch-writer", "game-day", "parsers"];
var name = args.FirstOrDefault() ?? "all";
var archive = args is [_, "--archive", var folder] ? folder : null;
if (!names.Contains(name, StringComparer.Ordinal) || (args.Length > 1 && archive is null))
{
    await Console.Error.WriteLineAsync($"Accepted: {string.Join(" or ", names)}, then --archive DIR for another folder than ../shared/data");
    return 2;
}

if (name is "all" or "batch-writer")
{
    BenchmarkRunner.Run<BatchWriterBenchmark>(Measuring.Config);
}

if (name is "all" or "game-day")
{
    if (GameDayBenchmark.FindArchive(archive) is not { } found)
    {
        await Console.Error.WriteLineAsync($"There is no archive in {archive ?? "a folder shared/data beside the repository"}: accepted is --archive DIR, laid out as docs/02-operations/archive.md says");
        return 2;
    }

    Environment.SetEnvironmentVariable(GameDayBenchmark.ArchiveVariable, found);
    BenchmarkRunner.Run<GameDayBenchmark>(Measuring.Config);
}

if (name is "all" or "parsers")
{
    if (GameDayBenchmark.FindArchive(archive) is not { } data)
    {
        await Console.Error.WriteLineAsync($"There is no archive in {archive ?? "a folder shared/data beside the repository"}: real payloads are looked for in the folder payloads beside it");
        return 2;
    }

    ParserBenchmark.Run(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(data))!, Console.Out);
}

return 0;
