using System.Diagnostics.CodeAnalysis;

namespace NbaProps.Domain.Text;

/// <summary>
/// A value with exactly one written form, which is also how it is stored and sent.
/// <c>ToString()</c> writes it and <see cref="TryParse"/> reads it back to an equal value.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ITextValue<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>What is accepted, as the end of the sentence "'x' is not …".</summary>
    static abstract string Accepted { get; }

    /// <summary>Reads the written form; false, and a default, when the text is not one.</summary>
    /// <param name="text">The text; null is never accepted.</param>
    /// <param name="value">The value read.</param>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf value);
}
