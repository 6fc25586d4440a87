namespace NbaProps.Chaos;

/// <summary>Tests of seeds that run alone: while one runs no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
