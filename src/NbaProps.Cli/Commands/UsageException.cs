namespace NbaProps.Cli.Commands;

/// <summary>What was typed cannot be meant: one line that says what was wrong and what is accepted.</summary>
internal sealed class UsageException(string message) : Exception(message);
