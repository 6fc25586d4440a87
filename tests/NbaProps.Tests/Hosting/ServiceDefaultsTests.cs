using System.Net;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

using NbaProps.Hosting;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Deployment;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Web;

namespace NbaProps.Tests.Hosting;

public class ServiceDefaultsTests
{
    [Fact]
    [Trait("Incident", "O-10")]
    public async Task A_service_tells_that_it_lives_and_which_build_it_is()
    {
        await using var service = await StartAsync(
            services => services.AddSingleton(new ContractHash("schema", "aa")).AddSingleton(new ContractHash("features", "bb")));

        (await JsonAsync(service, "/health/live", HttpStatusCode.OK)).ShouldBe("""{"service":"scrapers","status":"live"}""");
        (await JsonAsync(service, "/version", HttpStatusCode.OK)).ShouldBe(
            $$$"""{"service":"scrapers","commit":"c0ffee","builtAt":"unknown","dotnet":"{{{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}}}","contracts":{"features":"bb","schema":"aa"}}""");
    }

    [Fact]
    public async Task A_service_whose_checks_pass_is_ready()
    {
        await using var service = await StartAsync(services => services.AddSingleton<IReadinessCheck>(new Check("state", _ => Task.FromResult<string?>(null))));

        (await JsonAsync(service, "/health/ready", HttpStatusCode.OK)).ShouldBe("""{"service":"scrapers","ready":true,"notReady":[]}""");
    }

    [Fact]
    [Trait("Incident", "I-02")]
    public async Task A_service_that_is_not_ready_lists_what_is_missing()
    {
        await using var service = await StartAsync(services => services
            .AddSingleton<IReadinessCheck>(new Check("warehouse", _ => Task.FromResult<string?>("no tables yet")))
            .AddSingleton<IReadinessCheck>(new Check("bus", _ => Task.FromException<string?>(new IOException("locked"))))
            .AddSingleton<IReadinessCheck>(new Check("state", _ => Task.FromResult<string?>(null))));

        (await JsonAsync(service, "/health/ready", HttpStatusCode.ServiceUnavailable)).ShouldBe(
            """{"service":"scrapers","ready":false,"notReady":[{"check":"bus","reason":"locked"},{"check":"warehouse","reason":"no tables yet"}]}""");
    }

    [Fact]
    public async Task What_may_pass_is_answered_so_that_the_sender_tries_again()
    {
        await using var service = await StartAsync(_ => { }, app => app.MapGet("/busy", string () => throw new TransientException("busy")));

        await JsonAsync(service, "/busy", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task What_goes_wrong_in_an_endpoint_is_answered_as_problem_details()
    {
        await using var service = await StartAsync(_ => { }, app => app.MapGet("/boom", string () => throw new InvalidOperationException("secret")));

        var body = await JsonAsync(service, "/boom", HttpStatusCode.InternalServerError);

        JsonDocument.Parse(body).RootElement.GetProperty("status").GetInt32().ShouldBe(500);
        body.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Services_receive_their_options_and_the_clock()
    {
        await using var service = await StartAsync(_ => { });

        service.Services.GetRequiredService<RuntimeOptions>().StateAttempts.ShouldBe(7);
        service.Services.GetRequiredService<NbaPropsOptions>().Ports.Base.ShouldBe(0);
        service.Services.GetRequiredService<TimeProvider>().ShouldBe(TimeProvider.System);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used_ends_the_start_with_one_line_for_each_problem_and_code_2()
    {
        using var errors = new StringWriter();

        var code = await ServiceProgram.RunAsync(
            () =>
            {
                BareWeb.CreateBuilder().AddNbaPropsDefaults("scrapers", ["--set", "Mode=clouds", "--set", "Port:Base=1"]);
                return Task.CompletedTask;
            },
            errors);

        code.ShouldBe(2);
        var lines = errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("Port is not known; accepted at the top: Mode, DataDirectory, Runtime, ");
        lines[1].ShouldEndWith("; did you mean Ports? (from the command line)");
        lines[0].ShouldBe("Mode is \"clouds\"; accepted: embedded, emulators, cloud (from the command line)");
    }

    [Fact]
    public async Task A_taken_address_is_said_in_a_line()
    {
        await using var first = await StartAsync(_ => { });
        var taken = new Uri(first.Urls.Single());
        using var errors = new StringWriter();

        var code = await ServiceProgram.RunAsync(
            () =>
            {
                TakenPorts.Refuse(["operations"], new NbaPropsOptions { Ports = new PortsOptions { Base = taken.Port } }, new ConfigurationInputs());
                return Task.CompletedTask;
            },
            errors);

        code.ShouldBe(2);
        errors.ToString().TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith($"http://127.0.0.1:{taken.Port}, where operations listens, is taken by another program: stop that one, or accepted is --set Ports:Base=N");
    }

    [Fact]
    public async Task A_free_address_any_port_and_a_name_are_left_to_the_server()
    {
        int port;
        await using (var first = await StartAsync(_ => { }))
        {
            port = new Uri(first.Urls.Single()).Port;
        }

        foreach (var ports in new[] { new PortsOptions { Base = port }, new PortsOptions { Base = 0 }, new PortsOptions { Address = "localhost", Base = port } })
        {
            Should.NotThrow(() => TakenPorts.Refuse(["operations"], new NbaPropsOptions { Ports = ports }, new ConfigurationInputs()));
        }
    }

    internal static async Task<WebApplication> StartAsync(
        Action<IServiceCollection> add, Action<WebApplication>? map = null, string? url = null, params string[] settings)
    {
        var builder = BareWeb.CreateBuilder();
        var inputs = new ConfigurationInputs
        {
            Arguments = ["--set", "Ports:Base=0", "--set", "Runtime:StateAttempts=7", "--set", "Logging:Level=none", .. settings],
            Environment = url is null
                ? new Dictionary<string, string> { [BuildIdentity.CommitVariable] = "c0ffee" }
                : new() { ["ASPNETCORE_URLS"] = url },
        };
        builder.AddNbaPropsDefaults("scrapers", NbaPropsConfiguration.Load(inputs), inputs);
        add(builder.Services);
        var app = builder.Build();
        app.MapNbaPropsDefaults();
        map?.Invoke(app);
        await app.StartAsync();
        return app;
    }

    private static async Task<string> JsonAsync(WebApplication service, string path, HttpStatusCode status)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(service.Urls.Single() + path);
        answer.StatusCode.ShouldBe(status);
        return await answer.Content.ReadAsStringAsync();
    }

    private sealed class Check(string name, Func<CancellationToken, Task<string?>> check) : IReadinessCheck
    {
        public string Name => name;

        public Task<string?> CheckAsync(CancellationToken cancellationToken) => check(cancellationToken);
    }
}
