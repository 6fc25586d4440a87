namespace NbaProps.Cli.Commands;

/// <summary>Asks a person before something is changed.</summary>
internal static class Consent
{
    /// <summary>Whether somebody is there to be asked.</summary>
    public static bool CanBeAsked => !Console.IsInputRedirected;

    /// <summary>Asks; everything but a plain yes is a no.</summary>
    public static async Task<bool> AskAsync(TextWriter question, TextReader answer, CancellationToken cancellationToken)
    {
        await question.WriteAsync("Do it? [y/N] ");
        await question.FlushAsync(cancellationToken);
        return (await answer.ReadLineAsync(cancellationToken))?.Trim() is "y" or "Y" or "yes";
    }
}
