using System.Reflection;

using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Logging;
using NbaProps.Shared.Deployment;

namespace NbaProps.Cli.Running;

/// <summary>Logs of a command: warnings and worse on standard error, unless the configuration asks for more.</summary>
internal static class CliLogging
{
    public static ILoggerFactory Create(NbaPropsOptions options, ConfigurationInputs inputs) => LoggerFactory.Create(logging =>
        LoggingSetup.Use(logging, options.Logging, BuildIdentity.Of("nbaprops", Assembly.GetExecutingAssembly(), inputs.Variable), inputs));

    /// <summary>A command's own output is its result: services beside it tell warnings only, unless something else was asked for.</summary>
    public static NbaPropsOptions Quiet(NbaPropsOptions options) =>
        options.Logging.Level == LogLevel.Information ? options with { Logging = options.Logging with { Level = LogLevel.Warning } } : options;
}
