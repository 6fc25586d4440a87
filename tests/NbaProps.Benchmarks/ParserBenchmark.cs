using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Fuzzing.Seeding;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Resilience;

namespace NbaProps.Benchmarks;

/// <summary>
/// Every form of payload of which there is a real one: recognised and read, beside the same bytes parsed by <see cref="JsonDocument"/> with all
/// of its elements walked, or, where they are no JSON, read line by line. Both take turns in one run.
/// </summary>
internal static class ParserBenchmark
{
    private const int Rounds = 15;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(40);
    private static readonly DateTimeOffset AsOf = new GameDate(2025, 1, 8).At(18);

    /// <summary>Measures all and writes a table.</summary>
    /// <param name="shared">The folder shared beside the repository.</param>
    /// <param name="output">Takes the table.</param>
    public static void Run(string shared, TextWriter output)
    {
        output.WriteLine("| form | payload | KB | rows | bare MB/s | parser MB/s | rows/s | ratio |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var source in PayloadCatalog.Sources)
        {
            foreach (var file in RealPayloads.Files(shared, source))
            {
                if (RealPayloads.BytesOf(file) is { } bytes && Read(source, bytes) is { } read)
                {
                    output.WriteLine(Line(source, read.Form, Path.GetFileName(file), bytes, read.Rows));
                }
            }
        }
    }

    private static string Line(string source, string form, string file, byte[] bytes, int rows)
    {
        var isJson = bytes.AsSpan().TrimStart(" \t\r\n"u8)[0] is (byte)'{' or (byte)'[';
        var (bare, parser) = (new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            var one = Seconds(() => isJson ? Walk(bytes) : Lines(bytes));
            var other = Seconds(() => Read(source, bytes)!.Value.Rows);
            if (round >= 0)
            {
                bare.Add(one);
                parser.Add(other);
            }
        }

        var (bareTime, parserTime) = (Median(bare), Median(parser));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {source}, {form} | {file} | {bytes.Length / 1e3:0.0} | {rows:N0} | {bytes.Length / bareTime / 1e6:0} | {bytes.Length / parserTime / 1e6:0.0} | {rows / parserTime:N0} | {parserTime / bareTime:0.0} |");
    }

    private static (string Form, int Rows)? Read(string source, byte[] bytes)
    {
        using var payload = new RawPayload("benchmark", bytes);
        try
        {
            var format = PayloadCatalog.FormatOf(source, payload);
            return (format.Name, format.Read(payload, AsOf).Rows.Count);
        }
        catch (PermanentException)
        {
            return null;
        }
    }

    private static int Walk(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return Count(json.RootElement);
    }

    private static int Count(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => 1 + element.EnumerateObject().Sum(property => Count(property.Value)),
        JsonValueKind.Array => 1 + element.EnumerateArray().Sum(Count),
        _ => 1,
    };

    private static int Lines(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var lines = 0;
        while (reader.ReadLine() is not null)
        {
            lines++;
        }

        return lines;
    }

    // Of an operation, by as many as fit a round.
    private static double Seconds(Func<int> operation)
    {
        var began = Stopwatch.GetTimestamp();
        var times = 0;
        do
        {
            operation();
            times++;
        }
        while (Stopwatch.GetElapsedTime(began) < Round);
        return Stopwatch.GetElapsedTime(began).TotalSeconds / times;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
