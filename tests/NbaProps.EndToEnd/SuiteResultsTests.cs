using NbaProps.Cli.Rendering;
using NbaProps.Cli.Running;
using NbaProps.GoogleCloud;
using NbaProps.GoogleCloud.Verification;
using NbaProps.Shared.Resilience;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>What <c>deploy verify</c> makes of the file that a run of tests leaves.</summary>
public sealed class SuiteResultsTests
{
    private const string Passed = """<UnitTestResult testName="NbaProps.Contracts.Project.ProjectStateTests.A_query_is_empty" outcome="Passed" />""";
    private const string Failed =
        """<UnitTestResult testName="NbaProps.Contracts.Project.ProjectBusTests.Only_these(status: 1.5, text: &quot;a.b(c&quot;)" outcome="Failed"><Output><ErrorInfo><Message> because </Message></ErrorInfo></Output></UnitTestResult>""";
    private const string LeftOut = """<UnitTestResult testName="NbaProps.Contracts.Project.ProjectBusTests.Not_here" outcome="NotExecuted"><Output><StdOut>why not</StdOut></Output></UnitTestResult>""";

    [Fact]
    public async Task A_test_is_told_by_its_port_its_words_and_the_reason()
    {
        var results = await ReadAsync(["state", "bus"], Passed, Failed, LeftOut);

        results.Tests.ShouldBe(
        [
            new("bus", "Not here", SuiteOutcome.LeftOut, "why not"), new("bus", "Only these(status: 1.5, text: \"a.b(c\")", SuiteOutcome.Failed, "because"), new("state", "A query is empty", SuiteOutcome.Passed, null),
        ]);
        results.NotAsked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_of_which_no_test_ran_was_not_asked_and_the_project_does_not_hold()
    {
        Holds(await ReadAsync(["state"], Passed)).ShouldBeTrue();
        Holds(await ReadAsync(["state", "bus"], Passed, LeftOut)).ShouldBeFalse();
        Holds(await ReadAsync(["state", "bus"], Passed, Failed)).ShouldBeFalse();
        (await ReadAsync(["state", "bus"], Passed, LeftOut)).NotAsked.ShouldBe(["bus"]);
    }

    [Fact]
    public async Task A_run_that_was_killed_is_no_result_though_all_that_it_has_written_passed()
    {
        var results = await ReadAsync(["state"], Passed);

        results.Ended(0, "done").ShouldBe(results);
        Should.Throw<PermanentException>(() => results.Ended(137, "testhost crashed")).Message.ShouldBe("the suites were broken off after 1 tests, with 137: testhost crashed");
        var failed = await ReadAsync(["bus"], Failed);
        failed.Ended(1, "done").ShouldBe(failed);
    }

    [Fact]
    public async Task A_project_does_not_hold_while_something_is_left_there()
    {
        var (results, left) = (await ReadAsync(["state"], Passed), new SweptScratch());
        await left.TryAsync("dataset a", () => throw new PermanentException("because"));

        Of(results, left, new SweptScratch()).Holds.ShouldBeFalse();
        Of(results, new SweptScratch(), left).Holds.ShouldBeFalse();
    }

    private static bool Holds(SuiteResults results) => Of(results, new SweptScratch(), new SweptScratch()).Holds;

    private static VerifiedProject Of(SuiteResults results, SweptScratch abandoned, SweptScratch swept) =>
        new(new VerificationPlan("verify_20260101120000_0a1b2c", "US", new GoogleCloudOptions()), results, keep: false, abandoned, swept);

    private static async Task<SuiteResults> ReadAsync(string[] ports, params string[] tests)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("results.trx");
        await File.WriteAllTextAsync(file, $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{string.Concat(tests)}</Results></TestRun>""");
        return await SuiteResults.ReadAsync(file, ports, default);
    }
}
