using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace NbaProps.Hosting.Configuration;

/// <summary>Enforces the data annotations of a tree of options.</summary>
internal static class OptionValidation
{
    /// <summary>Checks an object and all that hangs from it.</summary>
    public static void Check(object options, string prefix, ProblemList problems)
    {
        foreach (var property in OptionShape.PropertiesOf(options.GetType()))
        {
            var key = prefix + property.Name;
            var value = property.GetValue(options);
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>(inherit: true))
            {
                var context = new ValidationContext(options) { MemberName = property.Name, DisplayName = key };
                if (rule.GetValidationResult(value, context) is { } failure)
                {
                    problems.Add(key, Sentence(rule, value, SecretSettings.IsSecret(property), failure));
                }
            }

            Descend(property.PropertyType, value, key, problems);
        }

        if (options is IValidatableObject self)
        {
            foreach (var failure in self.Validate(new ValidationContext(options)))
            {
                problems.Add(prefix + (failure.MemberNames.FirstOrDefault() ?? string.Empty), failure.ErrorMessage ?? "is not valid");
            }
        }
    }

    /// <summary>What a rule accepts, in words; null where it has none of ours.</summary>
    public static string? Accepted(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => $"{Bound(range, range.Minimum)} to {Bound(range, range.Maximum)}",
        AllowedValuesAttribute allowed => string.Join(", ", allowed.Values.Select(ScalarParser.Write)),
        RequiredAttribute => "a value",
        MinLengthAttribute least => $"at least {least.Length}",
        RegularExpressionAttribute pattern => $"what matches {pattern.Pattern}",
        _ => null,
    };

    private static string Sentence(ValidationAttribute rule, object? value, bool isSecret, ValidationResult failure) =>
        Accepted(rule) is { } accepted ? $"is {(isSecret ? SecretSettings.NotShown : Shown(value))}; accepted: {accepted}" : $"is not accepted: {failure.ErrorMessage}";

    private static string Shown(object? value) => value switch
    {
        string { Length: 0 } => "empty",
        string text => $"\"{text}\"",
        ICollection { Count: 0 } => "empty",
        _ => ScalarParser.Write(value),
    };

    // The bounds of a range by type are texts until the attribute is used; both forms should read the same.
    private static string Bound(RangeAttribute range, object bound) =>
        bound is string text && ScalarParser.Knows(range.OperandType) && ScalarParser.Parse(range.OperandType, text) is { } value
            ? ScalarParser.Write(value)
            : ScalarParser.Write(bound);

    private static void Descend(Type type, object? value, string key, ProblemList problems)
    {
        if (value is null)
        {
            return;
        }

        switch (OptionShape.KindOf(type))
        {
            case OptionKind.Section:
                Check(value, key + ":", problems);
                break;
            case OptionKind.List:
                var position = 0;
                foreach (var item in (IEnumerable)value)
                {
                    Descend(OptionShape.ElementOf(type)!, item, $"{key}:{position++}", problems);
                }

                break;
            case OptionKind.Dictionary:
                foreach (var pair in OptionShape.PairsOf(value))
                {
                    Descend(OptionShape.ValueOf(type)!, pair.Value, $"{key}:{pair.Key}", problems);
                }

                break;
            case OptionKind.Scalar:
                break;
        }
    }
}
