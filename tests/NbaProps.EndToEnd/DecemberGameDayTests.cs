namespace NbaProps.EndToEnd;

/// <summary>The day on which a player scored sixty, ten weeks into the season: a walk of its own length, which <c>./nbaprops test</c> leaves out (docs/06-testing/README.md).</summary>
[Trait("Part", "season")]
public sealed class DecemberGameDayTests(SeasonWalk walk) : RealGameDay(walk, Known), IClassFixture<SeasonWalk>
{
    private static readonly KnownDay Known = new(
        "2022-12-27", "2022-12-28", Players: 223, Points: 2_332, Lines: 103, ["Aaron Gordon"], DoncicLine: 31.5, DoncicPoints: 60, LeastPicks: 500);
}
