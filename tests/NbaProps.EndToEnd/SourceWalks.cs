using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Sources;
using NbaProps.EndToEnd.Support;
using NbaProps.Hosting.Documents;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Objects;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// Two nights walked with every source, once each with all of them well, with the first of each chain down, and with all but the last down; for the tests that
/// only read what came of it.
/// </summary>
public sealed class SourceWalks : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, Walked> _walked = new(StringComparer.Ordinal);

    public void Dispose()
    {
        _one.Dispose();
        _temporary.Dispose();
    }

    internal Task<Walked> WellAsync() => WalkAsync("well", (_, _) => 0, recovers: false);

    /// <summary>The morning after the second night everything is well again, and the first night's log comes, corrected.</summary>
    internal Task<Walked> WithoutPrimariesAsync() => WalkAsync("without primaries", Outages.WithoutPrimaries, recovers: true);

    internal Task<Walked> WithoutStandInsAsync() => WalkAsync("without stand-ins", Outages.WithoutFirstStandIns, recovers: false);

    internal Task<Walked> WalkAsync(string name) => name switch
    {
        "well" => WellAsync(),
        "without primaries" => WithoutPrimariesAsync(),
        "without stand-ins" => WithoutStandInsAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a walk."),
    };

    private async Task<Walked> WalkAsync(string name, Func<string, DateTimeOffset, int> refuses, bool recovers)
    {
        var payloads = SharedData.Require("payloads");
        Skip.If(await new PdfToText(TimeProvider.System).ReadAsync(ReadOnlyMemory<byte>.Empty, CancellationToken.None) is PdfText.ToolMissing, "pdftotext is not installed");
        await _one.WaitAsync();
        try
        {
            return _walked.TryGetValue(name, out var known) ? known : _walked[name] = await WalkAsync(payloads, new Folder(_temporary.Of(name)), refuses, recovers);
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<Walked> WalkAsync(string payloads, Folder folder, Func<string, DateTimeOffset, int> refuses, bool recovers)
    {
        await using var server = await LeagueServer.StartAsync(payloads);
        await using var pipeline = await SourcesPipeline.StartAsync(server, folder.Path);
        server.Refuses = path => refuses(path, server.Now);
        await pipeline.WalkAsync();
        var nights = folder.Content();
        if (recovers)
        {
            server.Refuses = _ => 0;
            server.Corrects = true;
            await pipeline.ReachAsync(Nights.Second.AddDays(1), Moment.Context);
        }

        return new Walked(folder, nights, folder.Content());
    }
}

/// <summary>What a walk left.</summary>
/// <param name="Folder">The installation.</param>
/// <param name="Nights">Every data table after the two nights and the mornings after.</param>
/// <param name="Later">The same at the end: of the walk whose sources recover a day later, when what was late had come.</param>
internal sealed record Walked(Folder Folder, SortedDictionary<string, string[]> Nights, SortedDictionary<string, string[]> Later)
{
    /// <summary>The cells of a column of a date's rows, as they stood after the nights or at the end.</summary>
    public static IReadOnlyList<string> Cells(SortedDictionary<string, string[]> content, string table, GameDate date, string column)
    {
        var schema = NbaPipeline.Manifest.Tables.Single(known => known.FullName == table);
        var columns = schema.Columns.Where(known => known.Role != Shared.Warehouse.ColumnRole.Lineage).Select(known => known.Name).ToList();
        var (dateAt, at) = (columns.IndexOf(schema.PartitionColumn), columns.IndexOf(column));
        return [.. content[table].Select(row => row.Split(" | ")).Where(cells => cells[dateAt] == date.ToString()).Select(cells => cells[at])];
    }
}

[CollectionDefinition("source walks")]
public sealed class SourceWalksCollection : ICollectionFixture<SourceWalks>;
