using System.Reflection;

namespace NbaProps.Hosting.Configuration;

/// <summary>Which settings are secrets: those marked in the option records, and all below them.</summary>
public static class SecretSettings
{
    /// <summary>What a message says in a secret's place.</summary>
    internal const string NotShown = "a secret that is not shown";

    /// <summary>The keys, with colons, in the order of the records.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. KeysOf(typeof(NbaPropsOptions), string.Empty)];

    /// <summary>Whether a key is a secret's, or one below it. Case does not matter.</summary>
    /// <param name="key">With colons.</param>
    public static bool Contains(string key) => Keys.Any(secret =>
        key.Equals(secret, StringComparison.OrdinalIgnoreCase) || key.StartsWith(secret + ":", StringComparison.OrdinalIgnoreCase));

    /// <summary>The environment variable of a key.</summary>
    /// <param name="key">With colons.</param>
    public static string VariableOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return NbaPropsConfiguration.VariablePrefix + key.Replace(":", "__", StringComparison.Ordinal);
    }

    /// <summary>A text that was to set something, up to the first secret's key in it: what follows there may be the secret, whatever sign stands between.</summary>
    internal static string WithoutValue(string text)
    {
        var ends = from key in Keys
                   from name in new[] { key, key.Replace(":", "__", StringComparison.Ordinal) }
                   let at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase)
                   where at >= 0
                   select at + name.Length;
        return text[..ends.DefaultIfEmpty(text.Length).Min()];
    }

    internal static bool IsSecret(PropertyInfo property) => property.IsDefined(typeof(SecretAttribute), inherit: true);

    // Where it says nothing of what is inside there is no secret: a file's name is not what stands in the file.
    private static IEnumerable<string> KeysOf(Type section, string prefix) => OptionShape.PropertiesOf(section).SelectMany(property =>
        IsSecret(property) ? [prefix + property.Name]
        : OptionShape.KindOf(property.PropertyType) == OptionKind.Section ? KeysOf(property.PropertyType, $"{prefix}{property.Name}:")
        : Enumerable.Empty<string>());
}
