using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

using NbaProps.Shared.Web;

namespace NbaProps.Tests.Shared.Web;

public sealed class BareWebTests
{
    [Fact]
    public void It_reads_no_file()
    {
        var builder = BareWeb.CreateBuilder();
        ((IConfigurationBuilder)builder.Configuration).Sources.ShouldNotContain(source => source is FileConfigurationSource);
        builder.Environment.ContentRootPath.TrimEnd('/').ShouldBe(AppContext.BaseDirectory.TrimEnd('/'));
    }

    [Fact]
    public async Task It_serves_paths_on_a_free_port()
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.MapGet("/{name}", (string name) => $"here is {name}");
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        (await client.GetStringAsync("/x")).ShouldBe("here is x");
    }
}
