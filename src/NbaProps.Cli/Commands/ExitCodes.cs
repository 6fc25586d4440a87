namespace NbaProps.Cli.Commands;

/// <summary>What the exit code says; scripts depend on it.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int WrongUsage = 2;

    /// <summary>Done, but a gate blocked or a check failed.</summary>
    public const int CheckFailed = 3;
}
