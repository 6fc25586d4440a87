namespace NbaProps.Domain.Text;

/// <summary>What every <see cref="ITextValue{TSelf}"/> has in common.</summary>
public static class TextValue
{
    /// <summary>Reads the written form of a value.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not one; the message names it and what is accepted.</exception>
    public static T Parse<T>(string? text)
        where T : struct, ITextValue<T>
        => T.TryParse(text, out var value) ? value : throw new FormatException(Refusal<T>(text));

    internal static string Refusal<T>(string? text)
        where T : struct, ITextValue<T>
        => text is null ? $"Nothing was given where {T.Accepted} is expected." : $"'{text}' is not {T.Accepted}.";
}
