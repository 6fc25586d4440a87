using System.Collections.Frozen;

namespace NbaProps.Simulator.Books;

/// <summary>Names as books type them: letters without marks, everything else as it is.</summary>
internal static class PlainLetters
{
    private static readonly FrozenDictionary<char, char> Plain =
        "ĐD đd ŁL łl ØO øo ŠS šs ćc čc řr áa úu üu öo ñn çc ıi ée íi äa".Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static string Of(string name) => string.Concat(name.Select(letter => Plain.GetValueOrDefault(letter, letter)));
}
