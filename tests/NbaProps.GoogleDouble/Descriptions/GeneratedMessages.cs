using System.Text.Json;
using System.Text.RegularExpressions;

namespace NbaProps.GoogleDouble.Descriptions;

/// <summary>The messages of a generated file.</summary>
internal sealed partial class GeneratedMessages
{
    // By class; what is inside another stands as Outer.Inner.
    private readonly Dictionary<string, Dictionary<string, (string Kind, string Type, bool Repeated)>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _words = new(StringComparer.Ordinal);

    public GeneratedMessages(string text)
    {
        var path = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (Class().Match(line) is { Success: true } found)
            {
                path = [.. path.Take(found.Groups["indent"].Length / 2), found.Groups["name"].Value];
                _fields[string.Join('.', path)] = [];
                _words[string.Join('.', path)] = [];
            }
            else if (Field().Match(line) is { Success: true } field)
            {
                var owner = string.Join('.', path = [.. path.Take(field.Groups["indent"].Length / 2)]);
                _fields[owner][field.Groups["name"].Value] = (field.Groups["kind"].Value, field.Groups["type"].Value, field.Groups["rest"].Value.Contains("repeated=True", StringComparison.Ordinal));
            }
            else if (Word().Match(line) is { Success: true } word && path.Count > 0)
            {
                _words[string.Join('.', path)].Add(word.Groups["name"].Value);
            }
        }

        foreach (Match renamed in Renamed().Matches(text))
        {
            var fields = _fields[renamed.Groups["class"].Value];
            if (fields.Remove(renamed.Groups["name"].Value, out var field))
                fields[renamed.Groups["json"].Value] = field;
        }
    }

    /// <summary>The class of a field.</summary>
    public string TypeOf(string message, string field) => _fields[message][field].Type;

    public void Judge(JsonElement value, string message, string where, List<string> objections)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            objections.Add($"{where} is {value.ValueKind}, described as {message}");
            return;
        }

        var fields = _fields[message];
        foreach (var field in value.EnumerateObject())
        {
            if (fields.TryGetValue(field.Name, out var described))
                Judge(field.Value, message, described, $"{where}.{field.Name}", objections);
            else if (fields.ContainsKey("additionalProperties"))
                Judge(field.Value, message, _fields[$"{message}.AdditionalProperty"]["value"], $"{where}.{field.Name}", objections);
            else
                objections.Add($"unknown field {where}.{field.Name}");
        }
    }

    private void Judge(JsonElement value, string owner, (string Kind, string Type, bool Repeated) described, string where, List<string> objections)
    {
        if (described.Repeated)
        {
            if (value.ValueKind != JsonValueKind.Array)
                objections.Add($"{where} is {value.ValueKind}, described as a list");
            foreach (var (element, at) in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((element, at) => (element, at)) : [])
                Judge(element, owner, described with { Repeated = false }, $"{where}[{at}]", objections);
            return;
        }

        if (described.Kind == "Message")
        {
            var type = _fields.ContainsKey($"{owner}.{described.Type}") ? $"{owner}.{described.Type}" : described.Type;
            if (_fields.ContainsKey(type))
                Judge(value, type, where, objections);
            return;
        }

        var fits = described.Kind switch
        {
            "String" or "Bytes" => value.ValueKind == JsonValueKind.String,
            "Enum" => value.ValueKind == JsonValueKind.String && _words[$"{owner}.{described.Type}"].Contains(value.GetString()!),
            "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "Integer" => value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), out _)),
            "Float" => value.ValueKind == JsonValueKind.Number,
            _ => throw new InvalidDataException($"A field of kind {described.Kind} is not known here."),
        };
        if (!fits)
            objections.Add($"{where} is {value}, described as {described.Kind} {described.Type}");
    }

    [GeneratedRegex(@"^(?<indent> *)class (?<name>\w+)\(_messages\.(?:Message|Enum)\):")]
    private static partial Regex Class();

    [GeneratedRegex(@"^(?<indent> +)(?<name>\w+) = (?:_messages|_message_types|extra_types)\.(?<kind>\w+)Field\((?:'(?<type>[\w.]+)')?(?<rest>.*)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^ +(?<name>[A-Z_0-9a-z]+) = \d+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"AddCustomJsonFieldMapping\(\s*(?<class>\w+), '(?<name>\w+)', '(?<json>[^']+)'\)")]
    private static partial Regex Renamed();
}
