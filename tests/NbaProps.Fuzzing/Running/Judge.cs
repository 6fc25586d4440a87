using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;

namespace NbaProps.Fuzzing.Running;

/// <summary>
/// Says whether what a parser made of a payload is allowed: rows that obey their table, or a refusal in one line that names the payload.
/// </summary>
/// <param name="formatOf">Recognises a payload.</param>
internal sealed class Judge(Func<RawPayload, PayloadFormat> formatOf)
{
    /// <summary>How the payload is called.</summary>
    public const string Path = "fuzzing/payload";

    private static readonly DateTimeOffset AsOf = new GameDate(2025, 1, 8).At(18);

    private readonly RowJudge _rows = new();

    /// <summary>The judge of a source's payloads.</summary>
    public static Judge Of(string source) => new(payload => PayloadCatalog.FormatOf(source, payload));

    /// <summary>What is wrong with what becomes of a payload; null when nothing is.</summary>
    public string? Wrong(byte[] bytes)
    {
        var doing = "recognition";
        try
        {
            using var payload = new RawPayload(Path, bytes);
            var format = formatOf(payload);
            doing = format.Name;
            var reading = format.Read(payload, AsOf);
            return _rows.Wrong(reading.Rows) ?? reading.LeftOut.Select(reason => WrongText($"{doing}: a reason to leave out", reason)).FirstOrDefault(wrong => wrong is not null);
        }
        catch (PermanentException refusal)
        {
            return WrongText($"{doing}: the refusal", refusal.Message)
                ?? (refusal.Message.StartsWith(Path + ":", StringComparison.Ordinal) ? null : $"{doing}: the refusal does not begin with the payload: {refusal.Message}");
        }
        catch (Exception other)
        {
            var where = other.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("NbaProps.RawProcessors", StringComparison.Ordinal))?.Trim();
            return $"{doing}: {other.GetType().Name}: {other.Message.ReplaceLineEndings(" ")} {where?.Split(" in ")[0]}";
        }
    }

    private static string? WrongText(string what, string text) =>
        text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029') ? $"{what} is not one line: {Shown(text)}"
        : RowJudge.HasHalfAPair(text) ? $"{what} has half of a surrogate pair: {Shown(text)}"
        : text.Length > 4_000 ? $"{what} is {text.Length} characters long: {Shown(text)}"
        : null;

    private static string Shown(string text) =>
        string.Concat(text.Take(300).Select(letter => letter is >= ' ' and < '\u007F' ? letter.ToString() : FormattableString.Invariant($"\\u{(int)letter:x4}")));
}
