using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

using NbaProps.Hosting.Configuration;

namespace NbaProps.Cli.Commands;

/// <summary>What the parser refused, in one line: what was wrong and what is accepted.</summary>
internal static class WrongUsage
{
    /// <summary>The line for the first error of a command line.</summary>
    /// <param name="parsed">A command line with errors.</param>
    public static string LineOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult option => OfOption(option),
            ArgumentResult { Parent: OptionResult option } => OfOption(option),
            ArgumentResult argument => $"{argument.Argument.Name} is missing: accepted is {Lower(argument.Argument.Description)}",
            _ when parsed.UnmatchedTokens.Count > 0 => Unknown(parsed, command, parsed.UnmatchedTokens[0]),
            _ when command.Subcommands.Count > 0 => $"A command is missing: accepted are {List(command.Subcommands)}. See: {Help(command)}",
            _ => $"{error.Message.ReplaceLineEndings(" ")} See: {Help(command)}",
        };
    }

    private static string OfOption(OptionResult result)
    {
        var name = result.Option.Name;
        if (result.IdentifierTokenCount > 1)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{name} was given {result.IdentifierTokenCount} times: accepted is once");
        }

        if (result.Tokens.Count == 0)
        {
            return $"{name} needs a value: accepted is {Lower(result.Option.Description)}";
        }

        var accepted = (Nullable.GetUnderlyingType(result.Option.ValueType) ?? result.Option.ValueType) switch
        {
            var type when type == typeof(int) => "a whole number",
            var type when type == typeof(double) => "a number",
            _ => Lower(result.Option.Description),
        };
        return $"{name} {result.Tokens[0].Value} is not accepted: accepted is {accepted}";
    }

    private static string Unknown(ParseResult parsed, Command command, string token)
    {
        var isOption = token.StartsWith('-');
        var words = isOption || command.Subcommands.Count == 0 ? OptionsOf(parsed).ToArray() : command.Subcommands.Select(sub => sub.Name).ToArray();
        var with = command is RootCommand ? string.Empty : $" with {command.Name}";
        var meant = NearestMatch.Of(token, words) is { } name ? $"; did you mean {name}?" : string.Empty;
        return $"{token.ReplaceLineEndings(" ")} is not known: accepted{with} are {string.Join(", ", words)}{meant}";
    }

    // Those of the command itself first, then those of all commands.
    private static IEnumerable<string> OptionsOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return command.Options.Concat(command is RootCommand ? [] : parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Where(option => !option.Hidden)
            .Select(option => option.Name);
    }

    private static string List(IEnumerable<Command> commands) => string.Join(", ", commands.Select(command => command.Name));

    private static string Help(Command command) => command is RootCommand ? "nbaprops --help" : $"nbaprops {command.Name} --help";

    private static string Lower(string? description) => description is { Length: > 0 } ? char.ToLowerInvariant(description[0]) + description[1..] : "one";
}
