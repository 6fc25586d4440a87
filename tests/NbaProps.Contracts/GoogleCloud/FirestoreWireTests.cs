using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Firestore;
using NbaProps.GoogleCloud.Http;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.State;

namespace NbaProps.Contracts.GoogleCloud;

/// <summary>What is sent to Firestore and read from it where the emulator does not show the difference.</summary>
public sealed class FirestoreWireTests : IAsyncLifetime
{
    private const string First = "2026-01-15T18:00:00.000001Z";
    private const string Documents = "projects/p/databases/(default)/documents/units/";

    private FaultyGoogle _google = null!;

    public async Task InitializeAsync() => _google = await FaultyGoogle.StartAsync();

    public async Task DisposeAsync() => await _google.DisposeAsync();

    [Fact]
    public async Task Every_page_of_a_query_is_read_at_the_time_of_the_first()
    {
        _google.Answer = _ => _google.Done == 1
            ? $"[{string.Join(',', Enumerable.Range(0, FirestoreStateStore.DocumentsPerPage).Select(n => $$"""{"document":{{Document($"{n:00000}")}},"readTime":"{{First}}"}"""))}]"
            : """[{"readTime":"2026-01-15T18:00:09Z"}]""";

        (await Store().QueryAsync(new DocumentQuery("units"), default)).Count.ShouldBe(FirestoreStateStore.DocumentsPerPage);

        var pages = _google.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement).ToArray();
        pages[0].TryGetProperty("readTime", out _).ShouldBeFalse();
        pages[1].GetProperty("readTime").GetString().ShouldBe(First);
        pages[1].GetProperty("structuredQuery").GetProperty("startAt").GetProperty("values")[0].GetProperty("referenceValue").GetString()
            .ShouldBe($"{Documents}{FirestoreStateStore.DocumentsPerPage - 1:00000}");
    }

    [Fact]
    public async Task An_answer_that_breaks_off_with_an_error_is_no_shorter_answer()
    {
        _google.Answer = _ => $$$"""[{"document":{{{Document("a")}}},"readTime":"{{{First}}}"},{"error":{"code":503,"status":"UNAVAILABLE","message":"moved"}}]""";

        var failure = await Should.ThrowAsync<TransientException>(() => Store().QueryAsync(new DocumentQuery("units"), default));

        failure.Message.ShouldContain("503 UNAVAILABLE: moved");
    }

    [Fact]
    public async Task A_document_that_the_answer_does_not_mention_is_not_missing()
    {
        _google.Answer = _ => $$"""[{"readTime":"{{First}}"}]""";

        await Should.ThrowAsync<TransientException>(() => Store().GetAsync(new DocumentPath("units", "a"), default));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_not_sent_again()
    {
        _google.Then(Fault.Reset);

        await Should.ThrowAsync<TransientException>(() => Store().CommitAsync([new DocumentWrite(new DocumentPath("units", "a"), "{}", Precondition.None)], default));

        _google.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refusal_without_any_condition_is_no_conflict()
    {
        _google.Then(Fault.Of(400, "FAILED_PRECONDITION", message: "The database is in Datastore mode."));

        var refusal = await Should.ThrowAsync<PermanentException>(
            () => Store().CommitAsync([new DocumentWrite(new DocumentPath("units", "a"), "{}", Precondition.None)], default));

        refusal.Message.ShouldContain("Datastore mode");
    }

    [Fact]
    public async Task Only_declared_fields_are_kept_beside_the_body()
    {
        _google.Answer = _ => $$"""{"writeResults":[{"updateTime":"{{First}}"}],"commitTime":"{{First}}"}""";

        await Store().CommitAsync([new DocumentWrite(new DocumentPath("units", "a"), """{"attention":true,"holder":"x"}""", Precondition.Absent)], default);

        var write = JsonDocument.Parse(_google.Requests[0].Body).RootElement.GetProperty("writes")[0];
        write.GetProperty("currentDocument").GetRawText().ShouldBe("""{"exists":false}""");
        var fields = write.GetProperty("update").GetProperty("fields");
        fields.EnumerateObject().Select(field => field.Name).ShouldBe(["json", "mark", "fields"]);
        fields.GetProperty("fields").GetRawText().ShouldBe("""{"mapValue":{"fields":{"attention":{"booleanValue":true}}}}""");
        fields.GetProperty("json").GetProperty("stringValue").GetRawText().ShouldBe("""
            "{\"attention\":true,\"holder\":\"x\"}"
            """);
    }

    private static string Document(string id) => $$$"""{"name":"{{{Documents}}}{{{id}}}","fields":{"json":{"stringValue":"{}"}},"updateTime":"{{{First}}}"}""";

    private FirestoreStateStore Store() => new(
        new GoogleRestClient(
            _google.Address, new GoogleCloudOptions(), new NoTokens(), new HttpMessageInvoker(GoogleRestClient.CreateHandler()), TimeProvider.System, () => 0, NullLogger<GoogleRestClient>.Instance),
        "p",
        "(default)",
        StateCollections.Asked);
}
