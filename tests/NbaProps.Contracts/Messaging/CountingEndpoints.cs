using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

using NbaProps.Shared.Messaging;

namespace NbaProps.Contracts.Messaging;

/// <summary>Endpoints without a network, for more pushes than a socket is worth: counts who is pushed to at once, and refuses each message of some once.</summary>
/// <param name="refusesEvery">The first push of every so many messages is refused.</param>
/// <param name="taken">Called with how many messages were taken so far.</param>
public sealed class CountingEndpoints(int refusesEvery, Action<int> taken) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _all;
    private int _taken;

    /// <summary>Most pushes that were under way at a time.</summary>
    public int MostUnderWay { get; private set; }

    /// <summary>Most of them to one subscription.</summary>
    public int MostToOne { get; private set; }

    /// <summary>How often each message, by subscription and body, was taken.</summary>
    public IReadOnlyDictionary<string, int> Times => _times;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        Begin(path);
        try
        {
            var parsed = PushEnvelope.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken)).Envelope!.Message;
            await Task.Yield();
            var number = int.Parse(parsed.Body.AsSpan(0, parsed.Body.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            if (number % refusesEvery == 0 && parsed.DeliveryAttempt == 1)
            {
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            }

            _times.AddOrUpdate($"{path} {number.ToString(CultureInfo.InvariantCulture)}", 1, (_, times) => times + 1);
            taken(Interlocked.Increment(ref _taken));
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
        finally
        {
            lock (_gate)
            {
                _all--;
                _underWay[path]--;
            }
        }
    }

    private void Begin(string path)
    {
        lock (_gate)
        {
            MostUnderWay = Math.Max(MostUnderWay, ++_all);
            MostToOne = Math.Max(MostToOne, _underWay.AddOrUpdate(path, 1, (_, count) => count + 1));
        }
    }
}
