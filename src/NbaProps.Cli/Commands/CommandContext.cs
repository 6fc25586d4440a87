using System.CommandLine;

using Microsoft.Extensions.Logging;

using NbaProps.Cli.Running;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Cli.Commands;

/// <summary>What a command works with: its arguments, the configuration, and the two streams, of which standard output carries results only.</summary>
internal sealed class CommandContext(ParseResult parsed, TextWriter output, TextWriter errors, string? data = null, string? mode = null)
{
    private NbaPropsOptions? _options;

    public ParseResult Parsed { get; } = parsed;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    public bool Json => Parsed.GetValue(CommonOptions.Json);

    public ConfigurationInputs Inputs { get; } = CommonOptions.InputsOf(parsed, data, mode);

    /// <summary>The configuration; read once.</summary>
    public NbaPropsOptions Options => _options ??= NbaPropsConfiguration.Load(Inputs);

    /// <summary>The same in a folder of its own, where none is given: for what must not be mixed with an owner's installation.</summary>
    public CommandContext Beside(string folder) => new(Parsed, Output, Errors, folder);

    /// <summary>The same in another mode.</summary>
    public CommandContext InMode(string mode) => new(Parsed, Output, Errors, data, mode);

    public ILoggerFactory Loggers() => CliLogging.Create(Options, Inputs);

    /// <summary>Refuses a folder that is not there: a mistyped one would be created, and be empty; and an installation that has none.</summary>
    public void RequireDataFolder()
    {
        if (Options.Mode == Mode.Cloud)
        {
            throw new UsageException($"{Parsed.CommandResult.Command.Name} works on a folder of this machine, and the mode is cloud: accepted is --set Mode=embedded");
        }

        if (File.Exists(Options.DataDirectory))
        {
            throw new UsageException($"{Options.DataDirectory} is a file: accepted with --data is a folder");
        }

        if (!Directory.Exists(Options.DataDirectory))
        {
            throw new UsageException($"{Options.DataDirectory} does not exist: accepted with --data is a folder that run-day or backfill has filled");
        }
    }

    /// <summary>Opens an installation for reading and for small changes, without running anything: a folder that is there, or in mode cloud the project. A folder that was never filled is left as it is.</summary>
    public async Task<TResult> WithStoresAsync<TResult>(Func<IPipelineStores, PipelineRuntime, Task<TResult>> use, CancellationToken cancellationToken)
    {
        if (Options.Mode == Mode.Cloud)
        {
            return await WithStoresAsync(Options, use, cancellationToken);
        }

        RequireDataFolder();
        if (File.Exists(Path.Combine(Options.DataDirectory, "bus.db")))
        {
            return await WithStoresAsync(Options, use, cancellationToken);
        }

        // To look into an installation creates what it lacks, and there is none here: what is not there is the same anywhere.
        var elsewhere = Directory.CreateTempSubdirectory("nbaprops-");
        try
        {
            return await WithStoresAsync(Options with { DataDirectory = elsewhere.FullName }, use, cancellationToken);
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    private async Task<TResult> WithStoresAsync<TResult>(NbaPropsOptions options, Func<IPipelineStores, PipelineRuntime, Task<TResult>> use, CancellationToken cancellationToken)
    {
        using var loggers = Loggers();
        await using var stores = await PipelineStores.OpenAsync(options, NbaPipeline.Manifest, TimeProvider.System, loggers, cancellationToken);
        var host = ServiceProcess.HostOf(options, Inputs, stores.Ports, TimeProvider.System, options.Clock.Create(TimeProvider.System));
        return await use(stores, host.CreateWatcher(loggers));
    }
}
