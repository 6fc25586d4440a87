namespace NbaProps.Tests.Architecture;

/// <summary>The storeys of the house: a project refers to lower ones only.</summary>
internal static class Floors
{
    public static readonly string[] Services =
    [
        "NbaProps.Scrapers", "NbaProps.RawProcessors", "NbaProps.Analytics", "NbaProps.Precompute", "NbaProps.Predictions", "NbaProps.Archive",
        "NbaProps.Simulator",
    ];

    public static readonly string[] Adapters = ["NbaProps.Embedded", "NbaProps.GoogleCloud"];

    // Modeling stands below the services because Predictions serves its models.
    private static readonly string[][] FromTheGround =
    [
        ["NbaProps.Domain"], ["NbaProps.Shared"], Adapters, ["NbaProps.Hosting"], ["NbaProps.Modeling", "NbaProps.Deployment"], Services, ["NbaProps.Operations"], ["NbaProps.Cli"],
    ];

    /// <summary>The floor of a project from 0; null for a project that has none.</summary>
    public static int? Of(string project)
    {
        var floor = Array.FindIndex(FromTheGround, names => names.Contains(project));
        return floor < 0 ? null : floor;
    }
}
