using System.Text.Json.Nodes;

namespace NbaProps.GoogleCloud.Http;

/// <summary>Calls with whole documents.</summary>
internal static class DocumentCalls
{
    /// <summary>Reads a document; null where there is none.</summary>
    public static async Task<JsonObject?> FindAsync(this GoogleRestClient client, string operation, string address, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(new GoogleRequest(operation, HttpMethod.Get, new Uri(address, UriKind.Relative)) { Repeatable = true }, cancellationToken);
        return answer.Meaning == StatusMeaning.NotFound ? null : answer.Read(DocumentJson.Short.JsonObject);
    }

    /// <summary>Reads all elements of a list that comes in pages.</summary>
    /// <param name="client">The way to the interface.</param>
    /// <param name="operation">What it does, for messages.</param>
    /// <param name="address">The list's address, without parameters.</param>
    /// <param name="field">The answer's field that has the elements; it may be left out where there are none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="parameters">Parameters of every page, as they stand in an address; empty for none.</param>
    public static async Task<IReadOnlyList<JsonObject>> ListAsync(
        this GoogleRestClient client, string operation, string address, string field, CancellationToken cancellationToken, string parameters = "")
    {
        var all = new List<JsonObject>();
        for (string? token = null; ;)
        {
            var query = string.Join('&', new[] { parameters, token is null ? string.Empty : $"pageToken={Uri.EscapeDataString(token)}" }.Where(part => part.Length > 0));
            var page = query.Length == 0 ? address : $"{address}?{query}";
            var answer = await client.SendAsync(new GoogleRequest(operation, HttpMethod.Get, new Uri(page, UriKind.Relative)) { Repeatable = true }, cancellationToken);
            var document = answer.Read(DocumentJson.Short.JsonObject);
            all.AddRange((document[field]?.AsArray() ?? []).Select(element => element!.AsObject()));
            token = document["nextPageToken"]?.GetValue<string>();
            if (string.IsNullOrEmpty(token))
            {
                return all;
            }
        }
    }

    /// <summary>Sends a document, once or as often as needed, and reads the answer.</summary>
    public static async Task<JsonObject> SendAsync(
        this GoogleRestClient client, string operation, HttpMethod method, string address, JsonObject body, bool repeatable, CancellationToken cancellationToken)
    {
        var request = GoogleRequest.Json(operation, method, address, body, DocumentJson.Short.JsonObject) with { Repeatable = repeatable };
        var answer = await client.SendAsync(request, cancellationToken);
        return answer.Read(DocumentJson.Short.JsonObject);
    }
}
