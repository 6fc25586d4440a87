using System.Collections;
using System.Globalization;
using System.Reflection;

using Microsoft.Extensions.Configuration;

namespace NbaProps.Hosting.Configuration;

/// <summary>One walk of <see cref="StrictBinder"/> over a configuration.</summary>
internal sealed class Binding(IConfiguration start)
{
    private static readonly MethodInfo Clone =
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public ProblemList Problems { get; } = new(key => (start as IConfigurationRoot)?.OriginOf(key));

    /// <summary>What stands before every key: empty at the root, else the section's path and a colon.</summary>
    public string Prefix => start is IConfigurationSection section ? section.Path + ":" : string.Empty;

    public void Fill(object target, IConfiguration section)
    {
        var properties = OptionShape.PropertiesOf(target.GetType());
        foreach (var child in section.GetChildren())
        {
            var property = properties.FirstOrDefault(candidate => candidate.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                Unknown(child, section, properties);
            }
            else if (TryRead(child, property.PropertyType, OptionShape.AllowsNull(property), SecretSettings.IsSecret(property), property.GetValue(target), out var value))
            {
                property.SetValue(target, value);
            }
        }
    }

    private void Unknown(IConfigurationSection child, IConfiguration section, PropertyInfo[] properties)
    {
        var names = properties.Select(property => property.Name).ToArray();
        var place = section is IConfigurationSection { Path: var path } ? $"in {path}" : "at the top";
        var meant = NearestMatch.Of(child.Key, names) is { } name ? $"; did you mean {name}?" : string.Empty;
        Problems.Add(child.Path, $"is not known; accepted {place}: {string.Join(", ", names)}{meant}");
    }

    private bool TryRead(IConfigurationSection child, Type type, bool allowsNull, bool isSecret, object? before, out object? value)
    {
        var kind = OptionShape.KindOf(type);
        if (kind != OptionKind.Scalar && !string.IsNullOrEmpty(child.Value))
        {
            Problems.Add(child.Path, "is a section and takes no value of its own");
            value = null;
            return false;
        }

        switch (kind)
        {
            case OptionKind.Scalar:
                return TryScalar(child, Nullable.GetUnderlyingType(type) ?? type, allowsNull, isSecret, out value);
            case OptionKind.List:
                value = List(child, type, OptionShape.ElementOf(type)!);
                return true;
            case OptionKind.Dictionary:
                value = Dictionary(child, type, OptionShape.ValueOf(type)!, before);
                return true;
            default:
                value = Section(child, type, before);
                return true;
        }
    }

    private bool TryScalar(IConfigurationSection child, Type type, bool allowsNull, bool isSecret, out object? value)
    {
        value = null;
        if (child.GetChildren().FirstOrDefault() is { } inner)
        {
            // Below a secret's key may stand the secret, given with a colon for the equals sign.
            Problems.Add(isSecret ? child.Path : inner.Path, $"is not known{(isSecret ? " with something below it" : string.Empty)}: {child.Path} is {ScalarParser.Accepted(type)}, not a section");
            return false;
        }

        if (string.IsNullOrEmpty(child.Value))
        {
            if (!allowsNull)
            {
                Problems.Add(child.Path, $"is empty; accepted: {ScalarParser.Accepted(type)}");
            }

            return allowsNull;
        }

        value = ScalarParser.Parse(type, child.Value);
        if (value is null)
        {
            Problems.Add(child.Path, $"is {(isSecret ? SecretSettings.NotShown : $"\"{child.Value}\"")}; accepted: {ScalarParser.Accepted(type)}");
        }

        return value is not null;
    }

    // A default may be an instance that others share: what is changed is a copy.
    private object Section(IConfigurationSection child, Type type, object? before)
    {
        var section = before is null ? Activator.CreateInstance(type)! : Clone.Invoke(before, null)!;
        Fill(section, child);
        return section;
    }

    private object List(IConfigurationSection child, Type type, Type element)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in child.GetChildren())
        {
            if (!int.TryParse(item.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                Problems.Add(item.Path, $"is not known; accepted in {child.Path}: the positions 0, 1, 2 and so on");
            }
            else if (TryRead(item, element, allowsNull: false, isSecret: false, before: null, out var value))
            {
                list.Add(value);
            }
        }

        if (!type.IsArray)
        {
            return list;
        }

        var array = Array.CreateInstance(element, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    // Keys that are given join those of the default.
    private object Dictionary(IConfigurationSection child, Type type, Type element, object? before)
    {
        var target = type.IsInterface ? typeof(SortedDictionary<,>).MakeGenericType(typeof(string), element) : type;
        var dictionary = (IDictionary)Activator.CreateInstance(target, StringComparer.OrdinalIgnoreCase)!;
        foreach (var (key, value) in before is null ? [] : OptionShape.PairsOf(before))
        {
            dictionary[key] = value;
        }

        foreach (var item in child.GetChildren())
        {
            if (TryRead(item, element, allowsNull: false, isSecret: false, dictionary.Contains(item.Key) ? dictionary[item.Key] : null, out var value))
            {
                dictionary[item.Key] = value;
            }
        }

        return dictionary;
    }
}
