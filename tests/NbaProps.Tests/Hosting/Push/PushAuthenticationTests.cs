using System.Net;
using System.Net.Http.Headers;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.Broker;
using NbaProps.Embedded.InMemory;
using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Push;
using NbaProps.Hosting.Services;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Observability;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Web;

namespace NbaProps.Tests.Hosting.Push;

public sealed class PushAuthenticationTests : IAsyncLifetime
{
    private const string Stripped = "SIGNATURE_REMOVED_BY_GOOGLE";

    private SignedTokens _tokens = null!;
    private WebApplication? _app;

    public async Task InitializeAsync() => _tokens = await SignedTokens.StartAsync();

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await _tokens.DisposeAsync();
    }

    [Theory]
    [InlineData(PushAuthentication.Platform)]
    [InlineData(PushAuthentication.App)]
    public async Task Pub_Subs_push_enters(PushAuthentication mode) => await EntersAsync(mode, Token(mode));

    [Theory]
    [InlineData("no token")]
    [InlineData("two parts")]
    [InlineData("no JSON")]
    [InlineData("audience")]
    [InlineData("e-mail")]
    [InlineData("e-mail not verified")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [Trait("Incident", "S-07")]
    public async Task Any_other_is_kept_out(string wrong)
    {
        foreach (var mode in Enum.GetValues<PushAuthentication>())
        {
            await KeptOutAsync(mode, wrong switch
            {
                "no token" => null,
                "two parts" => "no.token",
                "no JSON" => $"a.b.{Stripped}",
                "audience" => Token(mode, audience: "another"),
                "e-mail" => Token(mode, email: "somebody@example.com"),
                "e-mail not verified" => Token(mode, verified: false),
                "issuer" => Token(mode, issuer: "https://accounts.example.com"),
                _ => Token(mode, minutes: -1),
            });
            await _app!.DisposeAsync();
            _app = null;
        }
    }

    [Fact]
    public async Task Where_the_platform_verifies_a_token_that_it_has_not_touched_is_kept_out() =>
        await KeptOutAsync(PushAuthentication.Platform, _tokens.Token());

    [Fact]
    public async Task Where_the_service_verifies_a_forged_or_missing_signature_is_kept_out()
    {
        await KeptOutAsync(PushAuthentication.App, _tokens.Token(forged: true));
        await KeptOutAsync(PushAuthentication.App, _tokens.Token(signature: Stripped));
        await KeptOutAsync(PushAuthentication.App, _tokens.Token(signature: string.Empty));
    }

    [Fact]
    public async Task Nobody_enters_with_a_token_in_two_headers_or_with_two_in_one()
    {
        foreach (var mode in Enum.GetValues<PushAuthentication>())
        {
            var token = $"Bearer {Token(mode)}";
            foreach (var headers in new HeaderDictionary[]
            {
                new() { ["Authorization"] = token, ["X-Serverless-Authorization"] = token },
                new() { ["Authorization"] = token, ["x-serverless-authorization"] = string.Empty },
                new() { ["X-Serverless-Authorization"] = token },
                new() { ["Authorization"] = new[] { token, token } },
                new() { ["Authorization"] = $"{token}, {token}" },
            })
            {
                (await Guard(mode).WhyNotAsync(headers, default)).ShouldNotBeNull($"{mode}: {string.Join("; ", headers)}");
            }

            (await Guard(mode).WhyNotAsync(new HeaderDictionary { ["Authorization"] = token }, default)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("exp", "\"4102444800\"")]
    [InlineData("exp", "[4102444800]")]
    [InlineData("exp", "1e99")]
    [InlineData("exp", "null")]
    [InlineData("iss", "{}")]
    [InlineData("iss", "\"\\ud800\"")]
    [InlineData("aud", "[\"nbaprops\"]")]
    [InlineData("iat", "\"yesterday\"")]
    [InlineData("nbf", "{}")]
    [InlineData("email", "1")]
    [InlineData("email_verified", "\"true\"")]
    public async Task A_claim_of_another_type_keeps_out(string claim, string value)
    {
        foreach (var mode in Enum.GetValues<PushAuthentication>())
        {
            await KeptOutAsync(mode, Rewritten(mode, claim, value));
            await _app!.DisposeAsync();
            _app = null;
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("""{"alg":{},"kid":["k1"]}""")]
    [InlineData("""{"alg":"none"}""")]
    public async Task A_head_that_is_none_keeps_out(string head) =>
        await KeptOutAsync(PushAuthentication.App, _tokens.Sealed(head, SignedTokens.ClaimsOf(_tokens.Token())));

    [Fact]
    public async Task Keys_are_fetched_once_and_kept()
    {
        for (var push = 0; push < 5; push++)
            await EntersAsync(PushAuthentication.App, Token(PushAuthentication.App));

        _tokens.KeysAsked.ShouldBe(1);
    }

    [Fact]
    public async Task A_push_that_can_be_shown_wrong_without_keys_asks_for_none()
    {
        await KeptOutAsync(PushAuthentication.App, Token(PushAuthentication.App, audience: "another"));

        _tokens.KeysAsked.ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_keys_cannot_be_had_nobody_enters_and_a_later_try_may_help()
    {
        _tokens.IsDown = true;

        await Should.ThrowAsync<TransientException>(() => Guard(PushAuthentication.App).WhyNotAsync(new HeaderDictionary { ["Authorization"] = $"Bearer {_tokens.Token()}" }, default));
    }

    [Fact]
    public void On_one_machine_nobody_is_asked() => PushGuard.Of(new NbaPropsOptions(), TimeProvider.System).ShouldBeNull();

    [Fact]
    public void On_Google_Cloud_nothing_is_left_to_a_default()
    {
        var said = new PushOptions { Authentication = PushAuthentication.App, ServiceAccount = "a@b.c", Audience = "x" };
        (PushOptions Push, string Lines)[] unsaid =
        [
            (new(), "Push:Authentication Push:ServiceAccount Push:Audience"),
            (said with { Authentication = null }, "Push:Authentication"),
            (said with { ServiceAccount = null }, "Push:ServiceAccount"),
            (said with { Audience = string.Empty }, "Push:Audience"),
        ];

        PushGuard.Of(Cloud(said), TimeProvider.System).ShouldNotBeNull();
        foreach (var (push, lines) in unsaid)
        {
            var problems = Should.Throw<ConfigurationException>(() => PushGuard.Of(Cloud(push), TimeProvider.System)).Problems;
            string.Join(' ', problems.Select(problem => problem.Split(' ')[0])).ShouldBe(lines);
            problems.ShouldAllBe(problem => problem.Contains("accepted in mode cloud"));
        }
    }

    [Fact]
    public async Task A_service_on_Google_Cloud_has_the_guard_at_its_endpoint()
    {
        var host = Host(Cloud(new() { Authentication = PushAuthentication.Platform, ServiceAccount = SignedTokens.ServiceAccount, Audience = SignedTokens.Audience }));
        await using var service = await PipelineService.StartAsync(NbaProps.Analytics.AnalyticsService.Definition, host, default);

        (await PushAsync(service.PushAddress, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PushAsync(service.PushAddress, _tokens.Token(signature: Stripped))).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static NbaPropsOptions Cloud(PushOptions push) => new() { Mode = Mode.Cloud, Push = push, Ports = new PortsOptions { Base = 0 } };

    private static ServiceHost Host(NbaPropsOptions options) => new()
    {
        Manifest = NbaPipeline.Manifest,
        Options = options,
        Inputs = new ConfigurationInputs(),
        Ports = new Ports(new InMemoryStateStore(TimeProvider.System), new InMemoryWarehouse(), new InMemoryObjectStore(), new InMemoryMessageBus()),
        Time = TimeProvider.System,
        GameClock = options.Clock.Create(TimeProvider.System),
    };

    private string Token(
        PushAuthentication mode, string audience = SignedTokens.Audience, string email = SignedTokens.ServiceAccount, bool verified = true, string issuer = "https://accounts.google.com", int minutes = 10) =>
        _tokens.Token(audience, email, verified, issuer, minutes, mode == PushAuthentication.Platform ? Stripped : null);

    // The last of two claims of one name counts.
    private string Rewritten(PushAuthentication mode, string claim, string value) => _tokens.Sealed(
        """{"alg":"RS256","kid":"k1","typ":"JWT"}""", $"{SignedTokens.ClaimsOf(_tokens.Token())[..^1]},\"{claim}\":{value}}}", mode == PushAuthentication.Platform ? Stripped : null);

    private PushGuard Guard(PushAuthentication mode) => new(mode, SignedTokens.ServiceAccount, SignedTokens.Audience, TimeProvider.System, _tokens.KeysAddress);

    // Whoever enters is told that his message is no hint.
    private async Task EntersAsync(PushAuthentication mode, string? token) => (await PushAsync(await EndpointAsync(mode), token)).ShouldBe(HttpStatusCode.BadRequest);

    private async Task KeptOutAsync(PushAuthentication mode, string? token) => (await PushAsync(await EndpointAsync(mode), token)).ShouldBe(HttpStatusCode.Unauthorized, token);

    private async Task<Uri> EndpointAsync(PushAuthentication mode)
    {
        if (_app is null)
        {
            var builder = BareWeb.CreateBuilder();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            _app = builder.Build();
            _app.MapPush(Host(new()).CreateWatcher(NullLoggerFactory.Instance).Handler, new PipelineActivity("test"), Guard(mode), TimeProvider.System, NullLogger.Instance);
            await _app.StartAsync();
        }

        return new Uri(_app.Urls.Single() + PushEndpoint.Path);
    }

    private static async Task<HttpStatusCode> PushAsync(Uri endpoint, string? token)
    {
        var envelope = new PushEnvelope(new ReceivedMessage("1", "no hint", new Dictionary<string, string>(), null), "projects/p/subscriptions/s");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(envelope.ToUtf8Json()) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            (await answer.Content.ReadAsStringAsync()).ShouldBe("The push is not authenticated.");
        return answer.StatusCode;
    }
}
