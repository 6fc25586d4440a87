namespace NbaProps.Domain.Text;

/// <summary>
/// A struct always has a default. Where that is not a value of the type, reading it is a defect and says so;
/// only equality and hashing take it silently, because collections need them.
/// </summary>
internal static class Unset
{
    public static InvalidOperationException Of<T>()
        => new($"This {typeof(T).Name} was never given a value (it is default({typeof(T).Name})).");
}
