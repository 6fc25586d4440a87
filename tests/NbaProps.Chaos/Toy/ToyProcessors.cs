using System.Globalization;
using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Chaos.Toy;

internal sealed class ToyScraper : IScraper
{
    public ProcessorDeclaration Declaration => ToyPipeline.Scraper;

    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var payload = await context.Upstream.GetAsync($"/readings/{context.Date}", cancellationToken);
        return payload is null ? Scrape.NoData("the upstream has nothing yet") : Scrape.Of([payload]);
    }
}

internal sealed class ReadingsProcessor : IProcessor<ReadingRow>
{
    public ProcessorDeclaration Declaration => ToyPipeline.Readings;

    public Computation<ReadingRow> Compute(IInputs inputs, RunContext context)
    {
        if (inputs.Captures("toy_upstream") is not [.., var newest])
        {
            return Computation<ReadingRow>.NoData("no payload");
        }

        var rows = Encoding.UTF8.GetString(newest.Bytes.Span)
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .Select(pair => new ReadingRow
            {
                GameDate = context.Date,
                Item = pair[0],
                Value = int.Parse(pair[1], CultureInfo.InvariantCulture),
                Source = "toy_upstream",
                AsOf = newest.AsOf,
            })
            .ToArray();
        return Computation<ReadingRow>.Of(rows);
    }
}

internal sealed class SumsProcessor : IProcessor<SumRow>
{
    public ProcessorDeclaration Declaration => ToyPipeline.Sums;

    public Computation<SumRow> Compute(IInputs inputs, RunContext context) => Computation<SumRow>.Of(inputs.Rows<ReadingRow>()
        .GroupBy(reading => inputs.Aliases.Find(ToyPipeline.Scraper.Name, NameKey.From(reading.Item))?.ToString() ?? reading.Item, StringComparer.Ordinal)
        .Where(item => item.Any(reading => reading.GameDate == context.Date))
        .OrderBy(item => item.Key, StringComparer.Ordinal)
        .Select(item => new SumRow
        {
            GameDate = context.Date,
            Item = item.Key,
            Sum = item.Sum(reading => reading.Value),
            Source = Declaration.Name,
            AsOf = context.AsOf,
        })
        .ToArray());
}

internal sealed class ToyGate : IHandOffGate
{
    public ProcessorDeclaration Declaration => ToyPipeline.HandOff;

    public GateDecision Evaluate(IInputs inputs, RunContext context) =>
        context.AsOf < context.Date.At(11) ? GateDecision.Closed("before the cut-off") : GateDecision.Open("the cut-off has come");
}

internal sealed class ReportsProcessor : IProcessor<ReportRow>
{
    public ProcessorDeclaration Declaration => ToyPipeline.Reports;

    public Computation<ReportRow> Compute(IInputs inputs, RunContext context)
    {
        var sums = inputs.Rows<SumRow>().GroupBy(row => row.GameDate).ToDictionary(day => day.Key, day => day.Max(row => row.Sum));
        if (!sums.TryGetValue(context.Date, out var largest))
        {
            return Computation<ReportRow>.NoData("no sums");
        }

        if (largest > 1_000_000)
        {
            throw new PermanentException("a sum cannot be that large");
        }

        var before = sums.Where(day => day.Key < context.Date).Select(day => (int?)day.Value).Max();
        return Computation<ReportRow>.Of(
        [
            new ReportRow { GameDate = context.Date, Largest = largest, LargestBefore = before, Source = Declaration.Name, AsOf = context.AsOf },
        ]);
    }
}
