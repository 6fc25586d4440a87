using System.Text;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors;

/// <summary>Reads payloads as the catalog does, and holds their rows against the rules of their table.</summary>
internal static class Parsing
{
    public static DateTimeOffset AsOf { get; } = new GameDate(2025, 1, 8).At(18);

    public static Reading<TRow> Read<TRow>(string source, string form, string payload)
        where TRow : class => Read<TRow>(source, form, Encoding.UTF8.GetBytes(payload));

    public static Reading<TRow> Read<TRow>(string source, string form, byte[] bytes)
        where TRow : class
    {
        using var payload = new RawPayload($"{source}/test", bytes);
        var format = PayloadCatalog.FormatOf(source, payload);
        format.Name.ShouldBe(form);
        var reading = format.Read(payload, AsOf);
        return new([.. reading.Rows.OfType<TRow>()], reading.LeftOut);
    }

    public static string Refusal(string source, string payload)
    {
        using var raw = new RawPayload($"{source}/test", Encoding.UTF8.GetBytes(payload));
        var message = Should.Throw<PermanentException>(() => PayloadCatalog.FormatOf(source, raw).Read(raw, AsOf)).Message;
        message.ShouldStartWith($"{source}/test: ");
        return message;
    }

    /// <summary>A reference parse or payload of the shared folder.</summary>
    public static JsonElement Shared(string path)
    {
        using var json = JsonDocument.Parse(Bytes(path));
        return json.RootElement.Clone();
    }

    /// <summary>A file of the shared folder, unzipped.</summary>
    public static byte[] Bytes(string path)
    {
        var file = SharedData.Require(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? Runs.Unzipped(file) : File.ReadAllBytes(file);
    }

    /// <summary>Every rule that a table has of its rows.</summary>
    public static void ShouldObeyTheirTable<TRow>(this IReadOnlyList<TRow> rows)
        where TRow : WarehouseRow
    {
        var table = Table<TRow>.Instance;
        foreach (var day in rows.Select(table.ToValues).GroupBy(values => (GameDate)values[0]!))
        {
            RowRules.Require(table.Schema, new Partition(day.Key), [.. day]);
        }
    }
}
