using System.Globalization;

using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Deployment;

using Serilog;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace NbaProps.Hosting.Logging;

/// <summary>Serilog behind Microsoft.Extensions.Logging: JSON on Cloud Run's standard output, text on standard error elsewhere.</summary>
public static class LoggingSetup
{
    private const string Template = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Service}: {Message:l}{NewLine}{Exception}";

    /// <summary>Replaces the providers of a builder.</summary>
    public static void Use(ILoggingBuilder logging, LoggingOptions options, BuildIdentity identity, ConfigurationInputs inputs)
    {
        // Serilog keeps what a sink throws from the caller and tells it here.
        SelfLog.Enable(TextWriter.Synchronized(Console.Error));
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Trace);
        logging.AddSerilog(Create(options, identity, inputs), dispose: true);
    }

    /// <summary>The logger. A sink given here stands in for the console.</summary>
    internal static Logger Create(LoggingOptions options, BuildIdentity identity, ConfigurationInputs inputs, ILogEventSink? sink = null)
    {
        var level = LevelConvert.ToSerilogLevel(options.Level);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft.AspNetCore", level > LogEventLevel.Warning ? level : LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", level > LogEventLevel.Warning ? level : LogEventLevel.Warning)
            .Enrich.With<ActivityEnricher>();
        if (sink is not null)
        {
            return configuration.WriteTo.Sink(sink).CreateLogger();
        }

        if (IsJson(options.Format, inputs))
        {
            // Elsewhere than on Cloud Run standard output belongs to the results of commands.
            LogEventLevel? fromHere = OnCloudRun(inputs) ? null : LogEventLevel.Verbose;
            return configuration.WriteTo.Console(FormatterOf(options, identity, inputs), standardErrorFromLevel: fromHere).CreateLogger();
        }

        return configuration
            .Enrich.WithProperty("Service", identity.Service)
            .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger();
    }

    /// <summary>Whether entries are JSON.</summary>
    internal static bool IsJson(LogFormat format, ConfigurationInputs inputs) => format switch
    {
        LogFormat.Json => true,
        LogFormat.Text => false,
        LogFormat.Auto => OnCloudRun(inputs),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format."),
    };

    /// <summary>The formatter, with the names that Cloud Run gave.</summary>
    internal static GoogleCloudFormatter FormatterOf(LoggingOptions options, BuildIdentity identity, ConfigurationInputs inputs) => new(
        inputs.Variable("K_SERVICE") ?? identity.Service,
        inputs.Variable("K_REVISION") ?? identity.Commit,
        options.Project ?? inputs.Variable("GOOGLE_CLOUD_PROJECT"));

    private static bool OnCloudRun(ConfigurationInputs inputs) => inputs.Variable("K_SERVICE") is not null;
}
