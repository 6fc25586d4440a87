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
        var file = ConfigurationFile.Read(line.File, DirectoryOf(line, variables));
        var given = new NamedProvider("the command line", line.Settings);
        using var root = new ConfigurationRoot([file, new NamedProvider("the environment", variables), given]);
        var options = StrictBinder.Bind<NbaPropsOptions>(root);
        return options.Mode != Mode.Cloud || Exposed([file, given]) is not { Length: > 0 } exposed ? options : throw new ConfigurationException(exposed);
    }

    // A file is copied and committed, a command line is listed by everyone's ps and kept by the shell: on one machine that is its owner's affair.
    private static string[] Exposed(IEnumerable<NamedProvider> sources) =>
    [
        .. from source in sources
           from key in SecretSettings.Keys
           where source.HasValue(key)
           select $"{key} is a secret; accepted in mode cloud: the environment variable {SecretSettings.VariableOf(key)} (from {source.Name})",
    ];

    // The file cannot say where the file is: only what stands above it can.
    private static string DirectoryOf(CommandLine line, IEnumerable<KeyValuePair<string, string?>> variables) =>
        variables.Concat(line.Settings)
            .LastOrDefault(pair => pair.Key.Equals(nameof(NbaPropsOptions.DataDirectory), StringComparison.OrdinalIgnoreCase)).Value
        ?? new NbaPropsOptions().DataDirectory;
}
