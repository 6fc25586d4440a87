namespace NbaProps.EndToEnd.Support;

/// <summary>Tests that listen to what the whole process says: while one runs no other does, so that what is heard is its own.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
