namespace NbaProps;

/// <summary>
/// Tests that run alone: while one of them runs no other of its project does. They take every processor, measure the memory of their process, or listen to what the
/// whole process says, and what they see has to be their own.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>What a test's class names as its collection.</summary>
    public const string Name = "alone";
}
