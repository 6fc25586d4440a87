namespace NbaProps.Shared.Deployment.Drift;

/// <summary>The name of a commit: forty hexadecimal digits. A shorter one may be another's as well, and counts for none.</summary>
internal static class CommitText
{
    private const int Digits = 40;

    public static bool IsOne(string? text) => text is { Length: Digits } && text.All(char.IsAsciiHexDigit);

    public static bool AreSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
