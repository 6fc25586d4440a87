using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Contracts;

/// <summary>
/// What a payload must have before it is taken for one: fields with their types, and how many of something. A source that changed is found here, once,
/// with the field's name.
/// </summary>
/// <param name="accepted">The payload in words.</param>
/// <param name="fields">
/// Places as <c>game.actions[].actionNumber:number</c>: names with points between, <c>[]</c> for every item, after the colon text, number, flag, array or
/// object, or <c>text or null</c> for one that must be there; a question mark for one that may be null or absent.
/// </param>
public sealed partial class PayloadContract(string accepted, params IReadOnlyList<string> fields)
{
    private readonly ContractField[] _fields = [.. fields.Select(ContractField.Parse)];

    /// <summary>The payload in words.</summary>
    public string Accepted => accepted;

    /// <summary>Items without which the page is not whole; null for none.</summary>
    public (string Where, int Fewest)? AtLeast { get; init; }

    /// <summary>Result sets of the league's statistics, looked at once the fields are there.</summary>
    internal IReadOnlyList<TableContract> Tables { get; init; } = [];

    /// <summary>What no two things may have in common; none for nothing.</summary>
    public IReadOnlyList<DistinctValues> Distinct { get; init; } = [];

    /// <summary>Refuses a payload that is not as it must be.</summary>
    internal void Check(PayloadCheck check, FetchedPayload payload)
    {
        using var json = check.Json(payload);
        foreach (var field in _fields)
        {
            if (field.FirstBroken(json.RootElement) is { } broken)
            {
                throw check.Changed($"JSON whose {broken.Where} is {broken.Was}; accepted is {broken.Accepted}", broken.OfEvery());
            }
        }

        foreach (var table in Tables)
        {
            table.Check(check, json.RootElement);
        }

        foreach (var values in Distinct)
        {
            if (values.FirstRepeated(json.RootElement) is var (where, value))
            {
                // The source is as it was and says too much: the next attempt may get it right.
                throw check.Unexpected($"JSON whose {where} is {value} more than once");
            }
        }

        if (AtLeast is { } count && ContractField.Parse(count.Where + ":array").Count(json.RootElement) is var there && there < count.Fewest)
        {
            throw check.Changed(
                string.Create(CultureInfo.InvariantCulture, $"JSON whose {count.Where} has {there} items, at least {count.Fewest} are expected"),
                new ContractBreak(count.Where, string.Create(CultureInfo.InvariantCulture, $"{there} items long"), string.Create(CultureInfo.InvariantCulture, $"at least {count.Fewest} items")));
        }
    }

    /// <summary>The first place of a payload that is not as it must be.</summary>
    private sealed partial record BrokenField(string Where, string Was, string Accepted)
    {
        /// <summary>Without positions, so that all that break alike are one break.</summary>
        public ContractBreak OfEvery() => new(Positions().Replace(Where, "[]"), Was, Accepted);

        [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Positions();
    }

    private sealed record ContractField(string[] Steps, string Kind, bool Optional)
    {
        public static ContractField Parse(string text)
        {
            var colon = text.LastIndexOf(':');
            var kind = text[(colon + 1)..];
            return new ContractField(text[..colon].Split('.'), kind.TrimEnd('?'), kind.EndsWith('?'));
        }

        public BrokenField? FirstBroken(JsonElement root) => FirstBroken(root, 0, string.Empty);

        public int Count(JsonElement root)
        {
            foreach (var step in Steps)
            {
                if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(step, out root))
                {
                    return 0;
                }
            }

            return root.ValueKind == JsonValueKind.Array ? root.GetArrayLength() : 0;
        }

        private BrokenField? FirstBroken(JsonElement element, int step, string where)
        {
            if (step == Steps.Length)
            {
                return Fits(element) || (Optional && element.ValueKind == JsonValueKind.Null) ? null : new BrokenField(Named(where), Shown(element), Word);
            }

            var isList = Steps[step].EndsWith("[]", StringComparison.Ordinal);
            var name = isList ? Steps[step][..^2] : Steps[step];
            var inside = element;
            var at = where;
            if (name.Length > 0)
            {
                at = where.Length == 0 ? name : $"{where}.{name}";
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out inside))
                {
                    return Optional && step == Steps.Length - 1 ? null : new BrokenField(at, "missing", isList ? "an array" : step == Steps.Length - 1 ? Word : "an object");
                }
            }

            return isList ? FirstBrokenItem(inside, step, at) : FirstBroken(inside, step + 1, at);
        }

        private BrokenField? FirstBrokenItem(JsonElement array, int step, string where)
        {
            if (array.ValueKind != JsonValueKind.Array)
            {
                return new BrokenField(Named(where), Shown(array), "an array");
            }

            var index = 0;
            foreach (var item in array.EnumerateArray())
            {
                if (FirstBroken(item, step + 1, string.Create(CultureInfo.InvariantCulture, $"{where}[{index}]")) is { } broken)
                {
                    return broken;
                }

                index++;
            }

            return null;
        }

        private static string Named(string where) => where.Length == 0 ? "root" : where;

        private string Word => Kind switch
        {
            "array" => "an array",
            "object" => "an object",
            "flag" => "true or false",
            _ => $"a {Kind}",
        };

        private bool Fits(JsonElement element) => Kind switch
        {
            "text" => element.ValueKind == JsonValueKind.String,
            "text or null" => element.ValueKind is JsonValueKind.String or JsonValueKind.Null,
            "number" => element.ValueKind == JsonValueKind.Number,
            "flag" => element.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => element.ValueKind == JsonValueKind.Array,
            "object" => element.ValueKind == JsonValueKind.Object,
            _ => throw new InvalidOperationException($"A contract knows no {Kind}."),
        };

        private static string Shown(JsonElement element)
        {
            var raw = element.GetRawText();
            return raw.Length <= 40 ? raw : raw[..40] + "…";
        }
    }
}
