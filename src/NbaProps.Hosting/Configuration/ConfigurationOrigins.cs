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
        Data.ContainsKey(key) || Data.Keys.Any(mine => mine.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));
}
