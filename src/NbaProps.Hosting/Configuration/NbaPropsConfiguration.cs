using Microsoft.Extensions.Configuration;

namespace NbaProps.Hosting.Configuration;

/// <summary>
/// Reads the options. Sources, the later ones winning: defaults, <c>nbaprops.json</c> in the data directory (or the file that
/// <c>--config</c> names), environment variables that begin with <c>NBAPROPS__</c>, and <c>--set Section:Key=value</c>.
/// </summary>
public static class NbaPropsConfiguration
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "nbaprops.json";

    /// <summary>What environment variables begin with; two underscores stand for a colon.</summary>
    public const string VariablePrefix = "NBAPROPS__";

    /// <summary>Reads and checks everything.</summary>
    /// <param name="inputs">What the process was told.</param>
    /// <exception cref="ConfigurationException">Something is not known, not readable or out of range.</exception>
    public static NbaPropsOptions Load(ConfigurationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var line = CommandLine.Parse(inputs.Arguments);
        var variables = inputs.Environment
            .Where(pair => pair.Key.StartsWith(VariablePrefix, StringComparison.OrdinalIgnoreCase))
            .Select(pair => KeyValuePair.Create(
                pair.Key[VariablePrefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), (string?)pair.Value))
            .ToArray();
        using var root = new ConfigurationRoot(
        [
            ConfigurationFile.Read(line.File, DirectoryOf(line, variables)),
            new NamedProvider("the environment", variables),
            new NamedProvider("the command line", line.Settings),
        ]);
        return StrictBinder.Bind<NbaPropsOptions>(root);
    }

    // The file cannot say where the file is: only what stands above it can.
    private static string DirectoryOf(CommandLine line, IEnumerable<KeyValuePair<string, string?>> variables) =>
        variables.Concat(line.Settings)
            .LastOrDefault(pair => pair.Key.Equals(nameof(NbaPropsOptions.DataDirectory), StringComparison.OrdinalIgnoreCase)).Value
        ?? new NbaPropsOptions().DataDirectory;
}
