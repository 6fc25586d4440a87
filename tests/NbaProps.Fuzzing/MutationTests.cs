using System.Text;

using NbaProps.Fuzzing.Mutating;
using NbaProps.Fuzzing.Running;
using NbaProps.Fuzzing.Seeding;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;

namespace NbaProps.Fuzzing;

/// <summary>A short campaign of each form. A finding is run again by <c>--replay</c>, docs/06-testing/fuzzing.md.</summary>
public sealed class MutationTests
{
    private const int Mutations = 500;
    private const ulong Seed = 1;

    private static readonly IReadOnlyList<FormSeeds> Forms = SeedCatalog.All();

    public static TheoryData<string> Names => [.. Forms.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutated_payload_is_rows_by_the_rules_or_a_refusal_in_one_line(string name)
    {
        var form = Forms.Single(form => form.Name == name);
        var progress = new FormProgress();
        new FormCampaign(form, Judge.Of(form.Source).Wrong, Seed, progress, Patience.Usual).Run(Mutations, CancellationToken.None);
        progress.Findings.Select(finding => $"--source {form.Source} --form \"{form.Form}\" --seed {Seed} --replay {finding.Number}: {finding.What}").ShouldBeEmpty();
        progress.Done.ShouldBe(Mutations);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_has_an_invented_payload_that_is_read(string name)
    {
        var form = Forms.Single(form => form.Name == name);
        var invented = form.Seeds.Where(seed => seed.Name.StartsWith("invented/", StringComparison.Ordinal)).ToArray();
        invented.ShouldNotBeEmpty($"put a small payload of {name} into tests/NbaProps.Fuzzing/Seeds/{form.Source}");
        foreach (var seed in invented)
        {
            using var payload = new RawPayload(seed.Name, seed.Bytes);
            PayloadCatalog.FormatOf(form.Source, payload).Read(payload, default(DateTimeOffset).AddYears(2023)).Rows.ShouldNotBeEmpty(seed.Name);
        }
    }

    [Fact]
    public void Every_invented_payload_is_of_a_form() =>
        SeedCatalog.Invented().Where(seed => SeedCatalog.FormOf(seed.Source, seed.Seed.Bytes) is null).Select(seed => seed.Seed.Name).ShouldBeEmpty();

    [Fact]
    public void Every_payload_to_begin_with_is_under_50_KB() =>
        Forms.SelectMany(form => form.Seeds).Where(seed => seed.Bytes.Length >= SeedCatalog.MostBytes).Select(seed => seed.Name).ShouldBeEmpty();

    [Fact]
    public void A_number_is_the_same_mutation_each_time_and_others_are_others()
    {
        var (form, again) = (Forms[0], SeedCatalog.All()[0]);
        var some = Enumerable.Range(0, 100).Select(number => Convert.ToHexString(Mutation.Of(form, Seed, number))).ToArray();
        some.ShouldBe(Enumerable.Range(0, 100).Select(number => Convert.ToHexString(Mutation.Of(again, Seed, number))));
        some.Distinct().Count().ShouldBeGreaterThan(80);
        Convert.ToHexString(Mutation.Of(form, Seed + 1, 5)).ShouldNotBe(some[5]);
    }

    [Fact]
    public void Places_of_a_JSON_text_are_its_values_with_their_names()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"a": [1, {"b\"": "x"}], "c": null}""");
        JsonPlaces.Of(bytes).Select(place => $"{Text(place.NameStart, place.NameLength)}={Text(place.Start, place.Length)}").ShouldBe(
        [
            """={"a": [1, {"b\"": "x"}], "c": null}""", """ "a"=[1, {"b\"": "x"}]""".Trim(), "=1", """={"b\"": "x"}""", """ "b\""="x" """.Trim(), "\"c\"=null",
        ]);
        JsonPlaces.Of(Encoding.UTF8.GetBytes("<html><script>var a = {b};var c = {\"d\": 1}</script>")).Count.ShouldBe(2);
        JsonPlaces.Of("a,b\n"u8.ToArray()).ShouldBeEmpty();

        string Text(int start, int length) => start < 0 ? string.Empty : Encoding.UTF8.GetString(bytes, start, length);
    }

    [Fact]
    public void A_long_payload_keeps_the_first_items_of_its_lists_and_its_headers()
    {
        var rows = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"[{number},\"some text\"]"));
        Encoding.UTF8.GetString(Trimming.Of(Encoding.UTF8.GetBytes($$"""{"headers":["A","B"],"rowSet":[{{rows}}]}"""), 100)).ShouldBe(
            """{"headers":["A","B"],"rowSet":[[0,"some text"],[1,"some text"],[2,"some text"]]}""");
        Encoding.UTF8.GetString(Trimming.Of(Encoding.UTF8.GetBytes("a,b\nc,d\ne,f\n"), 9)).ShouldBe("a,b\nc,d\n");
    }

    [Fact]
    public void Edits_that_touch_one_another_are_not_all_applied() =>
        Encoding.UTF8.GetString(Edit.Apply("abcdef"u8.ToArray(), [new(4, 1, "E"u8.ToArray()), new(1, 3, "-"u8.ToArray()), new(2, 1, "x"u8.ToArray())])).ShouldBe("a-Ef");
}
