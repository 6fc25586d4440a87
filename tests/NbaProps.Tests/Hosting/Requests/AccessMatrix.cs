using System.Globalization;
using System.Text;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using NbaProps.Deployment.Declaring;
using NbaProps.Hosting.Configuration;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Messaging;
using NbaProps.Tests.Hosting.Push;

namespace NbaProps.Tests.Hosting.Requests;

/// <summary>Every endpoint of every service, and what each kind of caller is told there.</summary>
internal static class AccessMatrix
{
    /// <summary>What there is to be called. Whoever maps another endpoint says here who may call it, and why.</summary>
    public static readonly (string Endpoint, bool IsOpen, string Why)[] Declared =
    [
        ("GET /health/live", true, "a platform's probe has no token; says the service's name"),
        ("GET /health/ready", true, "a platform's probe has no token; says which store does not answer, and no value"),
        ("GET /version", true, "the watcher compares it with main; says commit, build time, runtime and hashes, which are no secrets"),
        ("POST /pubsub/push", false, "the account as which Pub/Sub pushes: a message makes a unit be looked at"),
        ("POST /watch/advance", false, "the account as which Cloud Scheduler calls: days reach their moments"),
        ("POST /watch/tick", false, "the account as which Cloud Scheduler calls: what is missing is asked for again"),
    ];

    // A hint about a unit that nobody in the pipeline reads: all there is to do is to say so.
    private static readonly byte[] Push = new PushEnvelope(
        new ReceivedMessage("1", """{"kind":"Completed","unit":"phase5_hand_off|2022-10-18"}""", new Dictionary<string, string>(), null), "projects/p/subscriptions/s").ToUtf8Json();

    public static NbaPropsOptions Options(PushAuthentication? authentication, Mode unasked = Mode.Embedded) => authentication is null
        ? new() { Mode = unasked }
        : new() { Mode = Mode.Cloud, Push = new() { Authentication = authentication, ServiceAccount = SignedTokens.ServiceAccount, Audience = SignedTokens.Audience } };

    /// <summary>Method and path of an endpoint.</summary>
    public static string NameOf(Endpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} {(endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName}";

    /// <summary>What an endpoint answers to a caller.</summary>
    public static async Task<int> StatusAsync(HttpClient client, ServiceOfTests service, string endpoint, (string Name, string Value)[] headers)
    {
        var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(service.Address, path));
        if (path == "/pubsub/push")
            request.Content = new ByteArrayContent(Push);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>The page. Services whose endpoint answers the same share a line.</summary>
    public static string Page(IReadOnlyList<(string Mode, string Service, string Endpoint, int[] Statuses)> measured)
    {
        var page = new StringBuilder(
            """
            # Who may call what

            Written by a test (`AccessMatrixTests`), which asks every endpoint that each of the six services has mapped, over HTTP, and holds the answers against this page. A new endpoint without a line here fails it.
            What the callers are: [security.md](security.md).

            ## Endpoints

            | endpoint | open on Google Cloud | why, or to whom |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (endpoint, isOpen, why) in Declared)
            page.Append(CultureInfo.InvariantCulture, $"| `{endpoint}` | {(isOpen ? "yes" : "no")} | {why} |\n");

        page.Append("\n\"Open\" means that the service itself asks for nothing. On Cloud Run every service is private as well: a caller without `roles/run.invoker` does not reach it at all.\n");
        page.Append("Another method on these paths is answered 405, another path 404.\n\n## Callers\n\n| caller | sends |\n|---|---|\n");
        foreach (var call in AccessCase.All)
            page.Append(CultureInfo.InvariantCulture, $"| {call.Name} | {call.Meaning} |\n");

        foreach (var mode in measured.Select(line => line.Mode).Distinct(StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {mode}\n\n| endpoint | services | {string.Join(" | ", AccessCase.All.Select(call => call.Name))} |\n|---|---|{string.Concat(AccessCase.All.Select(_ => "---|"))}\n");
            foreach (var lines in measured.Where(line => line.Mode == mode).GroupBy(line => (line.Endpoint, Statuses: string.Join(" | ", line.Statuses))))
                page.Append(CultureInfo.InvariantCulture, $"| `{lines.Key.Endpoint}` | {string.Join(", ", lines.Select(line => line.Service).Distinct(StringComparer.Ordinal))} | {lines.Key.Statuses} |\n");
        }

        page.Append("\n## Accounts\n\nEvery right of every account, as `deploy/iam.json` grants them.\n\n| account | may |\n|---|---|\n");
        foreach (var account in new Grants(NbaPipeline.Manifest).All.GroupBy(grant => grant.Member, StringComparer.Ordinal).OrderBy(account => account.Key, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| `{Short(account.Key)}` | {string.Join("; ", account.GroupBy(grant => grant.Role, StringComparer.Ordinal).Select(RightsOf))} |\n");

        return page.ToString();
    }

    private static string RightsOf(IGrouping<string, Grant> rights) =>
        $"{rights.Key["roles/".Length..]} on {string.Join(", ", rights.Select(right => Short(right.Resource) + (right.Condition is null ? string.Empty : " (below `deployments/`)")))}";

    // Of an installation's own there is only the project, which is in every name.
    private static string Short(string name) => name[(name.LastIndexOf("serviceAccount:", StringComparison.Ordinal) is var at and >= 0 ? at + "serviceAccount:".Length : 0)..]
        .Replace($"@{Placeholder.Project}.iam.gserviceaccount.com", string.Empty, StringComparison.Ordinal);
}
