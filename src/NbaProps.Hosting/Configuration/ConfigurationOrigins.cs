using Microsoft.Extensions.Configuration;

namespace NbaProps.Hosting.Configuration;

/// <summary>Says where a value came from.</summary>
internal static class ConfigurationOrigins
{
    /// <summary>The source that set a key last; null when none of ours did.</summary>
    public static string? OriginOf(this IConfigurationRoot root, string key) =>
        root.Providers.Reverse().OfType<NamedProvider>().FirstOrDefault(provider => provider.Has(key))?.Name;
}

/// <summary>Settings that know their source's name.</summary>
/// <param name="name">For example <c>--set</c> or a file's path.</param>
/// <param name="settings">Keys with colons.</param>
internal sealed class NamedProvider(string name, IEnumerable<KeyValuePair<string, string?>> settings) : ConfigurationProvider
{
    public string Name => name;

    public override void Load()
    {
        foreach (var (key, value) in settings)
        {
            Data[key] = value;
        }
    }

    /// <summary>Whether it has the key, or something below it.</summary>
    public bool Has(string key) =>
        Data.Keys.Any(mine => IsAtOrBelow(mine, key));

    /// <summary>Whether it says something for the key, or for something below it: an empty text and null say nothing.</summary>
    public bool HasValue(string key) => Data.Any(mine => !string.IsNullOrEmpty(mine.Value) && IsAtOrBelow(mine.Key, key));

    private static bool IsAtOrBelow(string mine, string key) =>
        mine.Equals(key, StringComparison.OrdinalIgnoreCase) || mine.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase);
}
