using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleDouble;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>Identity tokens of each kind of credentials. Google's own token endpoints are played by a small server, IAM by the double, which Google's message classes judge.</summary>
public sealed class IdentityTokensTests : IAsyncLifetime
{
    private const string Audience = "https://predictions-123456789012.us-east4.run.app";
    private const string Account = "nbaprops-deploy@my-project-1.iam.gserviceaccount.com";

    private static readonly string Jwt = $"{Part("""{"alg":"none"}""")}.{Part("""{"exp":4070908800,"iat":1700000000}""")}.c2ln";

    private FaultyGoogle _endpoints = null!;
    private GoogleDoubleServer _google = null!;

    public async Task InitializeAsync()
    {
        _endpoints = await FaultyGoogle.StartAsync();
        _google = await GoogleDoubleServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _endpoints.DisposeAsync();
        await _google.DisposeAsync();
        _google.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_federation_the_account_that_it_stands_for_asks_for_a_token_of_itself()
    {
        Federation();

        (await GetAsync(Federated($"v1/projects/-/serviceAccounts/{Account}:generateAccessToken"))).ShouldBe($"{Account} for {Audience}");

        _endpoints.Requests.Select(asked => asked.Path.Split('?')[0]).ShouldBe(["/github", "/sts"]);
        _google.Requests.Select(request => request.Path.Split(':')[^1]).ShouldBe(["generateAccessToken", "generateIdToken"]);
        var body = _google.Requests[^1].Json;
        (body.GetProperty("audience").GetString(), body.GetProperty("includeEmail").GetBoolean()).ShouldBe((Audience, true));
    }

    [Fact]
    public async Task The_account_is_logged_in_once_however_many_tokens_it_asks_for()
    {
        Federation();
        var credential = Federated($"v1/projects/-/serviceAccounts/{Account}:generateAccessToken");
        using var tokens = Tokens(() => credential);

        (await tokens.GetAsync(Audience, default)).ShouldBe($"{Account} for {Audience}");
        (await tokens.GetAsync("https://scrapers.example", default)).ShouldBe($"{Account} for https://scrapers.example");

        _google.Requests.Select(request => request.Path.Split(':')[^1]).ShouldBe(["generateAccessToken", "generateIdToken", "generateIdToken"]);
    }

    [Fact]
    public async Task An_account_that_may_not_ask_for_a_token_of_itself_is_told_which_right_it_lacks()
    {
        Federation();
        _google.Fault = request => Task.FromResult(request.Path.EndsWith(":generateIdToken", StringComparison.Ordinal)
            ? DoubleFault.Answered(DoubleAnswer.Refused(403, "PERMISSION_DENIED", "Permission 'iam.serviceAccounts.getOpenIdToken' denied on resource (or it may not exist).")) : null);

        (await Should.ThrowAsync<PermanentException>(() => GetAsync(Federated($"v1/projects/-/serviceAccounts/{Account}:generateAccessToken")))).Message.ShouldContain("iam.serviceAccounts.getOpenIdToken");
    }

    [Theory]
    [InlineData(null, "stand for no service account")]
    [InlineData("v1/elsewhere", "names no service account as Google's command line writes it")]
    public async Task Of_a_federation_without_an_account_there_is_none(string? impersonation, string expected)
    {
        Federation();

        (await Should.ThrowAsync<PermanentException>(() => GetAsync(Federated(impersonation)))).Message.ShouldContain(expected);
    }

    [Fact]
    public async Task A_federation_whose_issuer_does_not_answer_may_be_tried_again()
    {
        _endpoints.Status = _ => 500;

        (await Should.ThrowAsync<TransientException>(() => GetAsync(Federated($"v1/projects/-/serviceAccounts/{Account}:generateAccessToken")))).Message.ShouldContain("gave no token");
    }

    [Fact]
    public async Task Of_a_service_accounts_key_Googles_library_makes_it()
    {
        using var key = RSA.Create(2048);
        _endpoints.Answer = _ => $$"""{"id_token":"{{Jwt}}"}""";

        var token = await GetAsync(CredentialFactory.FromJson<ServiceAccountCredential>(JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["type"] = "service_account",
            ["private_key_id"] = "k1",
            ["private_key"] = key.ExportPkcs8PrivateKeyPem(),
            ["client_email"] = "robot@example.iam.gserviceaccount.com",
            ["token_uri"] = new Uri(_endpoints.Address, "token").ToString(),
        })).ToGoogleCredential());

        token.ShouldBe(Jwt);
        var assertion = Uri.UnescapeDataString(_endpoints.Requests.ShouldHaveSingleItem().Body.Split("assertion=")[1].Split('&')[0]).Split('.')[1];
        Encoding.UTF8.GetString(Convert.FromBase64String(assertion.Replace('-', '+').Replace('_', '/').PadRight((assertion.Length + 3) / 4 * 4, '='))).ShouldContain($"\"target_audience\":\"{Audience}\"");
    }

    [Fact]
    public async Task On_Google_Cloud_the_machine_itself_gives_it()
    {

        var machine = new ScriptedMachine(Jwt);

        (await GetAsync(GoogleCredential.FromComputeCredential(new ComputeCredential(new ComputeCredential.Initializer { HttpClientFactory = machine })))).ShouldBe(Jwt);

        machine.Asked.ShouldHaveSingleItem().ShouldStartWith($"http://169.254.169.254/computeMetadata/v1/instance/service-accounts/default/identity?audience={Audience}");
    }

    [Fact]
    public async Task A_person_is_told_how_to_get_one()
    {
        var person = CredentialFactory.FromJson<UserCredential>("""{"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"r"}""").ToGoogleCredential();

