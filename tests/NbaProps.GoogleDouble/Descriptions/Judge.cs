using NbaProps.GoogleCloud.Emulators;

namespace NbaProps.GoogleDouble.Descriptions;

/// <summary>Holds requests, and the double's own answers, against what Google says of its interfaces: files that come with its command line, read where they lie.</summary>
public sealed class Judge
{
    private readonly DiscoveryDescription? _bigQuery;
    private readonly MessagesDescription? _storage;
    private readonly DeploymentJudge? _deployment;

    private Judge(string? root)
    {
        var discovery = Path.Combine(root ?? string.Empty, "platform", "bq", "discovery_next", "bigquery.json");
        var storage = Path.Combine(root ?? string.Empty, "lib", "googlecloudsdk", "generated_clients", "apis", "storage", "v1");
        IsComplete = root is not null && File.Exists(discovery) && Directory.Exists(storage);
        if (IsComplete)
        {
            _bigQuery = DiscoveryDescription.Read(discovery);
            _deployment = new DeploymentJudge(root!);
            _storage = MessagesDescription.Read(Path.Combine(storage, "storage_v1_client.py"), Path.Combine(storage, "storage_v1_messages.py"));
        }
    }

    /// <summary>The one of this machine.</summary>
    public static Judge OfThisMachine { get; } = new(GoogleCloudSdk.Root);

    /// <summary>Whether Google's descriptions are installed; without them nothing is objected to.</summary>
    public bool IsComplete { get; }

    /// <summary>What speaks against a request; it learns what it asks for.</summary>
    public IReadOnlyList<string> Judged(ref DoubleRequest request)
    {
        if (!IsComplete || request.IsOfService)
            return [];
        if (DeploymentJudge.InterfaceOf(request.Path) is not null)
        {
            var (called, against) = _deployment!.Judge(request);
            request = request with { Operation = called };
            return against;
        }

        var isStorage = !request.Path.Contains("/bigquery/", StringComparison.Ordinal);
        var (operation, objections) = isStorage ? _storage!.Judge(request) : _bigQuery!.Judge(request);
        request = request with { Operation = operation };
        return objections;
    }

    /// <summary>What speaks against an answer of ours.</summary>
    public IReadOnlyList<string> OfAnswer(DoubleRequest request, DoubleAnswer answer) =>
        !IsComplete || request.IsOfService || answer.Status >= 300 || request.Path.Contains("/storage/", StringComparison.Ordinal) ? []
        : DeploymentJudge.InterfaceOf(request.Path) is null ? _bigQuery!.JudgeAnswer(request, answer) : _deployment!.JudgeAnswer(request, answer);
}
