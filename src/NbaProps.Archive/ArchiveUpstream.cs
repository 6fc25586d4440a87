using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

using NbaProps.Shared.Web;

namespace NbaProps.Archive;

/// <summary>
/// Past seasons served over HTTP as the upstreams would have served them: the league's schedule and game logs, The Odds API's events and
/// lines, at the upstreams' own paths. Whoever walks the days sets <see cref="Now"/>; nothing from after it is served.
/// </summary>
public sealed class ArchiveUpstream : IAsyncDisposable
{
    private readonly WebApplication _application;
    private long _nowTicks = DateTimeOffset.MinValue.UtcTicks;

    private ArchiveUpstream(ArchiveFolder folder)
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Use(SayWhatFailedAsync);
        _application.MapArchive(folder, () => Now);
    }

    /// <summary>The simulated moment. Until it is set, nothing has happened yet: games are scheduled and no line is offered.</summary>
    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _nowTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _nowTicks, value.UtcTicks);
    }

    /// <summary>Where it listens: loopback, a free port.</summary>
    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>Starts to serve a folder.</summary>
    /// <param name="folder">What is served.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ArchiveUpstream> StartAsync(ArchiveFolder folder, CancellationToken cancellationToken = default)
    {
        var upstream = new ArchiveUpstream(folder);
        await upstream._application.StartAsync(cancellationToken);
        return upstream;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    // A season that cannot be read is found when it is first asked for; whoever asks is told what is wrong with which file.
    private static async Task SayWhatFailedAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync($"{error.GetType().Name}: {error.Message}", context.RequestAborted);
        }
    }
}
