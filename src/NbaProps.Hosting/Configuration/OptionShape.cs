using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace NbaProps.Hosting.Configuration;

/// <summary>What kind of option a type is.</summary>
internal enum OptionKind
{
    /// <summary>One text becomes one value.</summary>
    Scalar,

    /// <summary>Keys 0, 1, 2 and so on.</summary>
    List,

    /// <summary>Keys of the user's choice.</summary>
    Dictionary,

    /// <summary>The keys are the properties.</summary>
    Section,
}

/// <summary>Reads options out of types: what can be set, and how.</summary>
internal static class OptionShape
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Cache = new();

    public static OptionKind KindOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when ScalarParser.Knows(plain) => OptionKind.Scalar,
            _ when ValueOf(plain) is not null => OptionKind.Dictionary,
            _ when ElementOf(plain) is not null => OptionKind.List,
            { IsClass: true, IsAbstract: false } when plain.GetConstructor(Type.EmptyTypes) is not null => OptionKind.Section,
            _ => throw new NotSupportedException($"{type} cannot be configured: it is no scalar, list, dictionary or class with a constructor without parameters."),
        };
    }

    /// <summary>The properties that can be set, in the order they are declared.</summary>
    public static PropertyInfo[] PropertiesOf(Type section) => Cache.GetOrAdd(
        section,
        static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.MetadataToken)
            .ToArray());

    /// <summary>The type of a list's elements, or null.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType() : Arguments(type, typeof(List<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IList<>))?[0];

    /// <summary>The type of a string-keyed dictionary's values, or null.</summary>
    public static Type? ValueOf(Type type) =>
        Arguments(type, typeof(Dictionary<,>), typeof(SortedDictionary<,>), typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)) is { } arguments
        && arguments[0] == typeof(string)
            ? arguments[1]
            : null;

    /// <summary>The pairs of a dictionary, whatever its type, in the order of the keys.</summary>
    public static IEnumerable<(string Key, object? Value)> PairsOf(object dictionary) => ((IEnumerable)dictionary).Cast<object>()
        .Select(pair => (
            Key: (string)pair.GetType().GetProperty("Key")!.GetValue(pair)!,
            Value: pair.GetType().GetProperty("Value")!.GetValue(pair)))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Whether null may be said.</summary>
    public static bool AllowsNull(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static Type[]? Arguments(Type type, params Type[] definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments() : null;
}
