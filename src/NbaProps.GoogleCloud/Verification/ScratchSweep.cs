using System.Text.Json.Nodes;

using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.Http;
using NbaProps.GoogleCloud.PubSub;
using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Verification;

/// <summary>Deletes what verifications have made, found by its name: whoever made it may have been killed.</summary>
/// <param name="ways">The ways to the interfaces.</param>
/// <param name="options">The project and its Firestore database.</param>
public sealed class ScratchSweep(GoogleWays ways, GoogleCloudOptions options)
{
    // A commit of Firestore takes 500.
    private const int DocumentsPerCommit = 400;

    private readonly string _project = options.ProjectId!;

    /// <summary>Deletes what some runs have made.</summary>
    /// <param name="isMeant">Which runs.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What was deleted, and what was not, with the reason.</returns>
    public async Task<SweptScratch> DeleteAsync(Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var swept = new SweptScratch();
        (string What, Func<Task> DeleteAsync)[] all =
        [
            ("datasets", () => DatasetsAsync(swept, name => Meant(ScratchNames.RunOfDataset(name)), cancellationToken)),
            ("subscriptions", () => MessagesAsync("subscriptions", swept, name => Meant(ScratchNames.RunOfMessages(name)), cancellationToken)),
            ("topics", () => MessagesAsync("topics", swept, name => Meant(ScratchNames.RunOfMessages(name)), cancellationToken)),
            ("collections", () => CollectionsAsync(swept, name => Meant(ScratchNames.RunOfCollection(name)), cancellationToken)),
            ("buckets", () => BucketsAsync(swept, name => Meant(ScratchNames.RunOfBucket(name)), cancellationToken)),
        ];
        foreach (var (what, deleteAsync) in all)
        {
            await swept.TryAsync($"the list of {what}", deleteAsync);
        }

        return swept;

        bool Meant(string? run) => run is not null && isMeant(run);
    }

    private async Task DatasetsAsync(SweptScratch swept, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        var address = $"bigquery/v2/projects/{_project}/datasets";
        foreach (var dataset in await ways.BigQuery.ListAsync("BigQuery list datasets", address, "datasets", cancellationToken))
        {
            var name = dataset["datasetReference"]!["datasetId"]!.GetValue<string>();
            if (isMeant(name))
            {
                await swept.TryAsync($"dataset {name}", () => DeleteAsync(ways.BigQuery, "BigQuery delete dataset", $"{address}/{name}?deleteContents=true", cancellationToken), isOne: true);
            }
        }
    }

    private async Task MessagesAsync(string kind, SweptScratch swept, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        foreach (var one in await ways.PubSub.ListAsync($"Pub/Sub list {kind}", $"v1/projects/{_project}/{kind}", kind, cancellationToken))
        {
            var name = one["name"]!.GetValue<string>();
            if (isMeant(PubSubNames.Short(name)))
            {
                await swept.TryAsync(name, () => DeleteAsync(ways.PubSub, "Pub/Sub delete", PubSubNames.Address(name), cancellationToken), isOne: true);
            }
        }
    }

    private async Task CollectionsAsync(SweptScratch swept, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        var state = new FirestoreStateStore(ways.Firestore, _project, options.FirestoreDatabase, []);
        var address = new FirestoreNames(_project, options.FirestoreDatabase).Method("listCollectionIds");
        var names = new List<string>();
        for (string? token = null; ;)
        {
            var body = new JsonObject { ["pageSize"] = 300, ["pageToken"] = token };
            var page = await ways.Firestore.SendAsync("Firestore list collections", HttpMethod.Post, address, body, repeatable: true, cancellationToken);
            names.AddRange((page["collectionIds"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(isMeant));
            token = page["nextPageToken"]?.GetValue<string>();
            if (string.IsNullOrEmpty(token))
            {
                break;
            }
        }

        foreach (var name in names)
        {
            await swept.TryAsync($"collection {name}", () => EmptyAsync(state, name, cancellationToken), isOne: true);
        }
    }

    // A collection is gone with its last document.
    private static async Task EmptyAsync(FirestoreStateStore state, string collection, CancellationToken cancellationToken)
    {
        foreach (var some in (await state.QueryAsync(new DocumentQuery(collection), cancellationToken)).Chunk(DocumentsPerCommit))
        {
            await state.CommitAsync([.. some.Select(document => new DocumentWrite(document.Path, Json: null, Precondition.None))], cancellationToken);
        }
    }

    private async Task BucketsAsync(SweptScratch swept, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        foreach (var bucket in await ways.Storage.ListAsync("Cloud Storage list buckets", "storage/v1/b", "items", cancellationToken, $"project={Uri.EscapeDataString(_project)}"))
        {
            var name = bucket["name"]!.GetValue<string>();
            if (isMeant(name))
            {
                await swept.TryAsync($"bucket {name}", () => EmptyBucketAsync(name, cancellationToken), isOne: true);
            }
        }
    }

    private async Task EmptyBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        var address = $"storage/v1/b/{Uri.EscapeDataString(bucket)}";
        foreach (var found in await ways.Storage.ListAsync("Cloud Storage list", $"{address}/o", "items", cancellationToken, "prefix="))
        {
            await DeleteAsync(ways.Storage, "Cloud Storage delete", $"{address}/o/{Uri.EscapeDataString(found["name"]!.GetValue<string>())}", cancellationToken);
        }

        await DeleteAsync(ways.Storage, "Cloud Storage delete bucket", address, cancellationToken);
    }

    // What is not there is as good as deleted.
    private static async Task DeleteAsync(GoogleRestClient client, string operation, string address, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(new GoogleRequest(operation, HttpMethod.Delete, new Uri(address, UriKind.Relative)) { Repeatable = true }, cancellationToken);
        if (answer.Meaning != StatusMeaning.NotFound)
        {
            answer.RequireDone();
        }
    }
}
