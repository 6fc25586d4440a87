using System.Security.Cryptography;
using System.Text.Json;

using Google.Apis.Auth.OAuth2;

using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;

namespace NbaProps.Contracts.GoogleCloud;

public sealed class DefaultTokensTests : IAsyncLifetime
{
    private FaultyGoogle _google = null!;

    public async Task InitializeAsync()
    {
        _google = await FaultyGoogle.StartAsync();
        _google.Answer = _ => $$"""{"access_token":"token-{{_google.Done}}","expires_in":3600,"token_type":"Bearer"}""";
    }

    public async Task DisposeAsync() => await _google.DisposeAsync();

    [Fact]
    public async Task A_token_is_fetched_once_and_kept()
    {
        var tokens = Tokens();

        (await tokens.GetAsync(default)).ShouldBe("token-1");
        (await tokens.GetAsync(default)).ShouldBe("token-1");

        _google.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_fetched_anew_once_however_many_say_so()
    {
        var tokens = Tokens();
        var refused = (await tokens.GetAsync(default))!;

        tokens.Forget(refused);
        (await tokens.GetAsync(default)).ShouldBe("token-2");
        tokens.Forget(refused);

        (await tokens.GetAsync(default)).ShouldBe("token-2");
    }

    [Fact]
    public async Task Refused_credentials_are_permanent()
    {
        _google.Then(Fault.Page(400, """{"error":"invalid_grant","error_description":"Invalid JWT Signature."}"""));

        var refusal = await Should.ThrowAsync<PermanentException>(async () => await Tokens().GetAsync(default));

        refusal.Message.ShouldContain("invalid_grant");
    }

    [Fact]
    public async Task A_machine_without_credentials_is_told_what_it_lacks()
    {
        var tokens = new DefaultTokens(_ => throw new InvalidOperationException("Your default credentials were not found."));

        var refusal = await Should.ThrowAsync<PermanentException>(async () => await tokens.GetAsync(default));

        refusal.Message.ShouldContain("gcloud auth application-default login");
    }

    private DefaultTokens Tokens()
    {
        using var key = RSA.Create(2048);
        var json = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["type"] = "service_account",
            ["project_id"] = "example",
            ["private_key_id"] = "k1",
            ["private_key"] = key.ExportPkcs8PrivateKeyPem(),
            ["client_email"] = "robot@example.iam.gserviceaccount.com",
            ["client_id"] = "1",
            ["token_uri"] = new Uri(_google.Address, "token").ToString(),
        });
        return new DefaultTokens(_ => Task.FromResult(CredentialFactory.FromJson<ServiceAccountCredential>(json).ToGoogleCredential()));
    }
}
