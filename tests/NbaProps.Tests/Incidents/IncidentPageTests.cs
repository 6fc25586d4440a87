using NbaProps.Tests.Architecture;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Incidents;

/// <summary>The catalogue of incidents names each of them once, with tests that are there, are of it, and assert something.</summary>
public sealed class IncidentPageTests
{
    private const string Path = "docs/02-operations/incidents.md";
    private const string Good = "| I-01 | no predictions for 37 hours | `A` | `NbaProps.Tests.Example.ExampleTests.A` |";

    private static readonly Lazy<IReadOnlyList<WrittenTest>> All = new(() => WrittenTest.Of(Repository.Read("tests")));

    // What happened beside the forty, by a word of its line.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["O-01"] = "suffix", ["O-02"] = "poison", ["O-03"] = "All-Star", ["O-04"] = "two dates", ["O-05"] = "265:00", ["O-06"] = "AWAY_HOME", ["O-07"] = "TODAY",
        ["O-08"] = "region-blocked", ["O-09"] = "commit of docs", ["O-10"] = "layer cache", ["O-11"] = "min-instances",
        ["S-01"] = "team-game-stats", ["S-02"] = "missing method", ["S-03"] = "SELECT *", ["S-04"] = "completion events", ["S-05"] = "34 features", ["S-06"] = "heartbeat",
        ["S-07"] = "wrong service",
    };

    private static IReadOnlyList<IncidentLine> Page => IncidentLine.Of(File.ReadAllText(RepositoryRoot.Of(Path)));

    [Fact]
    public void Every_incident_has_one_line()
    {
        Page.Select(line => line.Number).ShouldBe([.. Enumerable.Range(1, 40).Select(number => FormattableString.Invariant($"I-{number:00}")), .. Others.Keys]);
        Page.Where(line => Others.TryGetValue(line.Number, out var word) && !line.What.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_holds() => Findings(Page, All.Value).ShouldBeEmpty();

    [Fact]
    public void The_tests_of_all_projects_are_found()
    {
        All.Value.Count.ShouldBeGreaterThan(1_500);
        All.Value.Select(test => test.Name).ShouldContain("NbaProps.Contracts.Warehouse.WarehouseContract.A_merge_is_fenced_like_a_replace");
        All.Value.Select(test => test.Name).ShouldContain("NbaProps.Tests.Incidents.IncidentPageTests.Every_line_holds");
    }

    [Fact]
    public void A_line_whose_test_is_there_is_of_it_and_asserts_has_no_finding() => FindingsOf(Good, "[Fact, Trait(\"Incident\", \"I-01\")] public void A() => 1.Plus(1).ShouldBe(2);").ShouldBeEmpty();

    [Theory]
    [InlineData("NbaProps.Tests.Example.ExampleTests.B", "I-01 names NbaProps.Tests.Example.ExampleTests.B, which is no test")]
    [InlineData("NbaProps.Tests.ExampleTests.A", "I-01 names NbaProps.Tests.ExampleTests.A, which is no test")]
    public void A_test_that_is_not_there_is_found(string name, string finding) =>
        FindingsOf(Good.Replace("NbaProps.Tests.Example.ExampleTests.A", name, StringComparison.Ordinal), "[Fact] public void A() => 1.Plus(1).ShouldBe(2);").ShouldBe([finding]);

    [Fact]
    public void A_test_that_does_not_say_so_is_found() =>
        FindingsOf(Good, "[Fact, Trait(\"Incident\", \"I-02\")] public void A() => 1.Plus(1).ShouldBe(2);").ShouldBe(
        [
            "I-01 names NbaProps.Tests.Example.ExampleTests.A, which has no trait of it",
            "NbaProps.Tests.Example.ExampleTests.A has the trait of I-02, whose line does not name it",
        ]);

    [Theory]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() { B(); } void B() { } void C() => 1.Plus(1).ShouldBe(2);")]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() { B(); } void B() { A(); }")]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() { true.ShouldBeTrue(); }")]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() { other.B(); } void B() => 1.Plus(1).ShouldBe(2);")]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() { /* value.ShouldBe(2); */ var text = \"x.ShouldBe(1)\"; }")]
    public void A_test_that_asserts_nothing_is_found(string members) => FindingsOf(Good, members).ShouldBe(["NbaProps.Tests.Example.ExampleTests.A, which I-01 names, asserts nothing"]);

    [Theory]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() => B(); void B() { C(2); } void C(int d) { d.ShouldBe(2); }")]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public void A() => cases.ForEach(B); void B(int d) => d.ShouldBe(2);")]
    [InlineData("[Fact, Trait(\"Incident\", \"I-01\")] public async Task A() => await Should.ThrowAsync<IOException>(() => B());")]
    [InlineData("[Theory, Trait(\"Incident\", \"I-01\")] public void A() => Assert.Equal(1, B());")]
    [InlineData("[SkippableFact, Trait(\"Incident\", \"I-01\")] public void A() => value?.ShouldNotBeNull();")]
    public void An_assertion_is_found_wherever_it_is_reached(string members) => FindingsOf(Good, members).ShouldBeEmpty();

    [Fact]
    public void A_line_without_a_test_says_what_it_waits_for_or_what_is_missing()
    {
        FindingsOf("| I-01 | what | `A` | later |", string.Empty).ShouldBe(["I-01 has no test and does not say what it waits for or what is open"]);
        FindingsOf("| I-01 | what | `A` | *waits for* publishing |", string.Empty).ShouldBeEmpty();
        FindingsOf("| I-01 | what | `A` | *open* no monitor yet |", string.Empty).ShouldBeEmpty();
        FindingsOf("| I-01 | what |  | *waits for* publishing |", string.Empty).ShouldBe(["I-01 does not say what happened and what stands against it"]);
    }

    [Fact]
    public void A_line_of_other_cells_is_refused() =>
        Should.Throw<FormatException>(() => IncidentLine.Of("| I-01 | what | `A` |")).Message.ShouldBe("I-01 has 3 cells, 4 are agreed: number, what happened, what stands against it, test.");

    private static IEnumerable<string> FindingsOf(string line, string members) =>
        Findings(IncidentLine.Of(line), WrittenTest.Of([new SourceFile("tests/A.cs", $"namespace NbaProps.Tests.Example;\npublic class ExampleTests\n{{\n{members}\n}}\n")]));

    private static IEnumerable<string> Findings(IReadOnlyList<IncidentLine> page, IReadOnlyList<WrittenTest> tests)
    {
        var written = tests.ToLookup(test => test.Name, StringComparer.Ordinal);
        foreach (var line in page)
        {
            if (line.What.Length == 0 || line.Prevention.Length == 0)
            {
                yield return $"{line.Number} does not say what happened and what stands against it";
            }

            if (line.Tests.Count == 0 && !line.IsMarked)
            {
                yield return $"{line.Number} has no test and does not say what it waits for or what is open";
            }

            foreach (var finding in line.Tests.Select(name => FindingOf(line, name, [.. written[name]])).OfType<string>())
            {
                yield return finding;
            }
        }

        var named = page.SelectMany(line => line.Tests.Select(name => (line.Number, name))).ToHashSet();
        foreach (var (number, name) in tests.SelectMany(test => test.Incidents.Select(number => (number, test.Name))).Where(trait => !named.Contains(trait)))
        {
            yield return $"{name} has the trait of {number}, whose line does not name it";
        }
    }

    private static string? FindingOf(IncidentLine line, string name, IReadOnlyList<WrittenTest> written) => written switch
    {
        [] => $"{line.Number} names {name}, which is no test",
        _ when !written.Any(test => test.Incidents.Contains(line.Number)) => $"{line.Number} names {name}, which has no trait of it",
        _ when !written.All(test => test.Asserts) => $"{name}, which {line.Number} names, asserts nothing",
        _ => null,
    };
}
