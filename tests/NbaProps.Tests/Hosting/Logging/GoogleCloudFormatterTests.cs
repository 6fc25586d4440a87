using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

using NbaProps.Hosting.Logging;

using Serilog.Events;
using Serilog.Parsing;

namespace NbaProps.Tests.Hosting.Logging;

public class GoogleCloudFormatterTests
{
    private static readonly ActivityTraceId Trace = ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c");
    private static readonly ActivitySpanId Span = ActivitySpanId.CreateFromString("b7ad6b7169203331");

    [Fact]
    public void A_plain_entry() =>
        Line(LogEventLevel.Information, "{Unit}: run {RunId} wrote {Rows} rows", null, ("Unit", "bdl/2026-01-15"), ("RunId", "r1"), ("Rows", 12)).ShouldBe(
            """
            {"severity":"INFO","time":"2026-01-15T17:30:00.1234567Z","message":"bdl/2026-01-15: run r1 wrote 12 rows","serviceContext":{"service":"scrapers","version":"scrapers-00012"},"traceId":"0af7651916cd43dd8448eb211c80319c","logging.googleapis.com/spanId":"b7ad6b7169203331","logging.googleapis.com/labels":{"run_id":"r1","unit":"bdl/2026-01-15"},"properties":{"Rows":12}}

            """);

    [Fact]
    public void An_entry_of_a_known_project_links_its_trace() =>
        Line(LogEventLevel.Debug, "x", "my-project", ("TraceSampled", true)).ShouldBe(
            """
            {"severity":"DEBUG","time":"2026-01-15T17:30:00.1234567Z","message":"x","serviceContext":{"service":"scrapers","version":"scrapers-00012"},"logging.googleapis.com/trace":"projects/my-project/traces/0af7651916cd43dd8448eb211c80319c","logging.googleapis.com/spanId":"b7ad6b7169203331","logging.googleapis.com/trace_sampled":true,"properties":{}}

            """);

    [Theory]
    [InlineData(LogEventLevel.Verbose, "DEBUG")]
    [InlineData(LogEventLevel.Warning, "WARNING")]
    [InlineData(LogEventLevel.Error, "ERROR")]
    [InlineData(LogEventLevel.Fatal, "CRITICAL")]
    public void Levels_become_severities(LogEventLevel level, string severity) =>
        Parsed(Line(level, "x", null)).GetProperty("severity").GetString().ShouldBe(severity);

    [Fact]
    public void An_error_carries_its_stack_where_error_reporting_looks_and_stays_one_line()
    {
        var thrown = Should.Throw<InvalidOperationException>(() => throw new InvalidOperationException("two\nlines \"quoted\""));

        var line = Line(LogEventLevel.Error, "failed", null, thrown);

        line.TrimEnd('\n').ShouldNotContain("\n");
        Parsed(line).GetProperty("stack_trace").GetString()!.ShouldBe(thrown.ToString());
        Parsed(Line(LogEventLevel.Warning, "failed", null, thrown)).TryGetProperty("stack_trace", out _).ShouldBeFalse();
    }

    [Fact]
    public void Properties_keep_their_kind_and_a_name_that_begins_with_a_digit_gets_an_underscore()
    {
        var properties = Parsed(Line(
            LogEventLevel.Information, "x", null,
            ("3pt", 0.5), ("Nothing", null), ("Flag", true), ("At", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            ("Span", TimeSpan.FromSeconds(90)), ("NotANumber", double.NaN), ("Name", "Dončić"), ("Day", DayOfWeek.Friday))).GetProperty("properties");

        properties.GetRawText().ShouldBe(
            """{"3pt":0.5,"At":"2026-01-02T03:04:05.0000000+00:00","Day":"Friday","Flag":true,"Name":"Dončić","NotANumber":"NaN","Nothing":null,"Span":"00:01:30"}"""
                .Replace("3pt", "_3pt", StringComparison.Ordinal));
    }

    [Fact]
    public void Structures_nest()
    {
        var value = new StructureValue(
        [
            new LogEventProperty("2nd", new SequenceValue([new ScalarValue(1), new ScalarValue("b")])),
            new LogEventProperty("Map", new DictionaryValue([KeyValuePair.Create(new ScalarValue(7), (LogEventPropertyValue)new ScalarValue(8L))])),
        ]);

        Parsed(Format(new GoogleCloudFormatter("s", "v", null), Event(LogEventLevel.Information, "x", null, [new LogEventProperty("A", value)])))
            .GetProperty("properties").GetRawText().ShouldBe("""{"A":{"_2nd":[1,"b"],"Map":{"_7":8}}}""");
    }

    private static JsonElement Parsed(string line) => JsonDocument.Parse(line).RootElement;

    private static string Line(LogEventLevel level, string template, string? project, params (string Name, object? Value)[] properties) =>
        Line(level, template, project, null, properties);

    private static string Line(
        LogEventLevel level, string template, string? project, Exception? exception, params (string Name, object? Value)[] properties) =>
        Format(
            new GoogleCloudFormatter("scrapers", "scrapers-00012", project),
            Event(level, template, exception, properties.Select(pair => new LogEventProperty(pair.Name, new ScalarValue(pair.Value)))));

    private static LogEvent Event(LogEventLevel level, string template, Exception? exception, IEnumerable<LogEventProperty> properties) => new(
        new DateTimeOffset(2026, 1, 15, 12, 30, 0, TimeSpan.FromHours(-5)).AddTicks(1_234_567),
        level, exception, new MessageTemplateParser().Parse(template), properties, Trace, Span);

    private static string Format(GoogleCloudFormatter formatter, LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        formatter.Format(logEvent, text);
        return text.ToString();
    }
}
