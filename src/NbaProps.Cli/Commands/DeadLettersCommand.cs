using System.CommandLine;
using System.Globalization;

using NbaProps.Cli.Rendering;
using NbaProps.Shared.Messaging;

namespace NbaProps.Cli.Commands;

/// <summary>What could not be processed: read, edited, sent again. A dead letter leaves only by being sent again.</summary>
internal static class DeadLettersCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The number that list shows" };
    private static readonly Option<string?> Subscription = new("--subscription") { Description = "Only those of one subscription" };
    private static readonly Option<string?> Body = new("--body") { Description = "The message as it should have been, in JSON" };

    public static Command Create(Action<Command, Func<CommandContext, CancellationToken, Task<int>>> bind)
    {
        var list = new Command("list", "What the bus gave up on, oldest first") { Subscription };
        var show = new Command("show", "One, whole") { Id };
        var edit = new Command("edit", "Sends one again with another body") { Id, Body };
        var replay = new Command("replay", "Sends one again as it is") { Id };
        bind(list, ListAsync);
        bind(show, ShowAsync);
        bind(edit, (context, cancellationToken) => SendAsync(context, BodyOf(context), cancellationToken));
        bind(replay, (context, cancellationToken) => SendAsync(context, body: null, cancellationToken));
        return new Command("dead-letters", "What could not be processed") { list, show, edit, replay };
    }

    private static Task<int> ListAsync(CommandContext context, CancellationToken cancellationToken) => context.WithStoresAsync(
        async (stores, _) =>
        {
            var letters = await stores.DeadLetters.ListAsync(context.Parsed.GetValue(Subscription), cancellationToken);
            if (context.Json)
            {
                await JsonOutput.WriteAsync(context.Output, json => DeadLettersJson.Write(json, letters));
            }
            else if (letters.Count == 0)
            {
                await context.Output.WriteLineAsync("There is none.");
            }
            else
            {
                TextTable.Write(context.Output, ["id", "subscription", "given up", "attempts", "error"], letters.Select(letter => new[]
                {
                    TextTable.Text(letter.Id), letter.Subscription, letter.At.ToString("u", CultureInfo.InvariantCulture), TextTable.Text(letter.Attempts), letter.LastError,
                }));
            }

            return ExitCodes.Done;
        },
        cancellationToken);

    private static Task<int> ShowAsync(CommandContext context, CancellationToken cancellationToken) => context.WithStoresAsync(
        async (stores, _) =>
        {
            var letter = await FindAsync(stores.DeadLetters, context, cancellationToken);
            if (context.Json)
            {
                await JsonOutput.WriteAsync(context.Output, json => DeadLettersJson.Write(json, letter));
                return ExitCodes.Done;
            }

            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {letter.Id} of {letter.Subscription}: message {letter.MessageId} on {letter.Topic}, published {letter.PublishedAt:u}, given up {letter.At:u} after {letter.Attempts} attempts
                {letter.LastError}
                {letter.Body}
                """));
            return ExitCodes.Done;
        },
        cancellationToken);

    private static Task<int> SendAsync(CommandContext context, string? body, CancellationToken cancellationToken) => context.WithStoresAsync(
        async (stores, _) =>
        {
            var letters = stores.DeadLetters;
            var letter = await FindAsync(letters, context, cancellationToken);
            var message = await letters.ReplayAsync(letter.Id, body, cancellationToken);
            await (context.Json
                ? JsonOutput.WriteAsync(context.Output, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("message_id", message);
                    json.WriteEndObject();
                })
                : context.Output.WriteLineAsync($"published to {letter.Subscription} as message {message}; whoever dispatches this folder pushes it"));
            return ExitCodes.Done;
        },
        cancellationToken);

    private static async Task<DeadLetter> FindAsync(IDeadLetters letters, CommandContext context, CancellationToken cancellationToken)
    {
        var asked = context.Parsed.GetValue(Id)!;
        var letter = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await letters.GetAsync(id, cancellationToken) : null;
        return letter ?? throw new UsageException($"There is no dead letter {asked.ReplaceLineEndings(" ")}: accepted is a number that nbaprops dead-letters list shows");
    }

    private static string BodyOf(CommandContext context) =>
        context.Parsed.GetValue(Body) ?? throw new UsageException("--body is missing: accepted is the message as it should have been, in JSON");
}
