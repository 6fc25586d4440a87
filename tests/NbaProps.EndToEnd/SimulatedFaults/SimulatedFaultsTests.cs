using NbaProps.Shared.Pipeline.Expected;
using NbaProps.Simulator.Faults;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd.SimulatedFaults;

/// <summary>Every fault of a source, seen by the pipeline and ending as the data rules say: the page in the docs is written from this, and compared with it.</summary>
public sealed class SimulatedFaultsTests
{
    private const string Page = "docs/02-operations/simulated-faults.md";

    [Fact]
    public async Task Each_fault_ends_as_the_page_says_and_with_the_results_of_a_day_without_it()
    {
        using var walks = new FaultWalks();
        await walks.BeginAsync();
        var well = await walks.WalkAsync(new FaultCase("well", (_, _) => FaultScript.None));
        well.Told.ShouldBeEmpty();
        well.Refused.ShouldBeEmpty();

        var walked = await Task.WhenAll(FaultCases.All.Select(async fault => (fault, await walks.WalkAsync(fault))));
        var text = FaultPage.Write(walked, well);
        var page = Path.Combine(RepositoryRoot.Path, Page);
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            await File.WriteAllTextAsync(page, text);
        }

        // Part by part: the whole page in one message says little of what differs.
        var (parts, stated) = (Parts(text), Parts(await File.ReadAllTextAsync(page)));
        parts.Length.ShouldBe(stated.Length);
        foreach (var (part, said) in parts.Zip(stated))
        {
            part.ShouldBe(said);
        }

        foreach (var (fault, walk) in walked)
        {
            // Whoever brought them, the results are the same.
            walk.Points.ShouldBe(well.Points, fault.Name);

            // Nobody is predicted from a part of his games: whoever has a prediction has it from the points that he has it from on a day without the fault.
            walk.Fed.ShouldNotBeEmpty(fault.Name);
            walk.Fed.Except(well.Fed, StringComparer.Ordinal).ShouldBeEmpty(fault.Name);
            OfIncidents(fault.Name, walk);
        }
    }

    private static string[] Parts(string page) => page.Split("\n\n");

    // What a person was told of has ended, and he was told so; or it lasts, because the output is still not there.
    private static void OfIncidents(string fault, FaultWalk walk)
    {
        var opened = walk.ToldInTheEnd.Where(incident => incident.IsOpen).Select(incident => incident.Key).ToHashSet(StringComparer.Ordinal);
        walk.Open.Select(incident => incident.Key).ShouldAllBe(key => opened.Contains(key), $"{fault}: lasts, and nobody was told");
        foreach (var key in opened)
        {
            if (walk.Open.SingleOrDefault(incident => incident.Key == key) is not { } lasts)
            {
                walk.ToldInTheEnd.ShouldContain(incident => incident.Key == key && !incident.IsOpen, $"{fault}: {key} is over, and nobody was told");
                continue;
            }

            lasts.Cause.ShouldNotBeEmpty($"{fault}: {key}");
            walk.Later.Any(output => IsReason(output, key)).ShouldBeTrue($"{fault}: {key} lasts although its output is there");
        }
    }

    // What was not brought in time is told of until its source brings something.
    private static bool IsReason(ExpectedOutput output, string key) => output.Unit.ToString() == key
        ? output.IsLost || output.State is ExpectedState.Failed or ExpectedState.Blocked or ExpectedState.Overdue
        : key == $"contract|{output.Unit.Processor}" && output.Contract is { Break: not null };
}
