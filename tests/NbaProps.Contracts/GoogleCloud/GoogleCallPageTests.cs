using System.Text;

using NbaProps.Tests.Support;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>What each call does when something goes wrong: the page is what was seen.</summary>
public sealed class GoogleCallPageTests
{
    private static readonly (string Name, Fault Fault)[] Faults =
    [
        ("400 INVALID_ARGUMENT", Fault.Of(400, "INVALID_ARGUMENT")),
        ("400 FAILED_PRECONDITION", Fault.Of(400, "FAILED_PRECONDITION")),
        ("401", Fault.Of(401, "UNAUTHENTICATED")),
        ("403", Fault.Of(403, "PERMISSION_DENIED")),
        ("404", Fault.Of(404, "NOT_FOUND")),
        ("409 ALREADY_EXISTS", Fault.Of(409, "ALREADY_EXISTS")),
        ("409 ABORTED", Fault.Of(409, "ABORTED")),
        ("412", Fault.Of(412)),
        ("429", Fault.Of(429, "RESOURCE_EXHAUSTED")),
        ("429 with Retry-After", Fault.Of(429, "RESOURCE_EXHAUSTED").With("Retry-After", "7")),
        ("500", Fault.Of(500, "INTERNAL")),
        ("503", Fault.Of(503, "UNAVAILABLE")),
        ("reset connection", Fault.Reset),
        ("no answer, though it was done", Fault.Lost),
    ];

    private const string Introduction =
        """
        # Calls of Google Cloud that go wrong

        This page is written by a test (`GoogleCallPageTests`), which makes each call against a server of its own and lets the first request go wrong as the
        row says; each cell is what came of it. *Again*: the same request was sent once more, after a pause. *Transient* and *permanent* are what the caller gets: the
        runtime tries a transient error again later and counts a permanent one as the run's failure. A Firestore commit is sent once, whatever happens: whoever does not know
        whether it was done reads the document, where `revision` tells ([ADR 0005](../adr/0005-runtime-protocol.md)). *Conflict* is the port's answer that a condition
        did not hold; which one it was is read after the refusal. BigQuery's and Cloud Storage's calls are made against the double of the tests, which does what it is asked:
        a job or an object of which the answer was lost is found there by its name. *Superseded* is the port's answer that a newer token holds the partition.

        What each status means is written once, in `src/NbaProps.GoogleCloud/Http/StatusMeaning.cs`; what is tried again, and how long, in `GoogleRestClient.cs`.


        """;

    private const string Deployment =
        """

        ## Of a deployment

        `deploy diff` and `deploy apply` end with what a call ends with, and the same command goes on from there; 403 of one policy is named as not compared, and the others are compared all the same. What
        makes or replaces something that it read before is sent once: a second try would be refused for the sake of the first. *A conflict*: somebody, or Cloud Run itself, wrote it since; a service is then
        read again, and changed if it is still what the deployment has judged. Tables are asked as above (`BigQuery describe table`), and none is changed; buckets and datasets are made by `deploy/setup.sh`.


        """;

    private const string Verification =
        """

        ## Of a verification

        The suites that `deploy verify` runs make the calls of the adapters above. Before and after them it looks for what verifications have made, by name, and deletes it. *Named as left*: what could not be
        deleted or looked for is named at the end with the reason, and keeps nothing else from being deleted.


        """;

    [Fact]
    public async Task The_page_says_what_each_call_does()
    {
        var page = RepositoryRoot.Of(Path.Combine("docs", "01-architecture", "google-cloud-calls.md"));
        var expected = await WriteAsync();
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
            await File.WriteAllTextAsync(page, expected);

        (await File.ReadAllTextAsync(page)).ShouldBe(expected, "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Contracts --filter GoogleCallPageTests");
    }

    private static async Task<string> WriteAsync()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        await AddAsync(page, GoogleCalls.All);
        foreach (var calls in new[] { CloudCalls.Tables, CloudCalls.Writes, CloudCalls.Objects })
        {
            page.Append('\n');
            Table(page, [.. calls.Select(call => call.Name)], await Task.WhenAll(Faults.Select(async fault => await Task.WhenAll(calls.Select(call => CloudCalls.TellAsync(call, fault.Fault))))));
        }

        page.Append(Deployment.ReplaceLineEndings("\n"));
        await AddAsync(page, DeploymentCalls.Services);
        page.Append('\n');
        await AddAsync(page, DeploymentCalls.Rights);
        page.Append(Verification.ReplaceLineEndings("\n"));
        await AddAsync(page, DeploymentCalls.Scratch);
        return page.ToString();
    }

    private static async Task AddAsync(StringBuilder page, IReadOnlyList<GoogleCall> calls) => Table(
        page,
        [.. calls.Select(call => call.Name)],
        await Task.WhenAll(Faults.Select(async fault => await Task.WhenAll(calls.Select(async call =>
        {
            await using var google = await FaultyGoogle.StartAsync();
            return await new GoogleCalls(google).TellAsync(call, fault.Fault);
        })))));

    private static void Table(StringBuilder page, IReadOnlyList<string> calls, string[][] cells)
    {
        Row(page, ["", .. calls]);
        Row(page, [.. Enumerable.Repeat("---", calls.Count + 1)]);
        foreach (var (fault, row) in Faults.Zip(cells))
            Row(page, [fault.Name, .. row]);
    }

    private static void Row(StringBuilder page, IReadOnlyList<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
