using System.Net;

using NbaProps.Hosting.Configuration;
using NbaProps.Operations.Deployments;
using NbaProps.Shared.Deployment.Drift;
using NbaProps.Tests.Hosting.Upstreams;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Operations.Deployments;

public sealed class VersionEndpointsTests
{
    private readonly FakeTimeProvider _time = new(Main.Noon);

    [Fact]
    public async Task A_service_is_asked_at_its_address_for_its_version()
    {
        var handler = new ScriptedHandler(ScriptedHandler.Answer(HttpStatusCode.OK, $$"""{"contracts":{"schema":"1"},"service":"predictions","commit":"{{Main.Commit(1)}}","builtAt":"2026-01-15T16:00:00Z"}"""));
        using var versions = Of(handler);
        versions.Services.ShouldBe(["predictions"]);
        (await versions.AskAsync("predictions", CancellationToken.None)).ShouldBe(HeardVersion.Of(new DeployedBuild("predictions", Main.Commit(1), Main.Noon.AddHours(-1))));
        handler.Requests.Select(request => request.RequestUri!.ToString()).ShouldBe(["https://predictions.example/version"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "", "predictions answers 403 when it is asked for its version")]
    [InlineData(HttpStatusCode.OK, "<html>", "predictions does not say its version: ")]
    [InlineData(HttpStatusCode.OK, "null", "predictions says nothing of its version")]
    [InlineData(HttpStatusCode.OK, "{}", "at the address of predictions answers something that names no service")]
    [InlineData(HttpStatusCode.OK, """{"service":"analytics","commit":"x"}""", "at the address of predictions answers analytics")]
    public async Task Whatever_else_it_answers_is_said(HttpStatusCode status, string body, string problem)
    {
        using var versions = Of(new ScriptedHandler(ScriptedHandler.Answer(status, body)));
        var heard = await versions.AskAsync("predictions", CancellationToken.None);
        (heard.Build, heard.Problem!.StartsWith(problem, StringComparison.Ordinal)).ShouldBe((null, true), heard.Problem);
    }

    [Fact]
    public async Task A_build_that_names_no_commit_and_no_time_is_heard_as_it_says_it()
    {
        using var versions = Of(new ScriptedHandler(ScriptedHandler.Answer(HttpStatusCode.OK, """{"service":"predictions","builtAt":"unknown"}""")));
        (await versions.AskAsync("predictions", CancellationToken.None)).ShouldBe(HeardVersion.Of(new DeployedBuild("predictions", "unknown")));
    }

    [Fact]
    public async Task One_that_refuses_or_says_nothing_for_half_a_minute_is_silent()
    {
        using var refused = Of(new ScriptedHandler(ScriptedHandler.Throw(new HttpRequestException("connection refused"))));
        (await refused.AskAsync("predictions", CancellationToken.None)).Problem.ShouldBe("predictions does not say its version: connection refused");

        using var silent = Of(new ScriptedHandler(ScriptedHandler.Silence));
        var asked = silent.AskAsync("predictions", CancellationToken.None);
        asked.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(30));
        (await asked).Problem.ShouldBe("predictions does not say its version within 30 seconds");
    }

    [Fact]
    public async Task Whoever_stops_asking_is_not_told_that_the_service_is_silent()
    {
        using var stop = new CancellationTokenSource();
        using var versions = Of(new ScriptedHandler(ScriptedHandler.Silence));
        var asked = versions.AskAsync("predictions", stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public void Services_are_where_they_are_said_to_be_and_else_on_this_machine()
    {
        new DeploymentOptions().AddressesIn(Mode.Embedded, new PortsOptions())["predictions"].ShouldBe(new Uri("http://127.0.0.1:8715"));
        new DeploymentOptions().AddressesIn(Mode.Embedded, new PortsOptions()).Keys.ShouldBe(["analytics", "operations", "precompute", "predictions", "raw-processors", "scrapers"]);
        new DeploymentOptions().AddressesIn(Mode.Embedded, new PortsOptions { Base = 0 }).ShouldBeEmpty();
        new DeploymentOptions().AddressesIn(Mode.Cloud, new PortsOptions()).ShouldBeEmpty();
        var said = new SortedDictionary<string, Uri> { ["predictions"] = new("https://predictions.example") };
        new DeploymentOptions { Services = said }.AddressesIn(Mode.Cloud, new PortsOptions()).ShouldBe(said);
    }

    [Theory]
    [InlineData(null, Mode.Embedded, false)]
    [InlineData(null, Mode.Emulators, false)]
    [InlineData(null, Mode.Cloud, true)]
    [InlineData(true, Mode.Embedded, true)]
    [InlineData(false, Mode.Cloud, false)]
    public void Drift_is_watched_in_the_cloud_unless_it_is_said_otherwise(bool? said, Mode mode, bool watched) =>
        new DeploymentOptions { Watched = said }.IsWatchedIn(mode).ShouldBe(watched);

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData(" Ann until Friday ", "Ann until Friday")]
    public void Blanks_are_no_reason(string? said, string? reason) => new DeploymentOptions { AllowStale = said }.AllowedBecause.ShouldBe(reason);

    private VersionEndpoints Of(HttpMessageHandler handler) =>
        new(new SortedDictionary<string, Uri>(StringComparer.Ordinal) { ["predictions"] = new("https://predictions.example") }, handler, _time);
}
