using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NbaProps;

/// <summary>
/// What Shouldly says of the elements of a sequence, with the condition as a delegate. Shouldly takes an expression and compiles it at each call, a millisecond of
/// processor time: of properties and of loops over every real game it was the larger part. This namespace encloses those of the tests, so that these are
/// found before Shouldly's.
/// </summary>
internal static class PredicateAssertions
{
    private const int MostShown = 10;

    /// <summary>Each element keeps the condition.</summary>
    public static void ShouldAllBe<T>(
        [NotNull] this IEnumerable<T>? actual,
        Func<T, bool> elementPredicate,
        string? customMessage = null,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerArgumentExpression(nameof(elementPredicate))] string condition = "")
    {
        var elements = Elements(actual, what);
        var others = elements.Where(element => !elementPredicate(element)).ToArray();
        Require(others.Length == 0, $"{what} should all be {condition}, but {others.Length} of {elements.Length} were not:", others, customMessage);
    }

    /// <summary>Some element keeps the condition.</summary>
    public static void ShouldContain<T>(
        [NotNull] this IEnumerable<T>? actual,
        Func<T, bool> elementPredicate,
        string? customMessage = null,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerArgumentExpression(nameof(elementPredicate))] string condition = "")
    {
        var elements = Elements(actual, what);
        Require(elements.Any(elementPredicate), $"{what} should have one that is {condition}, but of {elements.Length} none was:", elements, customMessage);
    }

    /// <summary>No element keeps the condition.</summary>
    public static void ShouldNotContain<T>(
        [NotNull] this IEnumerable<T>? actual,
        Func<T, bool> elementPredicate,
        string? customMessage = null,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerArgumentExpression(nameof(elementPredicate))] string condition = "")
    {
        var found = Elements(actual, what).Where(elementPredicate).ToArray();
        Require(found.Length == 0, $"{what} should have none that is {condition}, but {found.Length} were:", found, customMessage);
    }

    private static T[] Elements<T>([NotNull] IEnumerable<T>? actual, string what) =>
        actual?.ToArray() ?? throw new ShouldAssertException($"{what} should be a sequence, but was null");

    private static void Require<T>(bool holds, string told, T[] elements, string? customMessage)
    {
        if (!holds)
        {
            var shown = elements.Take(MostShown).Select(element => Convert.ToString(element, CultureInfo.InvariantCulture) ?? "null");
            throw new ShouldAssertException(string.Join('\n', [told, .. shown, .. customMessage is null ? [] : new[] { customMessage }]));
        }
    }
}
