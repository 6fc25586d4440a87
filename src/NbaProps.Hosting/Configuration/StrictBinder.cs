using Microsoft.Extensions.Configuration;

namespace NbaProps.Hosting.Configuration;

/// <summary>
/// Fills a tree of plain records from configuration, and refuses what it does not understand: a key that nobody reads is a wish that is not
/// granted, and whoever wrote it should hear so.
/// </summary>
public static class StrictBinder
{
    /// <summary>Binds, validates, and reports all problems together.</summary>
    /// <typeparam name="T">The root record: properties with <c>init</c> or <c>set</c>, defaults in the record, data annotations for ranges.</typeparam>
    /// <param name="section">The configuration; a root or a section of it.</param>
    /// <exception cref="ConfigurationException">A key is not known, a value cannot be read or is outside its range.</exception>
    public static T Bind<T>(IConfiguration section)
        where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(section);
        var binding = new Binding(section);
        var options = new T();
        binding.Fill(options, section);
        OptionValidation.Check(options, binding.Prefix, binding.Problems);
        return binding.Problems.Count == 0 ? options : throw new ConfigurationException(binding.Problems.Lines);
    }
}
