using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NbaProps.Domain.Text;

namespace NbaProps.Domain.Teams;

/// <summary>One of the thirty teams, as the league's own three letters.</summary>
/// <remarks>
/// Teams of All-Star week-end and foreign clubs of the pre-season are not among them. <c>default(TeamTricode)</c> is no team: every use of
/// it except equality throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<TeamTricode>))]
public readonly record struct TeamTricode : IComparable<TeamTricode>, ITextValue<TeamTricode>
{
    private readonly string? _code;

    internal TeamTricode(string code) => _code = code;

    static string ITextValue<TeamTricode>.Accepted => $"a team ({string.Join(", ", All)})";

    /// <summary>The thirty teams in alphabetical order.</summary>
    public static IReadOnlyList<TeamTricode> All { get; } = [.. TeamTable.Rows.Select(team => team.Code).Order()];

    /// <summary>The three letters.</summary>
    public string Value => _code ?? throw Unset.Of<TeamTricode>();

    /// <summary>Reads the league's three letters in upper case. For other spellings, use <see cref="TeamSpellings"/>.</summary>
    /// <exception cref="FormatException">The text is none of the thirty.</exception>
    public static TeamTricode Parse(string text) => TextValue.Parse<TeamTricode>(text);

    /// <summary>Reads the league's three letters in upper case; false when the text is anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TeamTricode value)
        => TeamSpellings.TryResolve(TeamSource.NbaTricode, text, out value);

    /// <summary>Orders alphabetically.</summary>
    public int CompareTo(TeamTricode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The three letters.</summary>
    public override string ToString() => Value;
}
