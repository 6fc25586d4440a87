using NbaProps.Hosting.Configuration;

namespace NbaProps.Cli.Running;

/// <summary>What a simulated clock that runs faster than the wall asks of whoever looks at it: as many looks in an hour of the league, not of the wall.</summary>
internal static class Hurry
{
    /// <summary>The most that is accepted: an hour in a second. Faster, two looks are further apart than a cut-off and its first game.</summary>
    public const double Most = 3600;

    // Between two looks at the clock: far below the half hour between a cut-off and the first game.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortestTick = TimeSpan.FromSeconds(5);

    /// <summary>The configuration for a clock that is so much faster than the wall.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="factor">Seconds of the league in a second.</param>
    public static NbaPropsOptions Of(NbaPropsOptions options, double factor)
    {
        if (factor <= 1)
        {
            return options;
        }

        var looks = options.Operations;
        return options with
        {
            Operations = looks with
            {
                ScheduleInterval = Shortened(looks.ScheduleInterval, LookEvery / factor, ShortestLook),
                TickInterval = Shortened(looks.TickInterval, looks.TickInterval / factor, ShortestTick),
            },
        };
    }

    private static TimeSpan Shortened(TimeSpan usual, TimeSpan hurried, TimeSpan shortest)
    {
        var wanted = hurried > shortest ? hurried : shortest;
        return wanted < usual ? wanted : usual;
    }
}
