using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.RawProcessors.Formats;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.Espn;

/// <summary>The JSON in the scripts of one of ESPN's pages: what is assigned to its state, or a script that is JSON itself.</summary>
internal sealed class EspnPage : IDisposable
{
    private const string State = "__espnfitt__";
    private readonly string _path;
    private readonly IReadOnlyList<JsonDocument> _documents;

    private EspnPage(string path, IReadOnlyList<JsonDocument> documents) => (_path, _documents) = (path, documents);

    /// <summary>Opens a page; only scripts that hold a mark are looked at.</summary>
    /// <param name="payload">The page.</param>
    /// <param name="mark">A text that the wanted script must hold.</param>
    /// <exception cref="PermanentException">A script's JSON is cut off or damaged.</exception>
    public static EspnPage Of(RawPayload payload, string mark)
    {
        var documents = new List<JsonDocument>();
        foreach (var (json, at) in PageScripts.Json(Encoding.UTF8.GetString(payload.Bytes.Span), State).Where(script => script.Json.Contains(mark, StringComparison.Ordinal)))
        {
            try
            {
                documents.Add(JsonWholeness.ParseFirst(Encoding.UTF8.GetBytes(json)));
            }
            catch (JsonException error)
            {
                documents.ForEach(document => document.Dispose());
                throw new PermanentException(
                    string.Create(CultureInfo.InvariantCulture, $"{payload.Path}: the JSON of the script at character {at} is cut off or damaged ({OneLine.Of(error.Message, 200)})"), error);
            }
        }

        return new EspnPage(payload.Path, documents);
    }

    /// <summary>The only place of a kind, wherever it is.</summary>
    /// <exception cref="PermanentException">There is none, or there are several that differ.</exception>
    public PayloadNode Only(Func<JsonElement, bool> isOne, string what)
    {
        var found = _documents.SelectMany(document => Places(document.RootElement, string.Empty, isOne)).DistinctBy(place => place.Element.GetRawText(), StringComparer.Ordinal).ToArray();
        return found is [var only]
            ? new PayloadNode(_path, only.Where, only.Element)
            : throw new PermanentException($"{_path}: has {found.Length} places with a {what} in the scripts of its page; accepted is one");
    }

    public void Dispose()
    {
        foreach (var document in _documents)
        {
            document.Dispose();
        }
    }

    private static IEnumerable<(string Where, JsonElement Element)> Places(JsonElement element, string where, Func<JsonElement, bool> isOne) =>
        isOne(element)
            ? [(where, element)]
            : element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Places(property.Value, where.Length == 0 ? Shown(property) : $"{where}.{Shown(property)}", isOne)),
                JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Places(item, string.Create(CultureInfo.InvariantCulture, $"{where}[{index}]"), isOne)),
                _ => [],
            };

    private static string Shown(JsonProperty property) => OneLine.Of(property.Name, 100);
}
