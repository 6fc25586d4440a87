namespace NbaProps.Hosting.Configuration;

/// <summary>A configuration that cannot be used. The message has one line per problem, and all problems.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Reports problems.</summary>
    /// <param name="problems">One sentence each, on one line: which key, what it is, what is accepted.</param>
    public ConfigurationException(IReadOnlyList<string> problems)
        : base(string.Join('\n', problems))
    {
        Problems = problems;
    }

    /// <summary>The problems, in the order of the keys.</summary>
    public IReadOnlyList<string> Problems { get; }
}
