using System.Net;

using NbaProps.Hosting.Deployments;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Hosting.Upstreams;

namespace NbaProps.Tests.Hosting;

public sealed class IdentityTokenHandlerTests
{
    [Fact]
    public async Task A_service_is_shown_a_token_that_is_for_it_alone()
    {
        var inner = new ScriptedHandler(ScriptedHandler.Answer(HttpStatusCode.OK));
        using var client = new HttpClient(new IdentityTokenHandler((audience, _) => Task.FromResult($"for {audience}"), inner));
        using var answer = await client.GetAsync(new Uri("https://predictions.example/version?a=b"));
        inner.Requests.ShouldHaveSingleItem().Headers.Authorization!.ToString().ShouldBe("Bearer for https://predictions.example");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked()
    {
        var inner = new ScriptedHandler(ScriptedHandler.Answer(HttpStatusCode.OK));
        using var client = new HttpClient(new IdentityTokenHandler((_, _) => throw new PermanentException("no account"), inner));
        (await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://predictions.example/version")))).Message.ShouldBe("no token for https://predictions.example: no account");
        inner.Requests.ShouldBeEmpty();
    }
}
