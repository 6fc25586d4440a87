using System.Globalization;
using System.Text.Json;

using NbaProps.Shared.State;

namespace NbaProps.GoogleCloud.Firestore;

/// <summary>Turns the writes of a commit into Firestore's.</summary>
/// <param name="names">Full names.</param>
/// <param name="asked">The fields that queries ask for, by collection.</param>
/// <param name="instance">A text that no other process has.</param>
internal sealed class FirestoreWrites(FirestoreNames names, IReadOnlyDictionary<string, IReadOnlyList<string>> asked, string instance)
{
    private long _written;

    /// <summary>The write as it is sent.</summary>
    public WireWrite Of(DocumentWrite write) => new()
    {
        Update = write.Json is { } json ? new WireDocument { Name = names.Of(write.Path), Fields = FieldsOf(write.Path, json) } : null,
        Delete = write.Json is null ? names.Of(write.Path) : null,
        CurrentDocument = write.Precondition switch
        {
            Precondition.Unconditional => null,
            Precondition.MustBeAbsent => new WirePrecondition { Exists = false },
            Precondition.MustBeVersion version => new WirePrecondition { UpdateTime = version.Version },
            _ => throw new InvalidOperationException($"Unknown precondition {write.Precondition}."),
        },
    };

    private Dictionary<string, WireValue> FieldsOf(DocumentPath path, string json)
    {
        var fields = new Dictionary<string, WireValue>(StringComparer.Ordinal)
        {
            [FirestoreNames.Body] = new() { StringValue = json },
            [FirestoreNames.Mark] = new() { StringValue = string.Create(CultureInfo.InvariantCulture, $"{instance}-{Interlocked.Increment(ref _written)}") },
        };
        if (asked.GetValueOrDefault(path.Collection) is { } wanted && Mirrored(json, wanted) is { Count: > 0 } mirrored)
        {
            fields.Add(FirestoreNames.Fields, new() { MapValue = new WireMap(mirrored) });
        }

        return fields;
    }

    private static Dictionary<string, WireValue> Mirrored(string json, IReadOnlyList<string> wanted)
    {
        using var body = JsonDocument.Parse(json);
        var mirrored = new Dictionary<string, WireValue>(StringComparer.Ordinal);
        foreach (var field in wanted)
        {
            if (body.RootElement.TryGetProperty(field, out var value) && ValueOf(value) is { } mirror)
            {
                mirrored.Add(field, mirror);
            }
        }

        return mirrored;
    }

    // Of what a query can ask for: text, truth, whole numbers. 1.0 is none, as in the other stores.
    private static WireValue? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new WireValue { StringValue = value.GetString() },
        JsonValueKind.True => new WireValue { BooleanValue = true },
        JsonValueKind.False => new WireValue { BooleanValue = false },
        JsonValueKind.Number when value.TryGetInt64(out var number) => new WireValue { IntegerValue = number.ToString(CultureInfo.InvariantCulture) },
        _ => null,
    };
}
