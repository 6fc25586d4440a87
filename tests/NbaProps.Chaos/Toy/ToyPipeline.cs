using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.Toy;

/// <summary>A pipeline of three processors between a scraper and a gate: small enough for thousands of runs, with every kind of input.</summary>
public static class ToyPipeline
{
    public static readonly ProcessorDeclaration Scraper = new()
    {
        Name = "toy_upstream",
        Phase = Phase.Scrapers,
        Purpose = "fetches the readings of a date",
        Inputs = [Reads.Clock],
        Output = new OutputDeclaration.ToArchive("toy_upstream"),
        Triggers = [Moment.Context, Moment.CutOff, Moment.NextMorning],
    };

    public static readonly ProcessorDeclaration Readings = new()
    {
        Name = "readings",
        Phase = Phase.RawProcessors,
        Purpose = "the newest payload's readings",
        Inputs = [Reads.Captures("toy_upstream")],
        Output = new OutputDeclaration.ToTable(Table<ReadingRow>.Instance.Schema),
    };

    public static readonly ProcessorDeclaration Sums = new()
    {
        Name = "sums",
        Phase = Phase.Analytics,
        Purpose = "sums over four days, by what an item is another name of",
        Inputs = [Reads.SameDate(Table<ReadingRow>.Instance.Schema), Reads.Before(Table<ReadingRow>.Instance.Schema, 3), Reads.Aliases(Scraper.Name)],
        Output = new OutputDeclaration.ToTable(Table<SumRow>.Instance.Schema),
    };

    public static readonly ProcessorDeclaration HandOff = new()
    {
        Name = "toy_hand_off",
        Phase = Phase.Precompute,
        Purpose = "lets the report start from the cut-off on",
        Inputs = [Reads.SameDate(Table<SumRow>.Instance.Schema)],
        Output = new OutputDeclaration.ToNextPhase(),
    };

    public static readonly ProcessorDeclaration Reports = new()
    {
        Name = "reports",
        Phase = Phase.Precompute,
        Purpose = "the largest sums",
        Inputs =
        [
            Reads.HandOff("toy_hand_off"),
            new InputDeclaration.Rows(Table<SumRow>.Instance.Schema, -3, 0, Required: false),
        ],
        Output = new OutputDeclaration.ToTable(Table<ReportRow>.Instance.Schema),
    };

    public static PipelineManifest Manifest { get; } = new([Scraper, Readings, Sums, HandOff, Reports]);

    public static IReadOnlyList<UnitWorkRegistration> Works(IUpstream upstream) =>
    [
        UnitWorks.Scrape(new ToyScraper(), upstream),
        UnitWorks.Table(new ReadingsProcessor()),
        UnitWorks.Table(new SumsProcessor()),
        UnitWorks.HandOff(new ToyGate()),
        UnitWorks.Table(new ReportsProcessor()),
    ];
}
