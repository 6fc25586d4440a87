using System.Globalization;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using NbaProps.Shared.Web;

namespace NbaProps.Tests.Scrapers.BadDays;

/// <summary>A source that answers every request in the same bad way. One server speaks for all of them: the first segment of the path says which way.</summary>
internal sealed class BadDayServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private BadDayServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<BadDayServer> StartAsync()
    {
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync();
        return new BadDayServer(application);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var way = Enum.Parse<BadWay>(context.Request.Path.Value!.Split('/')[1]);
        switch (way)
        {
            case BadWay.Slow:
                // Ends when whoever asked has given up.
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case BadWay.TooManyWithRetryAfter:
                context.Response.Headers.RetryAfter = "0";
                break;
            default:
                break;
        }

        var (status, type, body) = Body(way);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
    }

    private static (int Status, string Type, string Body) Body(BadWay way) => way switch
    {
        BadWay.Forbidden => (403, "text/html", "<html>Access denied</html>"),
        BadWay.NotFound => (404, "text/plain", "not found"),
        BadWay.TooMany or BadWay.TooManyWithRetryAfter => (429, "text/plain", "slow down"),
        BadWay.ServerError => (500, "text/plain", "it broke"),
        BadWay.Html => (200, "text/html", "<!DOCTYPE html><html><body>Checking your browser</body></html>"),
        BadWay.Empty => (200, "application/json", string.Empty),
        BadWay.Truncated => (200, "application/json", """{"game":{"gameId":"0022"""),
        BadWay.WrongType => (200, "application/json", "\"a word\""),
        BadWay.MissingField => (200, "application/json", """{"something":[{"else":1}]}"""),
        BadWay.ErrorInside => (200, "application/json", """{"message":"Something went wrong","error_code":"INTERNAL"}"""),
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No body for {way}.")),
    };
}

/// <summary>Ways in which a source is bad.</summary>
internal enum BadWay
{
    Forbidden,
    NotFound,
    TooMany,
    TooManyWithRetryAfter,
    ServerError,
    Slow,
    Html,
    Empty,
    Truncated,
    WrongType,
    MissingField,
    ErrorInside,
}
