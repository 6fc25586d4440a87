using System.Collections.Concurrent;

using NbaProps.Domain.Calendar;
using NbaProps.EndToEnd.Support;
using NbaProps.Shared.Pipeline;
using NbaProps.Tests.Support;

namespace NbaProps.EndToEnd;

/// <summary>
/// A folder that was walked from the season's first night to the cut-off of a day, made once; each test goes on with a copy of its own, into what comes
/// after that day's first tip-off.
/// </summary>
public sealed class SlateBeforeTipOff : IDisposable
{
    internal static readonly GameDate Day = new(2022, 10, 28);

    private readonly TemporaryFolder _temporary = new();
    private string? _walked;
    private string? _evening;

    /// <summary>What the upstream has answered on the way, by path and query.</summary>
    internal ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>A copy under another path.</summary>
    internal async Task<Folder> CopyAsync(string data, string to)
    {
        _walked ??= await WalkAsync(data);
        return new Folder(_walked).CopyTo(to);
    }

    /// <summary>The same as it was before the day had begun: walked to the evening before.</summary>
    internal async Task<Folder> CopyOfEveningBeforeAsync(string data, string to)
    {
        _walked ??= await WalkAsync(data);
        return new Folder(_evening!).CopyTo(to);
    }

    public void Dispose() => _temporary.Dispose();

    private async Task<string> WalkAsync(string data)
    {
        var folder = _temporary.Of("walked");
        await using (var before = await ArchivePipeline.StartAsync(data, folder, Answers))
        {
            await before.WalkAsync(new GameDate(2022, 10, 18), Day.AddDays(-1));
        }

        _evening = new Folder(folder).CopyTo(_temporary.Of("evening")).Path;
        await using var pipeline = await ArchivePipeline.StartAsync(data, folder, Answers);
        await pipeline.ReachAsync(Day, Moment.Context);
        await pipeline.ReachAsync(Day, Moment.CutOff);
        return folder;
    }
}

/// <summary>The tests that share it; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SlateBeforeTipOffGroup : ICollectionFixture<SlateBeforeTipOff>
{
    /// <summary>Its name.</summary>
    public const string Name = "slate before tip-off";
}