        (await Should.ThrowAsync<PermanentException>(() => GetAsync(person))).Message.ShouldContain("NBAPROPS_IDENTITY_TOKEN=$(gcloud auth print-identity-token)");
    }

    [Fact]
    public async Task A_machine_without_credentials_is_told_what_it_lacks()
    {
        using var tokens = Tokens(() => throw new InvalidOperationException("Your default credentials were not found."));

        (await Should.ThrowAsync<PermanentException>(() => tokens.GetAsync(Audience, default))).Message.ShouldContain("gcloud auth application-default login");
    }

    private void Federation() => _endpoints.Answer = asked => asked.Path.StartsWith("/github", StringComparison.Ordinal)
        ? """{"value":"github says who it is"}"""
        : """{"access_token":"federated","issued_token_type":"urn:ietf:params:oauth:token-type:access_token","token_type":"Bearer","expires_in":3600}""";

    // As gcloud iam workload-identity-pools create-cred-config writes it for deploy/github-login.sh.
    private GoogleCredential Federated(string? impersonation)
    {
        var file = new Dictionary<string, object>
        {
            ["type"] = "external_account",
            ["audience"] = "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github/providers/github",
            ["subject_token_type"] = "urn:ietf:params:oauth:token-type:jwt",
            ["token_url"] = new Uri(_endpoints.Address, "sts").ToString(),
            ["credential_source"] = new Dictionary<string, object>
            {
                ["url"] = new Uri(_endpoints.Address, "github?api-version=2.0").ToString(),
                ["headers"] = new Dictionary<string, string> { ["Authorization"] = "Bearer job" },
                ["format"] = new Dictionary<string, string> { ["type"] = "json", ["subject_token_field_name"] = "value" },
            },
        };
        if (impersonation is not null)
            file["service_account_impersonation_url"] = new Uri(_google.Address, impersonation).ToString();
        return CredentialFactory.FromJson<UrlSourcedExternalAccountCredential>(JsonSerializer.Serialize(file)).ToGoogleCredential();
    }

    private static async Task<string> GetAsync(GoogleCredential credential)
    {
        using var tokens = Tokens(() => credential);
        return await tokens.GetAsync(Audience, default);
    }

    private static IdentityTokens Tokens(Func<GoogleCredential> found) =>
        new(_ => Task.FromResult(found()), new GoogleCloudOptions { Attempts = 1 }, TimeProvider.System, () => 0, NullLoggerFactory.Instance);

    // Google's library knows the machine's own server by its address.
    private sealed class ScriptedMachine(string token) : HttpClientFactory
    {
        public List<string> Asked { get; } = [];

        protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) => new Answering(this);

        private sealed class Answering(ScriptedMachine machine) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                machine.Asked.Add(request.RequestUri!.ToString());
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(machine.Token), RequestMessage = request });
            }
        }

        private string Token => token;
    }

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
