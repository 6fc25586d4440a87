using System.Diagnostics.CodeAnalysis;

namespace NbaProps.Domain.Text;

/// <summary>The stored names of an enumeration: one name per member, both ways, ordinal.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
internal sealed class StorageNames<TEnum>
    where TEnum : struct, Enum
{
    private readonly string _what;
    private readonly Dictionary<TEnum, string> _names = [];
    private readonly Dictionary<string, TEnum> _values = new(StringComparer.Ordinal);

    public StorageNames(string what, params (TEnum Value, string Name)[] pairs)
    {
        _what = what;
        foreach (var (value, name) in pairs)
        {
            _names.Add(value, name);
            _values.Add(name, value);
        }

        All = [.. pairs.Select(pair => pair.Value)];
    }

    public IReadOnlyList<TEnum> All { get; }

    public string NameOf(TEnum value)
        => _names.TryGetValue(value, out var name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Not {_what}: accepted are {Accepted}.");

    public bool TryParse([NotNullWhen(true)] string? name, out TEnum value)
    {
        value = default;
        return name is not null && _values.TryGetValue(name, out value);
    }

    public TEnum Parse(string? name) => TryParse(name, out var value) ? value : throw new FormatException(Refusal(name));

    public string Refusal(string? name)
        => name is null ? $"Nothing was given where {_what} is expected." : $"'{name}' is not {_what}: accepted are {Accepted}.";

    private string Accepted => string.Join(", ", All.Select(NameOf));
}
