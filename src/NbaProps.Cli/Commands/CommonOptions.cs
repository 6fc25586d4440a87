using System.CommandLine;

using NbaProps.Cli.Running;
using NbaProps.Domain.Calendar;
using NbaProps.Hosting.Configuration;
using NbaProps.Simulator.Faults;

namespace NbaProps.Cli.Commands;

/// <summary>Options that commands share, and how their texts are read.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data { get; } = new("--data") { Description = "Folder of the installation; default .nbaprops", Recursive = true };

    public static Option<bool> Json { get; } = new("--json") { Description = "One JSON document on standard output, nothing else", Recursive = true };

    public static Option<string[]> Set { get; } = new("--set") { Description = "A setting: Section:Key=value; may be repeated", Recursive = true };

    public static Option<string?> Config { get; } = new("--config") { Description = "Configuration file; default nbaprops.json in the data folder", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Stack traces with unexpected errors", Recursive = true };

    public static Option<string?> Source() => new("--source") { Description = "Where payloads come from: live, sim[:seed] (a league that never existed), or archive:DIR" };

    public static Option<string[]> Fault() => new("--fault") { Description = "What goes wrong in the simulated league: FEED:KIND:PROBABILITY, such as odds_api_player_points:late:0.1 or *:500:0.02; may be repeated" };

    public static Option<string?> Date(string name, string description) => new(name) { Description = description };

    /// <summary>How often what goes wrong at a source; only a simulated league does what it is told.</summary>
    /// <exception cref="UsageException">The source is another one, or a text is no fault.</exception>
    public static FaultRates FaultsOf(ParseResult parsed, Option<string[]> option, string? source)
    {
        var texts = parsed.GetValue(option) ?? [];
        if (texts.Length > 0 && !SimulatedSource.IsMeant(source))
        {
            throw new UsageException($"{option.Name} is not accepted with {(source is null ? "no --source" : $"--source {source}")}: accepted is --source sim[:seed]");
        }

        return FaultRates.Read(texts, out var rates) is { } problem ? throw new UsageException($"{option.Name}: {problem}") : rates!;
    }

    /// <summary>A required date.</summary>
    public static GameDate DateOf(ParseResult parsed, Option<string?> option) => OptionalDateOf(parsed, option)
        ?? throw new UsageException($"{option.Name} is missing: accepted is a date such as 2022-12-27");

    /// <summary>A date, or null when it was not given.</summary>
    public static GameDate? OptionalDateOf(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return GameDate.TryParse(text, out var date) ? date : throw new UsageException($"{option.Name} {text} is not a date: accepted is a date such as 2022-12-27");
    }

    /// <summary>A required range of dates.</summary>
    public static GameDateRange RangeOf(ParseResult parsed, Option<string?> from, Option<string?> to)
    {
        var (first, last) = (DateOf(parsed, from), DateOf(parsed, to));
        return first <= last ? new GameDateRange(first, last) : throw new UsageException($"--from {first} is after --to {last}: accepted is a first and a last date, in this order");
    }

    /// <summary>What the configuration is read from: the process's environment, and those of the options that it knows.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="data">The folder of the installation where none is given; null for the usual one.</param>
    /// <param name="mode">The mode, where the command has an option for it; null for the configured one.</param>
    public static ConfigurationInputs InputsOf(ParseResult parsed, string? data = null, string? mode = null)
    {
        var arguments = new List<string>();
        foreach (var setting in parsed.GetValue(Set) ?? [])
        {
            arguments.AddRange(["--set", setting]);
        }

        if ((parsed.GetValue(Data) ?? data) is { } folder)
        {
            arguments.AddRange(["--data", folder]);
        }

        if (mode is not null)
        {
            arguments.AddRange(["--set", $"{nameof(NbaPropsOptions.Mode)}={mode}"]);
        }

        if (parsed.GetValue(Config) is { } file)
        {
            arguments.AddRange(["--config", file]);
        }

        return ConfigurationInputs.OfProcess(arguments);
    }
}
