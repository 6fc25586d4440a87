using NbaProps.Simulator.Plausibility.Figures;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>Whether simulated seasons look like the league's.</summary>
public sealed class PlausibilityTests
{
    private const string HowToWrite = "Write it with: NBAPROPS_WRITE_DOCS=1 dotnet test tests/NbaProps.Tests --filter PlausibilityTests";

    // Written once, before any test reads it.
    private static readonly Lazy<string> Page = new(() =>
    {
        var path = RepositoryRoot.Of(PlausibilityPage.Path);
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            File.WriteAllText(path, PlausibilityPage.Of(RealSeason.Require()));
        }

        return File.ReadAllText(path);
    });

    public static TheoryData<string> Names => [.. FigureList.All.Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_figure_is_what_a_season_of_any_seed_may_have(string name)
    {
        var figure = FigureList.All.Single(one => one.Name == name);
        MeasuredSeasons.Of(figure).ShouldAllBe(value => figure.Accepted.Contains(value));
    }

    [Fact]
    public void The_page_says_what_is_simulated() =>
        FigureList.All.Select(PlausibilityPage.Simulated).Where(row => !Page.Value.Contains(row, StringComparison.Ordinal)).ShouldBeEmpty(HowToWrite);

    [SkippableFact]
    public void The_page_compares_it_with_what_was_played() => PlausibilityPage.Of(RealSeason.Require()).ShouldBe(Page.Value, HowToWrite);

    [SkippableFact]
    public void Whatever_the_real_season_lies_outside_of_is_explained_and_nothing_else()
    {
        var real = RealSeason.Require();
        FigureList.All.Where(figure => !figure.Accepted.Contains(figure.Of(real))).Select(figure => figure.Name)
            .ShouldBe(FigureList.All.Where(figure => figure.WhyOff is not null).Select(figure => figure.Name));
    }

    [SkippableFact]
    public void The_real_season_is_read_whole()
    {
        var real = RealSeason.Require();
        (real.Players.Count, real.Games.Count, real.Teams.Sum(team => team.Counts.Points)).ShouldBe((25_895, 1_230, real.Players.Sum(line => line.Counts.Points)));
        real.Lines.ShouldContain(line => line.Line.Value == 31.5m && line.Price.ToString() == "-105/-125" && line.Points == 60);
    }
}
