using System.Text;

using NbaProps.Shared.Pipeline;

namespace NbaProps.Tests.Support;

/// <summary>Answers by the beginning of the address, the longest one that fits; everything else is a 404. It remembers what was asked.</summary>
internal sealed class FakeUpstream : IUpstream
{
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public FakeUpstream Answer(string start, string body) => Answer(start, Encoding.UTF8.GetBytes(body));

    public FakeUpstream Answer(string start, byte[] body)
    {
        _answers[start] = body;
        return this;
    }

    public Task<FetchedPayload?> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        Asked.Add(pathAndQuery);
        var found = _answers.Keys.Where(start => pathAndQuery.StartsWith(start, StringComparison.Ordinal)).OrderByDescending(start => start.Length).FirstOrDefault();
        return Task.FromResult(found is null ? null : new FetchedPayload(_answers[found], new Dictionary<string, string> { ["url"] = "https://host" + pathAndQuery }));
    }
}
