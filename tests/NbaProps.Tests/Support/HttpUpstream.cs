using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Support;

/// <summary>An upstream over HTTP without any resilience around it; it sends a key, which only The Odds API looks at.</summary>
internal sealed class HttpUpstream(HttpClient client) : IUpstream
{
    public async Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri($"{pathAndQuery}{(pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?')}apiKey=archive", UriKind.Relative), cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }

        var status = (int)response.StatusCode;
        status.ShouldBe(200, $"{pathAndQuery}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        return new FetchedPayload(await response.Content.ReadAsByteArrayAsync(cancellationToken), new Dictionary<string, string> { ["url"] = pathAndQuery });
    }
}
