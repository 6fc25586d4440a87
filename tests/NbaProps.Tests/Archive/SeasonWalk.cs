using NbaProps.Domain.Calendar;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Archive;

/// <summary>The season 2022-23, playoffs included, walked day by day once for all tests that look at it.</summary>
public sealed class SeasonWalk
{
    private static readonly GameDateRange Season = new(new GameDate(2022, 10, 18), new GameDate(2023, 6, 12));

    private readonly Lazy<Task<IReadOnlyList<GameDayTables>>> _days = new(WalkAsync);

    internal Task<IReadOnlyList<GameDayTables>> DaysAsync() => _days.Value;

    private static async Task<IReadOnlyList<GameDayTables>> WalkAsync()
    {
        await using var walk = await GameDayWalk.StartAsync(SharedData.Require("data"));
        var days = new List<GameDayTables>();
        foreach (var date in Season)
        {
            days.Add(await walk.WalkAsync(date));
        }

        return days;
    }
}
