using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace NbaProps.Shared.Web;

/// <summary>Web applications that read nothing but what they are told.</summary>
public static class BareWeb
{
    /// <summary>A builder with Kestrel and routing, and nothing else: no configuration, no log, no file.</summary>
    public static WebApplicationBuilder CreateBuilder()
    {
        // The framework's own builders take appsettings.json of the folder in which the process was started for the application's, and watch that folder
        // with all that lies below it, once for each application: whoever starts in his home waits for it, and runs out of watches.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        return builder;
    }
}
