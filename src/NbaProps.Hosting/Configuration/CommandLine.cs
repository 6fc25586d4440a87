using System.Globalization;

namespace NbaProps.Hosting.Configuration;

/// <summary>The options that every service process takes on its command line.</summary>
/// <param name="File">The configuration file, or null for the one in the data directory.</param>
/// <param name="Settings">What was set, in order.</param>
internal sealed record CommandLine(string? File, IReadOnlyList<KeyValuePair<string, string?>> Settings)
{
    // The last four are ASP.NET Core's own, which test hosts pass.
    private static readonly string[] Ours = ["--set", "--data", "--config"];
    private static readonly string[] Hosts = ["--environment", "--contentRoot", "--applicationName", "--urls"];

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        string? file = null;
        var settings = new List<KeyValuePair<string, string?>>();
        var problems = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var parts = arguments[index].Split('=', 2);
            var (name, value) = (parts[0], parts.Length == 2 ? parts[1] : null);
            if (!Ours.Contains(name, StringComparer.Ordinal) && !Hosts.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add($"{(name.StartsWith("--", StringComparison.Ordinal) ? SecretSettings.WithoutValue(name) : Position(index))} is not known; accepted: --set Section:Key=value, --data DIR, --config FILE");
                continue;
            }

            if (value is null && ++index < arguments.Count)
            {
                value = arguments[index];
            }

            switch (name, value)
            {
                case (_, null or ""):
                    problems.Add($"{name} needs a value");
                    break;
                case ("--config", _):
                    file = value;
                    break;
                case ("--data", _):
                    settings.Add(KeyValuePair.Create(nameof(NbaPropsOptions.DataDirectory), (string?)value));
                    break;
                case ("--set", _) when value.IndexOf('=', StringComparison.Ordinal) is var sign and > 0:
                    settings.Add(KeyValuePair.Create(value[..sign], (string?)value[(sign + 1)..]));
                    break;
                case ("--set", _):
                    problems.Add($"--set {SecretSettings.WithoutValue(value)} has no equals sign; accepted: --set Section:Key=value");
                    break;
            }
        }

        return problems.Count == 0 ? new(file, settings) : throw new ConfigurationException(problems);
    }

    // What is no option may be a key that was given with a space for its equals sign.
    private static string Position(int index) => string.Create(CultureInfo.InvariantCulture, $"argument {index + 1}");
}
