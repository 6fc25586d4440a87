using System.Text.Json;
using System.Text.RegularExpressions;

namespace NbaProps.GoogleDouble.Descriptions;

/// <summary>An interface as Google's command line has it: generated Python classes of messages and calls, read as text.</summary>
internal sealed partial class MessagesDescription
{
    // Of every interface; see StandardQueryParameters in those files. upload_id is what the address of a session brings.
    private static readonly string[] Standard = ["alt", "fields", "uploadType", "upload_id", "prettyPrint", "quotaUser", "key"];

    private readonly List<(string Id, string Method, Regex Path, string[] Query, string? Body, bool IsUpload)> _calls = [];
    private readonly Dictionary<string, Dictionary<string, string>> _messages;

    private MessagesDescription(string client, string messages)
    {
        _messages = Class().Matches(messages).ToDictionary(
            match => match.Groups["name"].Value,
            match => Field().Matches(match.Groups["body"].Value).ToDictionary(field => field.Groups["name"].Value, field => field.Groups["type"].Value, StringComparer.Ordinal),
            StringComparer.Ordinal);
        foreach (Match call in Call().Matches(client))
        {
            var template = Regex.Replace(call.Groups["path"].Value, "{[^}]*}", "[^/]+");
            var query = call.Groups["query"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('\'')).ToArray();
            var body = call.Groups["field"].Value switch { "" => null, "bucket" => "Bucket", _ => "Object" };
            _calls.Add((call.Groups["id"].Value, call.Groups["method"].Value, new($"^/storage/v1/{template}$"), query, body, IsUpload: false));
            if (call.Groups["id"].Value is "storage.objects.insert")
            {
                _calls.Add((call.Groups["id"].Value, "POST", new($"^/upload/storage/v1/{template}$"), query, body, IsUpload: true));
                _calls.Add((call.Groups["id"].Value, "PUT", new($"^/upload/storage/v1/{template}$"), query, Body: null, IsUpload: true));
            }
        }
    }

    public static MessagesDescription Read(string client, string messages) => new(File.ReadAllText(client), File.ReadAllText(messages));

    public (string Operation, IReadOnlyList<string> Objections) Judge(DoubleRequest request)
    {
        var call = _calls.Find(one => string.Equals(one.Method, request.Method, StringComparison.Ordinal) && one.Path.IsMatch(request.Path));
        if (call.Id is null)
            return ("unknown", ["no call has this path"]);
        var objections = request.Query.Keys.Where(name => !call.Query.Contains(name, StringComparer.Ordinal) && !Standard.Contains(name, StringComparer.Ordinal))
            .Select(name => $"unknown parameter {name}").ToList();
        if (call.Body is { } body)
            JudgeObject(request.Json, _messages[body], objections);
        return (call.Id, objections);
    }

    private static void JudgeObject(JsonElement value, Dictionary<string, string> fields, List<string> objections)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (!fields.TryGetValue(field.Name, out var type))
                objections.Add($"unknown field {field.Name}");
            else if (!Fits(field.Value.ValueKind, type))
                objections.Add($"{field.Name} is {field.Value.ValueKind}, described as {type}");
        }
    }

    private static bool Fits(JsonValueKind kind, string type) => type switch
    {
        "StringField" or "EnumField" or "BytesField" => kind == JsonValueKind.String,
        "BooleanField" => kind is JsonValueKind.True or JsonValueKind.False,
        "IntegerField" => kind is JsonValueKind.Number or JsonValueKind.String,
        "MessageField" => kind is JsonValueKind.Object or JsonValueKind.Array,
        _ => true,
    };

    [GeneratedRegex(@"^class (?<name>\w+)\(_messages\.Message\):\n(?<body>(?:(?:  .*)?\n)*)", RegexOptions.Multiline)]
    private static partial Regex Class();

    // Fields of the class itself stand two deep, those of its inner classes four.
    [GeneratedRegex(@"^  (?<name>\w+) = (?:_messages|_message_types|message_types)\.(?<type>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"http_method='(?<method>\w+)',\s+method_id='(?<id>[\w.]+)',.*?query_params=\[(?<query>[^\]]*)\],\s+relative_path='(?<path>[^']*)',\s+request_field='(?<field>\w*)'",
        RegexOptions.Singleline)]
    private static partial Regex Call();
}
