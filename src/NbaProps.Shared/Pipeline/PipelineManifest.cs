using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Ledger.Export;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Shared.Pipeline;

/// <summary>The whole pipeline, declared once. Construction refuses a manifest that cannot work.</summary>
public sealed class PipelineManifest
{
    private readonly Dictionary<string, ProcessorDeclaration> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProcessorDeclaration> _byTable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Dependent>> _dependents = new(StringComparer.Ordinal);

    /// <summary>Builds the manifest and its indexes.</summary>
    /// <param name="processors">All declarations, in the order in which a back-fill walks a date: producers before those that read the same date's output.</param>
    /// <exception cref="InvalidOperationException">Two share a name or a table, an input has no producer, or a consumer stands before its producer.</exception>
    public PipelineManifest(IReadOnlyList<ProcessorDeclaration> processors)
    {
        Processors = processors;
        foreach (var processor in processors)
        {
            Add(processor);
        }

        foreach (var processor in processors)
        {
            foreach (var input in processor.Inputs)
            {
                Link(processor, input);
            }
        }

        if (processors.Where(processor => processor.DateTopic is not null).GroupBy(processor => processor.Phase).FirstOrDefault(phase => phase.Skip(1).Any()) is { } shared)
        {
            throw new InvalidOperationException($"{string.Join(" and ", shared)} are both asked for by date in phase {(int)shared.Key}: a date must name one unit.");
        }
    }

    /// <summary>All declarations, producers before consumers.</summary>
    public IReadOnlyList<ProcessorDeclaration> Processors { get; }

    /// <summary>Every table that a processor writes, in manifest order.</summary>
    public IEnumerable<TableSchema> Tables => Processors.Select(processor => processor.Output).OfType<OutputDeclaration.ToTable>().Select(output => output.Table);

    /// <summary>Every table there is: those of the processors, and the runtime's own logs.</summary>
    public IEnumerable<TableSchema> AllTables => Tables.Concat(OrchestrationTables.All);

    /// <summary>A declaration by name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public ProcessorDeclaration Processor(string name) => Find(name)
        ?? throw new KeyNotFoundException($"There is no processor {name}. There are: {string.Join(", ", Processors.Select(processor => processor.Name))}.");

    /// <summary>A declaration by name, or null.</summary>
    public ProcessorDeclaration? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The processor that writes a table.</summary>
    /// <exception cref="KeyNotFoundException">No processor does.</exception>
    public ProcessorDeclaration WriterOf(TableSchema table) => _byTable.TryGetValue(table.FullName, out var writer)
        ? writer
        : throw new KeyNotFoundException($"No processor writes {table.FullName}.");

    /// <summary>The processor behind an input; null for the clock, for what an operator says and for what is deployed.</summary>
    public ProcessorDeclaration? ProducerOf(InputDeclaration input) => input switch
    {
        InputDeclaration.Rows rows => WriterOf(rows.Table),
        InputDeclaration.Captures captures => Processor(captures.Scraper),
        InputDeclaration.InsteadOf insteadOf => Processor(insteadOf.Scraper),
        InputDeclaration.HandOff handOff => Processor(handOff.Gate),
        InputDeclaration.Clock or InputDeclaration.Aliases or InputDeclaration.Deployment => null,
        _ => throw new InvalidOperationException($"Unknown input {input}."),
    };

    /// <summary>Who reads what a processor writes, in manifest order.</summary>
    public IReadOnlyList<Dependent> DependentsOf(string processor) =>
        _dependents.TryGetValue(processor, out var dependents) ? dependents : [];

    /// <summary>Those that stand in for a scraper, in manifest order: they must hear of its failures too.</summary>
    public IReadOnlyList<string> StandInsOf(string scraper) =>
        [.. DependentsOf(scraper).Select(dependent => dependent.Processor).Where(processor => processor.Inputs.Any(input => string.Equals(StandsInFor(input), scraper, StringComparison.Ordinal))).Select(processor => processor.Name)];

    private static string? StandsInFor(InputDeclaration input) => input switch
    {
        InputDeclaration.InsteadOf insteadOf => insteadOf.Scraper,
        InputDeclaration.Captures { MayFail: true } captures => captures.Scraper,
        _ => null,
    };

    /// <summary>The units that a moment of a day triggers: of that day, or of those before it.</summary>
    public IEnumerable<UnitKey> TriggeredBy(GameDate date, Moment moment) => Processors.SelectMany(processor => processor.Triggers
        .Where(trigger => trigger.Moment == moment)
        .Select(trigger => new UnitKey(processor.Name, new(date.AddDays(-trigger.DaysLater)))));

    /// <summary>First and last day, relative to the unit's, that an input covers.</summary>
    public static (int From, int To) Offsets(InputDeclaration input) =>
        input is InputDeclaration.Rows rows ? (rows.From, rows.To) : (0, 0);

    private void Add(ProcessorDeclaration processor)
    {
        // What is of earlier dates only was made before any of this date: who makes it may stand anywhere, even after one that it reads itself.
        foreach (var input in processor.Inputs.Where(input => Offsets(input).To >= 0))
        {
            RequireProducer(processor, input);
        }

        if (!_byName.TryAdd(processor.Name, processor))
        {
            throw new InvalidOperationException($"Two processors are called {processor.Name}.");
        }

        if (processor.Output is OutputDeclaration.ToTable output && !_byTable.TryAdd(output.Table.FullName, processor))
        {
            throw new InvalidOperationException($"{output.Table.FullName} is written by {_byTable[output.Table.FullName]} and by {processor}.");
        }

        foreach (var captures in processor.Inputs.OfType<InputDeclaration.Captures>().Where(captures => captures.Chain is { } first && !string.Equals(first, captures.Scraper, StringComparison.Ordinal)))
        {
            if (!Processor(captures.Scraper).Inputs.Contains(Reads.InsteadOf(captures.Chain!)))
            {
                throw new InvalidOperationException($"{processor} reads {captures.Scraper} where {captures.Chain} brings nothing, but {captures.Scraper} does not stand in for it.");
            }
        }

        if ((processor.Granularity == Granularity.Game) != (processor.GamesFrom is not null))
        {
            throw new InvalidOperationException($"{processor}: units per game need a table that lists the games, and only they do.");
        }
    }

    private void Link(ProcessorDeclaration processor, InputDeclaration input)
    {
        var (from, to) = Offsets(input);
        if (from > to || to > 0)
        {
            throw new InvalidOperationException($"{processor}: an input covers days {from} to {to}; it must end at 0 or before, and not before it begins.");
        }

        if (RequireProducer(processor, input) is not { } producer)
        {
            return;
        }

        if (!_dependents.TryGetValue(producer.Name, out var list))
        {
            _dependents[producer.Name] = list = [];
        }

        list.Add(new Dependent(processor, from, to));
    }

    private ProcessorDeclaration? RequireProducer(ProcessorDeclaration processor, InputDeclaration input)
    {
        try
        {
            return ProducerOf(input);
        }
        catch (KeyNotFoundException missing)
        {
            throw new InvalidOperationException($"{processor}: {missing.Message} A producer stands before its consumers in the manifest.", missing);
        }
    }
}

/// <summary>A consumer of some output.</summary>
/// <param name="Processor">Who reads it.</param>
/// <param name="From">First day of the input, relative to the consumer's date.</param>
/// <param name="To">Last day of the input, relative to the consumer's date.</param>
public sealed record Dependent(ProcessorDeclaration Processor, int From, int To);
