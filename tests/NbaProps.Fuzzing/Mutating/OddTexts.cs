using System.Text;

namespace NbaProps.Fuzzing.Mutating;

/// <summary>What parsers do not expect, ready to be put somewhere.</summary>
internal static class OddTexts
{
    /// <summary>As values in JSON; the last ones are none.</summary>
    public static IReadOnlyList<byte[]> Values { get; } = Bytes(
    [
        "null", "true", "false", "0", "-0", "-1", "1", "2", "3", "4", "7", "48", "100", "300", "301", "1.5", "5.0", "0.1e1", "1e2", "1e400", "-1e400", "1e-400", "1E+28", "99999999999", "-99999999999",
        "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "79228162514264337593543950335", "123456789012345678901234567890123456789",
        "3.14159265358979323846264338327950288", "1610612752", "\"\"", "\" \"", "\"x\"", "\"-\"", "\"NaN\"", "\"Infinity\"", "\"-1\"", "\"+5\"", "\"1e3\"", "\"0x10\"", "\"1,000\"", "\"٣\"",
        "\"00:00\"", "\"10:00\"", "\"99:99\"", "\"-1:30\"", "\"PT\"", "\"PT12M00.00S\"", "\"PT99999999999M00.00S\"", "\"PT00M-1.00S\"", "\"P1Y\"", "\"0000-00-00T00:00:00\"", "\"9999-12-31T23:59:59-14:00\"",
        "\"0001-01-01T00:00:00+14:00\"", "\"2024-02-30\"", "\"2024-01-15\"", "\"2024-01-15T19:30:00Z\"", "\"01/01/0001\"", "\"12/31/9999\"", "\"2006-12-31\"", "\"1-2\"", "\"12-5\"", "\"-5-5\"", "\"6-12\"",
        "\"PHI\"", "\"phi\"", "\"BOS vs. BOS\"", "\"BOS @ NYK\"", "\"0022400500\"", "\"9999999999\"", "\"0000000000\"", "\"22400500\"", "\"Nene\"", "\"Jr.\"", "\"Ann Able Jr. III\"", "\"O'Neal\"", "\"Dončić\"",
        "\"\\u0000\"", "\"a\\nb\"", "\"a\\r\\nb: c\"", "\"a\\u2028b\"", "\"a\\u0085b\"", "\"\\u001b[31mred\"", "\"\\ud800\"", "\"\\udc00 low\"", "\"Ann \\ud83d\"", "\"\\ud83d\\ude00 Able\"", "\"A\\u0301nn Able\"",
        "\"\\u202eelbA\"", "\"\uFEFFAnn\"", "\"ﬁ ß İ ı\"", "\"<script>\"", "\"%s{0}{{\"", "[]", "{}", "[{}]", "[[]]", "[null]", "[\n1,\n2\n]", "{\n\"a\\nb\": 1\n}", "{\"\\ud800\":1}", "{\"\":{}}",
        Deep('[', ']', 30), Deep('[', ']', 62), Deep('[', ']', 70), Nested(40), $"\"{new string('x', 5_000)}\"", new string('9', 400), $"\"{new string('7', 400)}\"", $"\"{string.Concat(Enumerable.Repeat("😀", 60))}\"",
        "NaN", "Infinity", "undefined", "'x'", "01", "+1", ".5", "\"", string.Empty,
    ]);

    /// <summary>As names of properties, with their quotes.</summary>
    public static IReadOnlyList<byte[]> Names { get; } = Bytes(
    [
        "\"\"", "\"x\"", "\"\\ud800\"", "\"\\udfff y\"", "\"a\\nb\"", "\"\\u0000\"", "\"\\u001b[2J\"", "\"😀\"", "\"__proto__\"", "\"data\"", "\"resultSets\"", "\"name\"", "\"headers\"", "\"rowSet\"", "\"game\"",
        "\"id\"", "\"$type\"", $"\"{new string('n', 3_000)}\"", "x", "1",
    ]);

    /// <summary>As cells and words of lines.</summary>
    public static IReadOnlyList<byte[]> Words { get; } = Bytes(
    [
        string.Empty, " ", "   ", "\"", "\"\"", "\"a\nb\"", "\"a,b\"", "\"a", ",", ",,", ";", "\t", "\f", "\r", "\r\n", "\u0085", "\u2028", "\0", "-", "--", "0", "-1", "1", "7", "48", "100", "999", "1e400", "NaN", "∞", "1.5", "+4",
        "2147483648", "99999999999999999999", "0:11:44", "0:12:01", "-0:01:00", "24:00:00", "99:99", "240:00", "2024-02-30", "2006-01-01", "9999-12-31", "13/45/2024", "01/04/2024", "07:30 (ET)", "MIL@SAS", "XXX@YYY",
        "PHI", "Out", "DNP", "DNP -", "NWT - ", "DND", "Inactive:", "Inactive: Grizzlies - ", "HOME:", "VISITOR:", "Officials:", "NOT YET SUBMITTED", "Page 1 of 1", "Page 9 of 2", "(", ")", "((((((((((", "))))))", "%", "#", "#1 ",
        "Jr.", "made", "missed", "shot", "free throw", "jump ball", "unknown", "Ann A", "201939 Ann", "1A", "<script>", "</script>", "\uFEFF", "é", "😀", "\u0301", "\u202e", new string('x', 3_000), new string('(', 400), new string(' ', 2_000), new string('9', 400),
    ]);

    private static string Deep(char open, char close, int times) => new string(open, times) + new string(close, times);

    private static string Nested(int times) => string.Concat(Enumerable.Repeat("{\"a\":", times)) + "1" + new string('}', times);

    private static IReadOnlyList<byte[]> Bytes(string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
