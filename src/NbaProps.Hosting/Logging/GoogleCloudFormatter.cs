using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace NbaProps.Hosting.Logging;

/// <summary>
/// One line of JSON per event, in the structure that Cloud Logging reads from a container's output
/// (https://cloud.google.com/logging/docs/structured-logging). An error with an exception carries <c>stack_trace</c>, which is what Error
/// Reporting groups by; <c>serviceContext</c> tells it the service and the revision.
/// </summary>
/// <param name="service">The service's name.</param>
/// <param name="version">Its version: the revision on Cloud Run, the commit elsewhere.</param>
/// <param name="project">The Google Cloud project; null leaves the trace's id without a link.</param>
public sealed class GoogleCloudFormatter(string service, string version, string? project) : ITextFormatter
{
    /// <summary>Properties that become labels, by which entries of one unit or chain are found, and the labels' names.</summary>
    private static readonly (string Property, string Label)[] Labels =
        [("CorrelationId", "correlation_id"), ("RunId", "run_id"), ("Unit", "unit")];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly MessageTemplateTextFormatter Message = new("{Message:l}", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, logEvent);
        }

        // The line is whole before its first byte is written: half a line would spoil the next one too.
        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static string Severity(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => "DEBUG",
        LogEventLevel.Information => "INFO",
        LogEventLevel.Warning => "WARNING",
        LogEventLevel.Error => "ERROR",
        LogEventLevel.Fatal => "CRITICAL",
        _ => "DEFAULT",
    };

    private static string Rendered(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(logEvent, text);
        return text.ToString();
    }

    private void Write(Utf8JsonWriter json, LogEvent logEvent)
    {
        json.WriteStartObject();
        json.WriteString("severity", Severity(logEvent.Level));
        json.WriteString("time", logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("message", Rendered(logEvent));
        if (logEvent.Exception is { } exception)
        {
            json.WriteString(logEvent.Level >= LogEventLevel.Error ? "stack_trace" : "exception", exception.ToString());
        }

        json.WriteStartObject("serviceContext");
        json.WriteString("service", service);
        json.WriteString("version", version);
        json.WriteEndObject();
        WriteTrace(json, logEvent);
        WriteLabels(json, logEvent);
        WriteProperties(json, logEvent);
        json.WriteEndObject();
    }

    private void WriteTrace(Utf8JsonWriter json, LogEvent logEvent)
    {
        if (logEvent.TraceId is not { } trace)
        {
            return;
        }

        if (project is null)
        {
            json.WriteString("traceId", trace.ToHexString());
        }
        else
        {
            json.WriteString("logging.googleapis.com/trace", $"projects/{project}/traces/{trace.ToHexString()}");
        }

        if (logEvent.SpanId is { } span)
        {
            json.WriteString("logging.googleapis.com/spanId", span.ToHexString());
        }

        if (logEvent.Properties.GetValueOrDefault(ActivityEnricher.Sampled) is ScalarValue { Value: bool sampled })
        {
            json.WriteBoolean("logging.googleapis.com/trace_sampled", sampled);
        }
    }

    private static void WriteLabels(Utf8JsonWriter json, LogEvent logEvent)
    {
        var found = Labels.Where(label => logEvent.Properties.ContainsKey(label.Property)).ToArray();
        if (found.Length == 0)
        {
            return;
        }

        json.WriteStartObject("logging.googleapis.com/labels");
        foreach (var (property, label) in found)
        {
            var value = logEvent.Properties[property];
            json.WriteString(label, value is ScalarValue scalar ? JsonValues.Text(scalar.Value) : value.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, LogEvent logEvent)
    {
        json.WriteStartObject("properties");
        foreach (var (name, value) in logEvent.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!name.Equals(ActivityEnricher.Sampled, StringComparison.Ordinal) && !Labels.Any(label => label.Property.Equals(name, StringComparison.Ordinal)))
            {
                json.WritePropertyName(JsonValues.Name(name));
                JsonValues.Write(json, value);
            }
        }

        json.WriteEndObject();
    }
}
