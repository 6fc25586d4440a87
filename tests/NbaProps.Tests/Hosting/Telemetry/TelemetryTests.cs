using System.Collections.Concurrent;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using NbaProps.Hosting;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Telemetry;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Web;

namespace NbaProps.Tests.Hosting.Telemetry;

public class TelemetryTests
{
    [Fact]
    public async Task A_configured_collector_receives_the_spans_of_a_service_before_it_has_stopped()
    {
        var received = new ConcurrentQueue<(string Path, string? Type, string Body)>();
        await using var collector = await CollectorAsync(received);

        await using (var service = await ServiceDefaultsTests.StartAsync(
            _ => { }, settings: ["--set", $"Telemetry:OtlpEndpoint={collector.Urls.Single()}"]))
        {
            var message = new ReceivedMessage("m1", "{}", new Dictionary<string, string>(), 1);
            using (service.Services.GetRequiredService<PipelineActivity>().StartConsumer(message, "t", "sub"))
            using (PipelineActivity.StartRun("bdl/2026-01-15", "r1", "c1"))
            {
            }

            await service.StopAsync();
        }

        received.ShouldNotBeEmpty();
        received.ShouldAllBe(request => request.Path == "/v1/traces" && request.Type == "application/x-protobuf");
        var body = string.Concat(received.Select(request => request.Body));
        foreach (var part in new[] { "service.name", "scrapers", "process sub", "run bdl/2026-01-15", "nbaprops.correlation_id", "messaging.message.id" })
            body.ShouldContain(part);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_does_not_fail_the_service()
    {
        await using var service = await ServiceDefaultsTests.StartAsync(_ => { }, settings: ["--set", "Telemetry:OtlpEndpoint=http://127.0.0.1:9"]);
        using (service.Services.GetRequiredService<PipelineActivity>().StartProducer("t", 1))
        {
        }

        await Should.NotThrowAsync(() => service.StopAsync());
    }

    [Fact]
    public async Task Spans_exist_without_a_collector_so_that_messages_carry_their_trace()
    {
        await using var service = await ServiceDefaultsTests.StartAsync(_ => { });

        using var span = service.Services.GetRequiredService<PipelineActivity>().StartProducer("t", 1);

        PipelineActivity.TraceParent().ShouldNotBeNull().ShouldEndWith("-01");
    }

    [Fact]
    public void Spans_are_sent_only_where_a_collector_is_configured()
    {
        var variable = new ConfigurationInputs { Environment = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://localhost:4317" } };

        TelemetrySetup.Exports(new(), new()).ShouldBeFalse();
        TelemetrySetup.Exports(new(), variable).ShouldBeTrue();
        TelemetrySetup.Exports(new() { OtlpEndpoint = new("http://localhost:4318") }, new()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("http://localhost:4318", "http://localhost:4318/v1/traces")]
    [InlineData("http://localhost:4318/otlp/", "http://localhost:4318/otlp/v1/traces")]
    [InlineData("http://localhost:4318/v1/traces", "http://localhost:4318/v1/traces")]
    public void The_path_of_traces_is_added_once(string configured, string used) => TelemetrySetup.WithPath(new(configured)).ShouldBe(new Uri(used));

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, string? Type, string Body)> received)
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path.Value!, request.ContentType, Encoding.UTF8.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return app;
    }
}
