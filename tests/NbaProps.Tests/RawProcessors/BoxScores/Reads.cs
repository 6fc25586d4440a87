using System.Text;
using System.Text.Json;

using NbaProps.Domain.BoxScores;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.BoxScores;

/// <summary>Reads payloads by the catalog, as the command does, and compares what was read with the source's own words.</summary>
internal static class Reads
{
    public static readonly DateTimeOffset AsOf = new(2026, 2, 12, 5, 0, 0, TimeSpan.Zero);

    /// <summary>A real payload; the calling test is skipped where it is absent.</summary>
    public static Reading<object> Real(string source, string file)
    {
        using var payload = new RawPayload(file, RealBytes(source, file));
        return PayloadCatalog.FormatOf(source, payload).Read(payload, AsOf);
    }

    /// <summary>A real file as JSON.</summary>
    public static JsonElement RealJson(string source, string file)
    {
        using var json = JsonDocument.Parse(RealBytes(source, file));
        return json.RootElement.Clone();
    }

    /// <summary>A payload that a test wrote.</summary>
    public static Reading<object> Written(string source, string text)
    {
        using var payload = new RawPayload("raw/test", Encoding.UTF8.GetBytes(text));
        return PayloadCatalog.FormatOf(source, payload).Read(payload, AsOf);
    }

    /// <summary>The bytes of a real file, unpacked.</summary>
    public static byte[] RealBytes(string source, string file)
    {
        var path = SharedData.Require($"payloads/{source}/{file}");
        return path.EndsWith(".gz", StringComparison.Ordinal) ? Runs.Unzipped(path) : File.ReadAllBytes(path);
    }

    /// <summary>The counts in the order of <see cref="BoxCountNames.All"/>.</summary>
    public static int?[] Values(BoxCounts counts) =>
    [
        counts.FieldGoalsMade, counts.FieldGoalsAttempted, counts.ThreePointersMade, counts.ThreePointersAttempted, counts.FreeThrowsMade,
        counts.FreeThrowsAttempted, counts.OffensiveRebounds, counts.DefensiveRebounds, counts.Rebounds, counts.Assists, counts.Steals, counts.Blocks,
        counts.Turnovers, counts.PersonalFouls, counts.Points, counts.PlusMinus,
    ];

    /// <summary>The same counts as the source has them.</summary>
    public static int?[] Values(Func<string, JsonElement> at, BoxCountNames names) => [.. names.All.Select(name => (int?)(int)at(name).GetDecimal())];

    /// <summary>Seconds of a playing time, without a fraction.</summary>
    public static int Seconds(string time) => Minutes.Parse(time).Seconds;

    /// <summary>The first rule of its table that a row breaks, or null.</summary>
    public static string? BrokenRule<TRow>(TRow row)
        where TRow : WarehouseRow => RowRules.FirstBroken(Table<TRow>.Instance.Schema, Table<TRow>.Instance.ToValues(row));
}
