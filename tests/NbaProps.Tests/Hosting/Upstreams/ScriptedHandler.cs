using System.Net;

namespace NbaProps.Tests.Hosting.Upstreams;

/// <summary>A source in memory: answers the attempts in the order of its script, the last line for ever.</summary>
internal sealed class ScriptedHandler(params Func<CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public int MostAtATime { get; private set; }

    private int _underWay;

    public static Func<CancellationToken, Task<HttpResponseMessage>> Answer(
        HttpStatusCode status, string body = "", params (string Name, string Value)[] headers) => _ =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Throw(Exception failure) => _ => Task.FromException<HttpResponseMessage>(failure);

    /// <summary>Never answers; ends when it is cancelled, on the canceller's thread.</summary>
    public static async Task<HttpResponseMessage> Silence(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.UnsafeRegister((_, token) => never.TrySetCanceled(token), null);
        return await never.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        MostAtATime = Math.Max(MostAtATime, ++_underWay);
        try
        {
            return await script[Math.Min(Requests.Count, script.Length) - 1](cancellationToken);
        }
        finally
        {
            _underWay--;
        }
    }
}
