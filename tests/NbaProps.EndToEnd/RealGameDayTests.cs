namespace NbaProps.EndToEnd;

/// <summary>A day of the season's fourth week.</summary>
public sealed class RealGameDayTests(SeasonWalk walk) : RealGameDay(walk, Known), IClassFixture<SeasonWalk>
{
    private static readonly KnownDay Known = new(
        "2022-11-09", "2022-11-10", Players: 274, Points: 2_976, Lines: 148, ["Giannis Antetokounmpo", "Jerami Grant", "Jusuf Nurkić"], DoncicLine: 34.5, DoncicPoints: 24, LeastPicks: 200);
}
