using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace NbaProps.Benchmarks;

/// <summary>How all benchmarks are measured: whole operations of seconds, each on a folder of its own, in this process.</summary>
internal static class Measuring
{
    /// <summary>
    /// In this process, because the usual way builds a project of its own into a folder that our build does not know; and one operation an
    /// iteration, because each changes the folder that it works on.
    /// </summary>
    public static IConfig Config { get; } = ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(2)
            .WithIterationCount(9)
            .WithInvocationCount(1)
            .WithUnrollFactor(1))
        .AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.Max, BaselineRatioColumn.RatioMean)
        .AddColumn(new RowsPerSecondColumn())
        .AddExporter(MarkdownExporter.GitHub)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "nbaprops-benchmarks"))
        .WithOptions(ConfigOptions.DisableLogFile);
}
