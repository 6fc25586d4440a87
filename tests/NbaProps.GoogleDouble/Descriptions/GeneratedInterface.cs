using System.Text.Json;
using System.Text.RegularExpressions;

namespace NbaProps.GoogleDouble.Descriptions;

/// <summary>
/// One interface as Google's command line has it, read as text: generated Python classes of calls and of messages, these with what is inside them, to the
/// last field and the last word of an enumeration.
/// </summary>
internal sealed partial class GeneratedInterface
{
    private static readonly string[] Standard = ["alt", "fields", "prettyPrint", "quotaUser", "key"];

    private readonly List<(string Id, string Method, Regex Path, string[] Query, string? Body, string Answer)> _calls = [];
    private readonly GeneratedMessages _messages;

    private GeneratedInterface(string client, string messages)
    {
        _messages = new(messages);
        foreach (Match call in Call().Matches(client))
        {
            var part = call.Value;
            string Of(string field) => Regex.Match(part, $@"\b{field}='(?<value>[^']*)'").Groups["value"].Value;
            var template = Of("flat_path") is { Length: > 0 } flat ? flat : Of("relative_path");
            var path = Regex.Replace(Regex.Replace(template, @"{\+[^}]*}", ".+"), "{[^}]*}", "[^/:]+");
            var query = Regex.Match(part, @"query_params=\[(?<names>[^\]]*)\]").Groups["names"].Value
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('\'').Replace('_', '.').TrimEnd('.')).ToArray();
            var id = Of("method_id");
            var body = Of("request_field") switch
            {
                "" => null,
                "<request>" => Of("request_type_name"),
                var field => _messages.TypeOf(Of("request_type_name"), field),
            };
            _calls.Add((id, Of("http_method"), new($"^/{path}$"), query, body, Of("response_type_name")));
        }
    }

    public static GeneratedInterface Read(string root, string name, string version)
    {
        var folder = Path.Combine(root, "lib", "googlecloudsdk", "generated_clients", "apis", name, version);
        return new(File.ReadAllText(Path.Combine(folder, $"{name}_{version}_client.py")), File.ReadAllText(Path.Combine(folder, $"{name}_{version}_messages.py")));
    }

    public (string Operation, IReadOnlyList<string> Objections) Judge(DoubleRequest request)
    {
        var call = Find(request);
        if (call.Id is null)
            return ("unknown", ["no call has this path"]);
        var objections = request.Query.Keys.Where(name => !call.Query.Contains(name, StringComparer.Ordinal) && !Standard.Contains(name, StringComparer.Ordinal))
            .Select(name => $"unknown parameter {name}").ToList();
        if (call.Body is { } body)
            _messages.Judge(request.Json, body, "body", objections);
        else if (request.Body.Length > 0)
            objections.Add("this call takes no body");
        return (call.Id, objections);
    }

    public IReadOnlyList<string> JudgeAnswer(DoubleRequest request, DoubleAnswer answer)
    {
        var objections = new List<string>();
        using var json = JsonDocument.Parse(answer.Body);
        _messages.Judge(json.RootElement, Find(request).Answer, "answer", objections);
        return objections;
    }

    private (string Id, string Method, Regex Path, string[] Query, string? Body, string Answer) Find(DoubleRequest request) =>
        _calls.Find(one => string.Equals(one.Method, request.Method, StringComparison.Ordinal) && one.Path.IsMatch(request.Path));

    [GeneratedRegex(@"base_api\.ApiMethodInfo\((?:[^()]|\([^()]*\))*\)", RegexOptions.Singleline)]
    private static partial Regex Call();
}
