using NbaProps.EndToEnd.SimulatedFaults;

using Xunit.Abstractions;

[assembly: TestCollectionOrderer("NbaProps.EndToEnd.Support.LongestFirst", "NbaProps.EndToEnd")]

namespace NbaProps.EndToEnd.Support;

/// <summary>Begins with what takes longest, so that no core is left alone with it at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        .. new[]
        {
            typeof(KilledProcessTests), typeof(RealGameDayTests), typeof(KilledServicesTests), typeof(SimulatedFaultsTests), typeof(DemoTests), typeof(StoppedProcessTests), typeof(DrainTests),
        }.Select(type => type.FullName!),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Long, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
