namespace NbaProps.Contracts;

/// <summary>Tests that measure the memory of their process: no other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
