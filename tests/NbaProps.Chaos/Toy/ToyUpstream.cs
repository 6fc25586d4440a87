using System.Globalization;
using System.Text;

using NbaProps.Chaos.Harness;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Chaos.Toy;

/// <summary>What the upstream says, by date: it changes between moments, and may change back.</summary>
public sealed class ToyScript
{
    private readonly Dictionary<GameDate, string?> _payloads = [];

    public void Change(GameDate date, SplitMix random)
    {
        // Few items and few values, so that a content often comes back: the case in which an unsettled write would be taken for the present one.
        _payloads[date] = random.Chance(15)
            ? null
            : string.Join(',', Enumerable.Range(0, 1 + random.Below(2)).Select(item => string.Create(CultureInfo.InvariantCulture, $"i{item}={random.Below(2)}")));
    }

    public string? Payload(GameDate date) => _payloads.GetValueOrDefault(date);
}

internal sealed class ToyUpstream(SimProcess process, ToyScript script) : IUpstream
{
    public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken) =>
        process.CallAsync(Port.Upstream, $"http {pathAndQuery}", mutates: false, () =>
        {
            var date = GameDate.Parse(pathAndQuery[(pathAndQuery.LastIndexOf('/') + 1)..]);
            return script.Payload(date) is { } text
                ? new FetchedPayload(Encoding.UTF8.GetBytes(text), new SortedDictionary<string, string>(StringComparer.Ordinal) { ["url"] = pathAndQuery })
                : null;
        });
}
