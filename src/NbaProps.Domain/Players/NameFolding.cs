using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NbaProps.Domain.Players;

/// <summary>Reduces a name to what sources agree on: plain lower-case letters and digits, words separated by one space.</summary>
/// <remarks>
/// The letters are written out here because the services run in invariant globalization mode, where
/// <see cref="string.Normalize()"/> returns its input unchanged: folding by it would make two keys of Dončić and Doncic, without a word.
/// </remarks>
internal static class NameFolding
{
    // Lower-case Latin letters that are one letter and a mark (Unicode blocks Latin-1 to Latin Extended-B and Latin Extended Additional).
    private static readonly (string Plain, string Marked)[] MarkedLetters =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    ];

    // Letters of their own, which no decomposition turns into plain ones: written as English-language sources write them.
    private static readonly (string Plain, string Marked)[] OwnLetters =
    [
        ("d", "đðɖ"), ("l", "łŀ"), ("o", "ø"), ("i", "ıİ"), ("h", "ħ"), ("t", "ŧ"), ("n", "ŋ"), ("k", "ĸ"), ("z", "ƶ"), ("b", "ƀ"), ("g", "ǥ"),
        ("s", "ſ"), ("e", "ə"), ("ss", "ßẞ"), ("ae", "æǣǽ"), ("oe", "œ"), ("th", "þ"), ("ij", "ĳ"), ("dz", "ǆǳ"), ("lj", "ǉ"), ("nj", "ǌ"), ("o", "ǿ"),
    ];

    private static readonly FrozenDictionary<char, string> Plain = MarkedLetters.Concat(OwnLetters)
        .SelectMany(row => row.Marked.Select(letter => KeyValuePair.Create(letter, row.Plain)))
        .ToFrozenDictionary();

    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212");

    /// <summary>The folded name; empty when nothing in it is a letter or a digit. Letters of other scripts stay, in lower case.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var pendingSpace = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || (rune.IsBmp && Hyphens.Contains((char)rune.Value)))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }

            // Combining marks are no letters, so the decomposed form of a letter loses its mark here. Modifier letters are apostrophes in names.
            if (!Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.ModifierLetter)
                continue;

            if (pendingSpace)
                folded.Append(' ');
            pendingSpace = false;
            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(lower.IsBmp && Plain.TryGetValue((char)lower.Value, out var plain) ? plain : lower.ToString());
        }

        return folded.ToString();
    }
}
