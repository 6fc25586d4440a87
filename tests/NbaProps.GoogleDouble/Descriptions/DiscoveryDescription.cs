using System.Text.Json;
using System.Text.RegularExpressions;

namespace NbaProps.GoogleDouble.Descriptions;

/// <summary>An interface as Google's discovery format describes it: methods with path, parameters and bodies, and the fields of these.</summary>
internal sealed class DiscoveryDescription
{
    private readonly JsonElement _root;
    private readonly List<(string Id, JsonElement Method, Regex Path, bool IsUpload)> _methods = [];

    private DiscoveryDescription(JsonElement root)
    {
        _root = root;
        Collect(root, root.GetProperty("servicePath").GetString()!);
    }

    public static DiscoveryDescription Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new(document.RootElement.Clone());
    }

    public (string Operation, IReadOnlyList<string> Objections) Judge(DoubleRequest request)
    {
        if (Find(request) is not { } method)
            return ("unknown", ["no method has this path"]);
        var objections = new List<string>();
        foreach (var (name, value) in request.Query)
        {
            if (Parameter(method.Method, name) is { } parameter)
                JudgeText(name, value, parameter, objections);
            else
                objections.Add($"unknown parameter {name}");
        }

        if (method.Method.TryGetProperty("request", out var body))
            JudgeValue("body", request.Json, Schema(body.GetProperty("$ref").GetString()!), objections);
        else if (request.Body.Length > 0)
            objections.Add("this method takes no body");
        return (method.Id, objections);
    }

    public IReadOnlyList<string> JudgeAnswer(DoubleRequest request, DoubleAnswer answer)
    {
        var objections = new List<string>();
        if (Find(request) is { } method && method.Method.TryGetProperty("response", out var body))
        {
            using var json = JsonDocument.Parse(answer.Body);
            JudgeValue("answer", json.RootElement, Schema(body.GetProperty("$ref").GetString()!), objections);
        }

        return objections;
    }

    private (string Id, JsonElement Method)? Find(DoubleRequest request)
    {
        var isUpload = request.Path.StartsWith("/upload/", StringComparison.Ordinal);
        foreach (var (id, method, path, upload) in _methods)
        {
            if (upload == isUpload && method.GetProperty("httpMethod").ValueEquals(request.Method) && path.IsMatch(request.Path))
                return (id, method);
        }

        return null;
    }

    private void Collect(JsonElement parent, string servicePath)
    {
        if (parent.TryGetProperty("methods", out var methods))
        {
            foreach (var method in methods.EnumerateObject().Select(one => one.Value))
            {
                Add($"/{servicePath}{(method.TryGetProperty("flatPath", out var flat) ? flat : method.GetProperty("path")).GetString()}", isUpload: false);
                if (method.TryGetProperty("mediaUpload", out var media))
                    Add(media.GetProperty("protocols").GetProperty("simple").GetProperty("path").GetString()!, isUpload: true);

                void Add(string template, bool isUpload) =>
                    _methods.Add((method.GetProperty("id").GetString()!, method, new Regex($"^{Regex.Replace(template, "{[^}]*}", "[^/]+")}$"), isUpload));
            }
        }

        if (parent.TryGetProperty("resources", out var resources))
        {
            foreach (var resource in resources.EnumerateObject())
                Collect(resource.Value, servicePath);
        }
    }

    private JsonElement Schema(string name) => _root.GetProperty("schemas").GetProperty(name);

    private JsonElement? Parameter(JsonElement method, string name) =>
        method.TryGetProperty("parameters", out var own) && own.TryGetProperty(name, out var found) ? found
        : _root.GetProperty("parameters").TryGetProperty(name, out found) ? found : null;

    private static void JudgeText(string name, string value, JsonElement parameter, List<string> objections)
    {
        var isSound = parameter.GetProperty("type").GetString() switch
        {
            "boolean" => value is "true" or "false",
            "integer" => long.TryParse(value, out _),
            _ => !parameter.TryGetProperty("enum", out var accepted) || accepted.EnumerateArray().Any(one => one.ValueEquals(value)),
        };
        if (!isSound)
            objections.Add($"parameter {name} is '{value}'");
    }

    private void JudgeValue(string where, JsonElement value, JsonElement schema, List<string> objections)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            JudgeValue(where, value, Schema(reference.GetString()!), objections);
            return;
        }

        switch (schema.GetProperty("type").GetString())
        {
            case "object" when value.ValueKind == JsonValueKind.Object:
                JudgeObject(where, value, schema, objections);
                break;
            case "array" when value.ValueKind == JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                    JudgeValue($"{where}[]", element, schema.GetProperty("items"), objections);
                break;
            case "string" when value.ValueKind == JsonValueKind.String:
                JudgeString(where, value.GetString()!, schema, objections);
                break;
            case "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
            case "integer" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _):
            case "number" when value.ValueKind == JsonValueKind.Number:
            case "any":
                break;
            case var type:
                objections.Add($"{where} is {value.ValueKind}, described as {type}");
                break;
        }
    }

    private void JudgeObject(string where, JsonElement value, JsonElement schema, List<string> objections)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out var known))
                JudgeValue($"{where}.{field.Name}", field.Value, known, objections);
            else if (schema.TryGetProperty("additionalProperties", out var any))
                JudgeValue($"{where}.{field.Name}", field.Value, any, objections);
            else
                objections.Add($"unknown field {where}.{field.Name}");
        }
    }

    private static void JudgeString(string where, string value, JsonElement schema, List<string> objections)
    {
        var format = schema.TryGetProperty("format", out var named) ? named.GetString() : null;
        if (format is "int64" or "uint64" && !long.TryParse(value, out _))
            objections.Add($"{where} is '{value}', described as {format}");
        if (schema.TryGetProperty("enum", out var accepted) && !accepted.EnumerateArray().Any(one => one.ValueEquals(value)))
            objections.Add($"{where} is '{value}', which is none of its words");
    }
}
