using NbaProps.Shared.State;

namespace NbaProps.Contracts.State;

public abstract partial class StateStoreContract
{
    [SkippableFact]
    public async Task A_query_answers_the_documents_of_its_collection_ordered_ordinally_by_id()
    {
        await CommitAsync(Put("b|2", "{}"), Put("B", "{}"), Put("b|10", "{}"), Put("a", """{"n":1}"""), Put("é", "{}"), Put("x", "{}", null, "ledger"));

        var documents = await Store.QueryAsync(new DocumentQuery("units"), default);

        documents.Select(document => document.Path.Id).ShouldBe(["B", "a", "b|10", "b|2", "é"]);
        documents[1].ShouldBe(await FindAsync("a"));
    }

    [SkippableFact]
    public async Task A_query_of_an_unknown_collection_is_empty()
    {
        (await IdsAsync(new DocumentQuery("nothing"))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_range_of_ids_includes_both_ends()
    {
        await CommitAsync([.. "abcde".Select(letter => Put(letter.ToString(), "{}"))]);

        (await IdsAsync(new DocumentQuery("units", FromId: "b", ToId: "d"))).ShouldBe(["b", "c", "d"]);
        (await IdsAsync(new DocumentQuery("units", FromId: "d"))).ShouldBe(["d", "e"]);
        (await IdsAsync(new DocumentQuery("units", ToId: "b"))).ShouldBe(["a", "b"]);
        (await IdsAsync(new DocumentQuery("units", FromId: "bb", ToId: "cc"))).ShouldBe(["c"]);
        (await IdsAsync(new DocumentQuery("units", FromId: "d", ToId: "b"))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_range_of_dates_is_a_range_of_ids()
    {
        await CommitAsync(
            Put("scores|2026-01-14|0022500560", "{}"),
            Put("scores|2026-01-15", "{}"),
            Put("scores|2026-01-15|0022500561", "{}"),
            Put("scores|2026-01-16|0022500562", "{}"),
            Put("scores2|2026-01-15", "{}"));

        (await IdsAsync(new DocumentQuery("units", "scores|2026-01-15", "scores|2026-01-15|~"))).ShouldBe(["scores|2026-01-15", "scores|2026-01-15|0022500561"]);
    }

    [SkippableFact]
    public async Task A_field_equals_a_text_a_truth_or_a_whole_number_of_the_same_kind_only()
    {
        await CommitAsync(
            Put("number", """{"f":1}"""),
            Put("text", """{"f":"1"}"""),
            Put("true", """{"f":true}"""),
            Put("false", """{"f":false}"""),
            Put("null", """{"f":null}"""),
            Put("none", """{"g":1}"""),
            Put("deep", """{"g":{"f":1}}"""));

        (await IdsAsync(new DocumentQuery("units", Field: "f", Value: 1L))).ShouldBe(["number"]);
        (await IdsAsync(new DocumentQuery("units", Field: "f", Value: "1"))).ShouldBe(["text"]);
        (await IdsAsync(new DocumentQuery("units", Field: "f", Value: true))).ShouldBe(["true"]);
        (await IdsAsync(new DocumentQuery("units", Field: "f", Value: false))).ShouldBe(["false"]);
    }

    [SkippableFact]
    public async Task Text_and_large_numbers_in_fields_are_compared_exactly()
    {
        await CommitAsync(
            Put("a", """{"text":"it's \"Dončić\"","number":9007199254740993}"""),
            Put("b", """{"text":"It's \"Dončić\"","number":9007199254740992}"""));

        (await IdsAsync(new DocumentQuery("units", Field: "text", Value: "it's \"Dončić\""))).ShouldBe(["a"]);
        (await IdsAsync(new DocumentQuery("units", Field: "number", Value: 9007199254740993L))).ShouldBe(["a"]);
    }

    [SkippableFact]
    public async Task Conditions_and_limit_are_combined_and_the_limit_counts_matches_only()
    {
        await CommitAsync([.. Enumerable.Range(0, 10).Select(n => Put($"u{n}", n % 2 == 0 ? """{"attention":true}""" : """{"attention":false}"""))]);

        (await IdsAsync(new DocumentQuery("units", "u1", "u9", "attention", true, 2))).ShouldBe(["u2", "u4"]);
        (await IdsAsync(new DocumentQuery("units", Limit: 3))).ShouldBe(["u0", "u1", "u2"]);
        (await IdsAsync(new DocumentQuery("units", Limit: 0))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_query_sees_the_newest_body_only()
    {
        await CommitAsync(Put("a", """{"attention":true}"""));
        await CommitAsync(Put("a", """{"attention":false}"""));

        (await IdsAsync(new DocumentQuery("units", Field: "attention", Value: true))).ShouldBeEmpty();
        (await IdsAsync(new DocumentQuery("units", Field: "attention", Value: false))).ShouldBe(["a"]);
    }

    [SkippableTheory]
    [InlineData("a.b", "x")]
    [InlineData("a' OR 1=1 --", "x")]
    [InlineData("", "x")]
    [InlineData("f", 1.5)]
    [InlineData("f", null)]
    public async Task A_field_that_is_no_plain_name_or_a_value_of_another_kind_is_refused(string field, object? value)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.QueryAsync(new DocumentQuery("units", Field: field, Value: value), default));
    }
}
