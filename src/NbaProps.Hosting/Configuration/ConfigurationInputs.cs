using System.Collections;

namespace NbaProps.Hosting.Configuration;

/// <summary>What a process was told from outside.</summary>
public sealed record ConfigurationInputs
{
    /// <summary>The variable in which Cloud Run says the port.</summary>
    internal const string Port = "PORT";

    /// <summary>The variable in which Cloud Run says the service's name; set nowhere else.</summary>
    internal const string CloudRunService = "K_SERVICE";

    /// <summary>The variable in which ASP.NET Core is told its addresses.</summary>
    internal const string Urls = "ASPNETCORE_URLS";

    /// <summary>The command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Looks an environment variable up; null where it is not set or empty.</summary>
    /// <param name="name">Its name.</param>
    public string? Variable(string name) => Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>
    /// The same without what a platform or a shell says about where the process listens: it speaks of one server, and several in one process
    /// would all take it for theirs.
    /// </summary>
    public ConfigurationInputs WithoutAddress() => this with
    {
        Environment = new SortedDictionary<string, string>(
            Environment.Where(pair => pair.Key is not (Port or Urls)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
    };

    /// <summary>This process's own environment with a command line.</summary>
    /// <param name="arguments">The command line.</param>
    public static ConfigurationInputs OfProcess(IReadOnlyList<string> arguments) => new()
    {
        Arguments = arguments,
        Environment = new SortedDictionary<string, string>(
            System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? string.Empty, StringComparer.Ordinal),
            StringComparer.Ordinal),
    };
}
