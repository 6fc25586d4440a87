namespace NbaProps.Chaos.Harness;

/// <summary>How bad a seed's days are: percentages, drawn once per seed.</summary>
public sealed record FaultProfile
{
    public int Processes { get; init; } = 2;

    public int Steps { get; init; } = 600;

    public int RefusedPercent { get; init; }

    public int LostAnswerPercent { get; init; }

    /// <summary>Writes that their caller gives up waiting for and that arrive later all the same.</summary>
    public int StragglerPercent { get; init; }

    public int LostMessagePercent { get; init; }

    public int DuplicatePercent { get; init; }

    public int KillPermille { get; init; }

    public int PausePermille { get; init; }

    public int TickPermille { get; init; } = 20;

    public int TimePercent { get; init; } = 4;

    public TimeSpan Skew { get; init; }

    /// <summary>Half of the seeds run on a store that can only burn ids.</summary>
    public bool StoreComparesTokens { get; init; } = true;

    public static FaultProfile None { get; } = new();

    public static FaultProfile Draw(SplitMix random) => new()
    {
        Processes = 1 + random.Below(3),
        Steps = 600 + random.Below(2400),
        RefusedPercent = random.Below(6),
        LostAnswerPercent = random.Below(6),
        LostMessagePercent = random.Below(25),
        DuplicatePercent = random.Below(25),
        KillPermille = random.Below(30),
        PausePermille = random.Below(30),
        TickPermille = random.Below(40),
        TimePercent = 1 + random.Below(10),
        Skew = TimeSpan.FromSeconds(random.Below(1200) - 600),
        StoreComparesTokens = random.Chance(50),
        StragglerPercent = random.Below(30),
    };

    /// <summary>For the real services, whose day has some ten times as many port calls: fewer kills and pauses for each of them.</summary>
    public static FaultProfile DrawForServices(SplitMix random) => Draw(random) with
    {
        KillPermille = random.Below(6),
        PausePermille = random.Below(6),
        TimePercent = random.Below(2),
        Skew = TimeSpan.FromSeconds(random.Below(20) - 10),
    };
}
