using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

using Microsoft.Extensions.Logging;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Logging;
using NbaProps.Hosting.Notifications;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Notifications;
using NbaProps.Shared.Observability;

using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace NbaProps.Tests.Hosting.Logging;

public class LoggingSetupTests
{
    private static readonly BuildIdentity Identity = BuildIdentity.Of("scrapers", typeof(LoggingSetupTests).Assembly, _ => "c0ffee");

    [Theory]
    [InlineData(LogFormat.Auto, null, false)]
    [InlineData(LogFormat.Auto, "scrapers", true)]
    [InlineData(LogFormat.Text, "scrapers", false)]
    [InlineData(LogFormat.Json, null, true)]
    public void Entries_are_json_on_cloud_run_or_when_asked(LogFormat format, string? service, bool json) =>
        LoggingSetup.IsJson(format, Inputs("K_SERVICE", service)).ShouldBe(json);

    [Fact]
    public void A_sink_that_fails_does_not_fail_who_logs()
    {
        using var logger = LoggingSetup.Create(new(), Identity, new(), new Recorder(_ => throw new IOException("disk full")));
        using var factory = new SerilogLoggerFactory(logger);

        Should.NotThrow(() => factory.CreateLogger("x").LogInformation("y"));
    }

    [Fact]
    public void An_entry_inside_a_run_carries_its_unit_and_chain()
    {
        using var source = new ActivitySource("NbaProps.logging-test");
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var service = source.StartActivity("process");
        using var run = PipelineActivity.StartRun("bdl/2026-01-15", "r1", "c1");
        using var inner = PipelineActivity.StartInside("GET", ActivityKind.Client);

        var line = JsonDocument.Parse(Lines(new(), logger => logger.LogInformation("x")).Single()).RootElement;

        line.GetProperty("logging.googleapis.com/labels").GetRawText().ShouldBe("""{"correlation_id":"c1","run_id":"r1","unit":"bdl/2026-01-15"}""");
        line.GetProperty("logging.googleapis.com/trace_sampled").GetBoolean().ShouldBeTrue();
        line.GetProperty("logging.googleapis.com/trace").GetString().ShouldBe($"projects/p/traces/{inner!.TraceId}");
        line.GetProperty("logging.googleapis.com/spanId").GetString().ShouldBe(inner.SpanId.ToString());
    }

    [Fact]
    public void The_level_is_that_of_the_options() =>
        Lines(new() { Level = LogLevel.Warning }, logger =>
        {
            logger.LogInformation("no");
            logger.LogWarning("yes");
        }).Single().ShouldContain("yes");

    [Fact]
    public async Task An_incident_is_one_line_with_what_a_person_needs()
    {
        var opened = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
        var incident = new Incident
        {
            Key = "k", Severity = Severity.Critical, Title = "Lines are late.", Cause = "The Odds API answers 401.", Done = "Tried 4 times.",
            Command = "nbaprops doctor", OpenedAt = opened, UpdatedAt = opened,
        };
        var lines = new List<string>();
        using var logger = LoggingSetup.Create(new(), Identity, new(), new Recorder(entry => lines.Add($"{entry.Level} {Rendered(entry)}")));
        using var factory = new SerilogLoggerFactory(logger);
        var notifier = new ConsoleNotifier(factory.CreateLogger<ConsoleNotifier>());

        await notifier.NotifyAsync(incident, CancellationToken.None);
        await notifier.NotifyAsync(incident with { ClosedAt = opened.AddHours(1) }, CancellationToken.None);

        lines.ShouldBe(
        [
            "Fatal Critical: Lines are late. Cause: The Odds API answers 401. Done: Tried 4 times. Command: nbaprops doctor",
            "Information Over (Critical): Lines are late. Cause: The Odds API answers 401. Done: Tried 4 times. Open since 2026-01-15 09:00:00Z",
        ]);
    }

    private static string Rendered(LogEvent entry)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new Serilog.Formatting.Display.MessageTemplateTextFormatter("{Message:l}", CultureInfo.InvariantCulture).Format(entry, text);
        return text.ToString();
    }

    private static IReadOnlyList<string> Lines(LoggingOptions options, Action<Microsoft.Extensions.Logging.ILogger> log)
    {
        var inputs = Inputs("GOOGLE_CLOUD_PROJECT", "p");
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var formatter = LoggingSetup.FormatterOf(options, Identity, inputs);
        using (var logger = LoggingSetup.Create(options, Identity, inputs, new Recorder(entry => formatter.Format(entry, text))))
        using (var factory = new SerilogLoggerFactory(logger))
            log(factory.CreateLogger("NbaProps.Something"));

        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static ConfigurationInputs Inputs(string name, string? value) =>
        new() { Environment = value is null ? new Dictionary<string, string>() : new() { [name] = value } };

    private sealed class Recorder(Action<LogEvent> record) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => record(logEvent);
    }
}
