using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>The promises of the state store, in a scratch collection.</summary>
internal sealed class StateVerification : IPortVerification
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private readonly FirestoreStateStore _state;
    private readonly string _collection;
    private readonly TimeProvider _time;

    public StateVerification(GoogleRestClient client, VerificationPlan plan, TimeProvider time)
    {
        (_collection, _time) = (plan.Run, time);
        _state = new(client, plan.Project, plan.FirestoreDatabase, [new StateCollection(_collection, "attention")]);
        Checks =
        [
            new("a document is made once, and read back as it was written", CreateAsync),
            new("a write on an older version is refused, and nothing of its commit is done", VersionAsync),
            new("a document that is written as it was has another version", SameAsync),
            new("documents are found by id and by a declared field, in order", QueryAsync),
            new("the store's clock is this machine's within a minute", ClockAsync),
        ];
    }

    public string Port => "state";

    public IReadOnlyList<PortCheck> Checks { get; }

    public async Task PrepareAsync(CancellationToken cancellationToken) => await _state.GetAsync(At("a"), cancellationToken);

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        foreach (var document in await _state.QueryAsync(new DocumentQuery(_collection), cancellationToken))
        {
            await _state.CommitAsync([new DocumentWrite(document.Path, null, Precondition.None)], cancellationToken);
        }
    }

    private DocumentPath At(string id) => new(_collection, id);

    private async Task<string?> CreateAsync(CancellationToken cancellationToken)
    {
        const string Body = """{"b":1.0,"a":"\u00e9 \ud83c\udfc0","attention":"yes"}""";
        var (first, second) = (await PutAsync("a", Body, Precondition.Absent, cancellationToken), await PutAsync("a", "{}", Precondition.Absent, cancellationToken));
        var read = await _state.GetAsync(At("a"), cancellationToken);
        return (first, second) is (not CommitResult.Committed, _) ? "the first write was refused"
            : second is not CommitResult.Conflict ? "a second one was taken"
            : string.Equals(read.Document?.Json, Body, StringComparison.Ordinal) ? null : $"read was {read.Document?.Json ?? "nothing"}";
    }

    private async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        var old = await VersionOfAsync("a", cancellationToken);
        await PutAsync("a", """{"attention":"no"}""", Precondition.VersionIs(old), cancellationToken);
        var late = await _state.CommitAsync(
            [new DocumentWrite(At("b"), "{}", Precondition.None), new DocumentWrite(At("a"), "{}", Precondition.VersionIs(old))], cancellationToken);
        return late is not CommitResult.Conflict ? "it was taken"
            : (await _state.GetAsync(At("b"), cancellationToken)).Document is null ? null : "the other write of its commit was done";
    }

    private async Task<string?> SameAsync(CancellationToken cancellationToken)
    {
        var before = (await _state.GetAsync(At("a"), cancellationToken)).Document!;
        await PutAsync("a", before.Json, Precondition.VersionIs(before.Version), cancellationToken);
        return string.Equals(await VersionOfAsync("a", cancellationToken), before.Version, StringComparison.Ordinal) ? "its version stayed" : null;
    }

    private async Task<string?> QueryAsync(CancellationToken cancellationToken)
    {
        foreach (var id in new[] { "d", "c", "e" })
        {
            await PutAsync(id, $$"""{"attention":"{{(id == "e" ? "no" : "yes")}}"}""", Precondition.None, cancellationToken);
        }

        var byId = await _state.QueryAsync(new DocumentQuery(_collection, FromId: "b", ToId: "d"), cancellationToken);
        var byField = await _state.QueryAsync(new DocumentQuery(_collection, Field: "attention", Value: "no"), cancellationToken);
        var found = $"{string.Join(',', byId.Select(document => document.Path.Id))} and {string.Join(',', byField.Select(document => document.Path.Id))}";
        return string.Equals(found, "c,d and a,e", StringComparison.Ordinal) ? null : $"found were {found}, expected c,d and a,e";
    }

    private async Task<string?> ClockAsync(CancellationToken cancellationToken)
    {
        var skew = (await _state.GetAsync(At("a"), cancellationToken)).StoreTime - _time.GetUtcNow();
        return skew.Duration() <= MostSkew ? null : $"it is {skew} away";
    }

    private Task<CommitResult> PutAsync(string id, string json, Precondition precondition, CancellationToken cancellationToken) =>
        _state.CommitAsync([new DocumentWrite(At(id), json, precondition)], cancellationToken);

    private async Task<string> VersionOfAsync(string id, CancellationToken cancellationToken) => (await _state.GetAsync(At(id), cancellationToken)).Document?.Version ?? string.Empty;
}
