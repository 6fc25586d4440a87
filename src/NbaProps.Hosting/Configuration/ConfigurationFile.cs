using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace NbaProps.Hosting.Configuration;

/// <summary>Reads <c>nbaprops.json</c>.</summary>
internal static class ConfigurationFile
{
    /// <summary>The settings of the named file, or of the one in the data directory; none where that one is absent.</summary>
    public static NamedProvider Read(string? named, string directory)
    {
        var path = named ?? Path.Combine(directory, NbaPropsConfiguration.FileName);
        if (named is null && !File.Exists(path))
        {
            return new(path, []);
        }

        try
        {
            using var stream = File.OpenRead(path);
            var parser = new JsonStreamConfigurationProvider(new JsonStreamConfigurationSource { Stream = stream });
            using var root = new ConfigurationRoot([parser]);
            return new(path, root.AsEnumerable().Where(pair => parser.TryGet(pair.Key, out _)).ToArray());
        }
        catch (Exception failure) when (failure is FormatException or InvalidDataException or System.Text.Json.JsonException)
        {
            throw new ConfigurationException([$"{path} is no JSON object of settings: {(failure.InnerException ?? failure).Message}".ReplaceLineEndings(" ")]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{path} cannot be read: {failure.Message}"]);
        }
    }
}
