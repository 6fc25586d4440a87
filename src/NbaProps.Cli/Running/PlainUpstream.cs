using System.Globalization;

using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Cli.Running;

/// <summary>One GET, without retries.</summary>
internal sealed class PlainUpstream(UpstreamOptions options) : IUpstream
{
    private static readonly HttpClient Client = new();

    public async Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(new Uri(options.BaseAddress, pathAndQuery), cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new TransientException($"{options.BaseAddress}: {(int)response.StatusCode}");
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new FetchedPayload(bytes, new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["status"] = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
        });
    }
}
