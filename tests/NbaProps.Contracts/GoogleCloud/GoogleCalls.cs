using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Embedded.InMemory;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.Messaging;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>The calls that the adapters make, each by the port's own method, against a server at which one of them goes wrong.</summary>
internal sealed class GoogleCalls(FaultyGoogle google)
{
    private const string Time = "2026-01-15T18:00:00.000001Z";
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SkippingTime _time = new(pause => pause == Asked, Patience);

    /// <summary>The calls, by the name that messages give them.</summary>
    public static IReadOnlyList<GoogleCall> All { get; } =
    [
        new("Firestore read", asked => asked.Path.EndsWith(":batchGet", StringComparison.Ordinal), calls => calls.ReadAsync()),
        new("Firestore query", asked => asked.Path.EndsWith(":runQuery", StringComparison.Ordinal), calls => calls.QueryAsync()),
        new("Firestore commit", asked => asked.Path.EndsWith(":commit", StringComparison.Ordinal), calls => calls.CommitAsync()),
        new("Pub/Sub publish", asked => asked.Path.EndsWith(":publish", StringComparison.Ordinal), calls => calls.PublishAsync()),
        new("Pub/Sub create topic", asked => asked.Method == "PUT" && asked.Path.EndsWith("/topics/games", StringComparison.Ordinal), calls => calls.DeclareAsync()),
        new("Pub/Sub create subscription", asked => asked.Method == "PUT" && asked.Path.EndsWith("/subscriptions/analytics", StringComparison.Ordinal), calls => calls.DeclareAsync()),
        new("Pub/Sub get subscription", asked => asked.Method == "GET", calls => calls.DeclareAsync(isThere: true)),
        new("Pub/Sub update subscription", asked => asked.Method == "PATCH", calls => calls.DeclareAsync(isThere: true)),
        new("Pub/Sub pull", asked => asked.Path.EndsWith(":pull", StringComparison.Ordinal), calls => calls.ListAsync()) { Usual = 2 },
        new("Pub/Sub acknowledge", asked => asked.Path.EndsWith(":acknowledge", StringComparison.Ordinal), calls => calls.ListAsync()),
    ];

    /// <summary>Makes a call whose first request goes wrong, and says in words what came of it.</summary>
    public async Task<string> TellAsync(GoogleCall call, Fault fault)
    {
        google.Answer = call.Answer ?? AnswerOf;
        google.Concerned = call.IsOne;
        google.OnLost = _time.PassDeadlines;
        google.Then(fault);
        string outcome;
        try
        {
            outcome = await call.RunAsync(this);
        }
        catch (TransientException failure)
        {
            outcome = failure.IsConflict ? "transient error, a conflict" : "transient error";
        }
        catch (PermanentException)
        {
            outcome = "permanent error";
        }

        var more = google.Requests.Count(call.IsOne) - call.Usual;
        var waited = _time.Pauses.Count > 0 ? "waits as told, " : string.Empty;
        return more switch
        {
            <= 0 => outcome,
            1 when google.Requests.Where(call.IsOne).Select(asked => asked.Authorization).Distinct(StringComparer.Ordinal).Count() == 2 => $"new token, {outcome}",
            1 => $"{waited}again, {outcome}",
            _ => $"{more} more, {outcome}",
        };
    }

    private async Task<string> ReadAsync() => (await State().GetAsync(new DocumentPath("units", "a"), default)).Document is null ? "done" : "made up";

    private async Task<string> QueryAsync() => (await State().QueryAsync(new DocumentQuery("units"), default)).Count == 0 ? "done" : "made up";

    private async Task<string> CommitAsync() => await State().CommitAsync([new DocumentWrite(new DocumentPath("units", "a"), "{}", Precondition.Absent)], default) switch
    {
        CommitResult.Committed => "done",
        CommitResult.Conflict => "conflict",
        _ => "made up",
    };

    private async Task<string> PublishAsync()
    {
        await new PubSubMessageBus(Client(), "p").PublishAsync("games", [new OutgoingMessage("{}", new Dictionary<string, string>())], default);
        return "done";
    }

    private async Task<string> DeclareAsync(bool isThere = false)
    {
        google.Status = asked => isThere && asked.Method == "PUT" && asked.Path.EndsWith("/subscriptions/analytics", StringComparison.Ordinal) ? 409 : 200;
        await new PubSubTopology(Client(), "p", new PubSubOptions(), identity: null).DeclareAsync(
            ["games"], [new Subscription("analytics", "games", new Uri("https://analytics.example/push"))], default);
        return "done";
    }

    private async Task<string> ListAsync()
    {
        var letters = await new PubSubDeadLetters(Client(), new InMemoryStateStore(TimeProvider.System), "p", new PubSubOptions()).ListAsync(null, default);
        return letters.Count == 1 ? "done" : "made up";
    }

    private string AnswerOf(Asked asked)
    {
        switch (asked.Path[(asked.Path.LastIndexOf(':') + 1)..])
        {
            case "batchGet":
                using (var body = JsonDocument.Parse(asked.Body))
                    return $$"""[{"missing":"{{body.RootElement.GetProperty("documents")[0].GetString()}}","readTime":"{{Time}}"}]""";
            case "runQuery":
                return $$"""[{"readTime":"{{Time}}"}]""";
            case "commit":
                return $$"""{"writeResults":[{"updateTime":"{{Time}}"}],"commitTime":"{{Time}}"}""";
            case "publish":
                return """{"messageIds":["1"]}""";
            case "pull":
                // One letter, until it is acknowledged.
                return google.Requests.Any(one => one.Path.EndsWith(":acknowledge", StringComparison.Ordinal))
                    ? "{}"
                    : $$$$"""{"receivedMessages":[{"ackId":"a","message":{"data":"e30=","messageId":"1","publishTime":"{{{{Time}}}}","attributes":{"CloudPubSubDeadLetterSourceSubscription":"analytics"}}}]}""";
            default:
                return """{"topic":"projects/p/topics/games","filter":"NOT attributes:replay_for OR attributes.replay_for = \"analytics\""}""";
        }
    }

    private FirestoreStateStore State() => new(Client(), "p", "(default)", StateCollections.Asked);

    /// <summary>The way to the server.</summary>
    public GoogleRestClient Client() => new(
        google.Address,
        new GoogleCloudOptions { Timeout = Patience, RetryDelay = TimeSpan.FromMilliseconds(1) },
        new NumberedTokens(),
        new HttpMessageInvoker(GoogleRestClient.CreateHandler()),
        _time,
        () => 0,
        NullLogger<GoogleRestClient>.Instance);
}

/// <summary>A token for each time that one was refused.</summary>
internal sealed class NumberedTokens : IAccessTokens
{
    private int _count = 1;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>($"token-{_count}");

    public void Forget(string token) => _count++;
}

/// <summary>A call that an adapter makes.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="IsOne">Whether a request is one.</param>
/// <param name="RunAsync">Makes it; answers what came of it.</param>
internal sealed record GoogleCall(string Name, Func<Asked, bool> IsOne, Func<GoogleCalls, Task<string>> RunAsync)
{
    /// <summary>How often it is made when nothing goes wrong.</summary>
    public int Usual { get; init; } = 1;

    /// <summary>What its requests are answered with; null for what the adapters' calls are.</summary>
    public Func<Asked, string>? Answer { get; init; }
}
