using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.Shared.Pipeline.Running;

/// <summary>Looks at what stands behind a unit's declared inputs: units, days, aliases. It reads state only, never data.</summary>
internal sealed class InputInspector(PipelineManifest manifest, IGameLister games)
{
    /// <summary>The state of a unit's inputs.</summary>
    /// <param name="processor">The unit's declaration.</param>
    /// <param name="key">The unit.</param>
    /// <param name="units">Where units are read from.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<InputState> InspectAsync(
        ProcessorDeclaration processor, UnitKey key, IUnitReader units, CancellationToken cancellationToken)
    {
        var look = new Look();
        look.Add(string.Create(CultureInfo.InvariantCulture, $"{processor.Name}#{processor.Version}#{processor.ConfigurationHash}"));
        foreach (var input in processor.Inputs)
        {
            await InspectAsync(input, key, processor, units, look, cancellationToken);
        }

        foreach (var chain in processor.Inputs.OfType<InputDeclaration.Captures>().Where(captures => captures.Chain is not null).GroupBy(captures => captures.Chain, StringComparer.Ordinal))
        {
            RequireOneOf([.. chain.Select(link => new UnitKey(link.Scraper, new(key.Partition.Date)))], look);
        }

        // Who has nothing to do need not wait for anything.
        return look.NotNeeded is { } stands
            ? new InputState(null, null, look.Facts, look.Producers) { NotNeeded = stands, Visits = look.Visits }
            : new InputState(look.NotReady, look.WaitsFor, look.Facts, look.Producers) { Visits = look.Visits, Aliases = look.Aliases };
    }

    private async Task InspectAsync(
        InputDeclaration input, UnitKey key, ProcessorDeclaration processor, IUnitReader units, Look look, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case InputDeclaration.Clock:
                await InspectClockAsync(processor, key, units, look, cancellationToken);
                return;
            case InputDeclaration.Deployment:
                // What is deployed decides when a gate opens, not what is behind it: a merge must not make a season's days stale.
                return;
            case InputDeclaration.Aliases aliases:
                look.Add((await units.AliasesAsync(cancellationToken)).For(key.Partition.Date, aliases.Sources));
                return;
            case InputDeclaration.InsteadOf insteadOf:
                await InspectStandInAsync(new UnitKey(insteadOf.Scraper, new(key.Partition.Date)), units, look, cancellationToken);
                return;
            default:
                await InspectProducerAsync(input, key, units, look, cancellationToken);
                return;
        }
    }

    private static async Task InspectClockAsync(
        ProcessorDeclaration processor, UnitKey key, IUnitReader units, Look look, CancellationToken cancellationToken)
    {
        foreach (var trigger in processor.Triggers)
        {
            var of = GameDateRange.Around(key.Partition.Date, trigger.DaysLater, trigger.DaysLater) is { } at ? await units.DayAsync(at.From, cancellationToken) : null;
            if (of?.Visits.FirstOrDefault(visit => visit.Moment == trigger.Moment) is { } visit)
            {
                look.Add(new TriggerVisit(trigger, visit.AsOf, visit.Visit));
            }
        }
    }

    // What the other one does not have may be in its next run: until that has ended, nobody stands in for it.
    private static async Task InspectStandInAsync(UnitKey first, IUnitReader units, Look look, CancellationToken cancellationToken)
    {
        var document = await units.FindAsync(first, cancellationToken);
        look.AddToken(document);
        if (document is null || document.Outcome == RunState.Running)
        {
            look.Refuse(first, "has not run");
        }
        else if (document.Outcome == RunState.Blocked)
        {
            // It could not ask its source: when it can, it may bring everything.
            look.Refuse(first, $"is Blocked: {document.Reason}");
        }
        else if (document.Outcome == RunState.Succeeded)
        {
            look.NotNeeded = $"{first.Processor} has brought all that was asked for";
        }
    }

    private async Task InspectProducerAsync(InputDeclaration input, UnitKey key, IUnitReader units, Look look, CancellationToken cancellationToken)
    {
        var producer = manifest.ProducerOf(input)!;
        var (from, to) = PipelineManifest.Offsets(input);
        var dates = GameDateRange.Around(key.Partition.Date, from, to);
        var documents = Of(producer, dates is { } asked ? await units.RangeAsync(producer.Name, asked, cancellationToken) : []);
        if (input is InputDeclaration.Rows rows)
        {
            look.AddProducers(rows.Table.FullName, documents);
        }

        if (input is InputDeclaration.Captures { Chain: not null })
        {
            look.AddLink(documents);
        }

        foreach (var document in documents)
        {
            look.Add(document);
            if (document.Open.Count > 0)
            {
                look.Refuse(document.Key, "has a write that is not settled");
            }
        }

        if (input is InputDeclaration.Captures { MayFail: true } && !documents.Any(document => document.Outcome != RunState.Running))
        {
            look.Refuse(new UnitKey(producer.Name, new(key.Partition.Date)), "has not run");
        }
        else if (input is not (InputDeclaration.Captures { MayFail: true } or InputDeclaration.Rows { Required: false } or InputDeclaration.Captures { Chain: not null } or InputDeclaration.Captures { Required: false }))
        {
            await RequireAsync(producer, dates, documents, units, look, cancellationToken);
        }
    }

    // What a producer left that was once by game, or by date, is nobody's output any more; and not every reader would come to see it.
    private static IReadOnlyList<UnitDocument> Of(ProcessorDeclaration producer, IReadOnlyList<UnitDocument> documents)
    {
        var isOfGames = producer.Granularity == Granularity.Game;
        return documents.All(document => document.IsOfGame == isOfGames) ? documents : [.. documents.Where(document => document.IsOfGame == isOfGames)];
    }

    /// <summary>Of a chain one scraper that brought everything is enough; else each must have tried, and one must have brought something.</summary>
    private static void RequireOneOf(IReadOnlyList<UnitKey> chain, Look look)
    {
        var any = false;
        string? failure = null;
        foreach (var link in chain)
        {
            if (look.Link(link) is not { Outcome: not RunState.Running } document)
            {
                look.Refuse(link, "has not run");
                return;
            }

            if (document.Outcome == RunState.Succeeded)
            {
                return;
            }

            any |= document.Outcome.HasOutput();
            failure ??= document.Outcome.HasOutput() ? null : $"is {document.Outcome}: {document.Reason}";
        }

        if (!any)
        {
            look.Refuse(chain[0], chain.Count == 1 ? failure! : $"{failure}; so {(chain.Count == 2 ? "is" : "are")} {string.Join(", ", chain.Skip(1).Select(link => link.Processor))}");
        }
    }

    private async Task RequireAsync(
        ProcessorDeclaration producer, GameDateRange? dates, IReadOnlyList<UnitDocument> documents, IUnitReader units, Look look, CancellationToken cancellationToken)
    {
        var known = documents.ToDictionary(document => document.Unit, StringComparer.Ordinal);
        foreach (var date in dates?.AsEnumerable() ?? [])
        {
            foreach (var unit in await ExpectedAsync(producer, date, units, cancellationToken))
            {
                if (!known.TryGetValue(unit.ToString(), out var document) || document.Outcome == RunState.Running)
                {
                    look.Refuse(unit, "has not run");
                }
                else if (!document.Outcome.HasOutput() || (producer.Output is OutputDeclaration.ToNextPhase && document.Outcome is not (RunState.Succeeded or RunState.Degraded)))
                {
                    look.Refuse(unit, $"is {document.Outcome}: {document.Reason}");
                }
            }
        }
    }

    private async Task<IReadOnlyList<UnitKey>> ExpectedAsync(ProcessorDeclaration producer, GameDate date, IUnitReader units, CancellationToken cancellationToken)
    {
        // Before it has begun, the consumer of units per game must wait as well, which an absent unit says by itself.
        return producer.Granularity == Granularity.Date || await units.DayAsync(date, cancellationToken) is not { } day || day.Reached < producer.AvailableFrom
            ? [new UnitKey(producer.Name, new(date))]
            : (await games.ListAsync(producer.GamesFrom!, date, units, cancellationToken)).Select(game => new UnitKey(producer.Name, new(date, game))).ToArray();
    }

    private sealed class Look
    {
        private readonly Dictionary<string, UnitDocument> _links = new(StringComparer.Ordinal);

        private readonly List<TriggerVisit> _visits = [];

        public string? NotReady { get; private set; }

        public string? NotNeeded { get; set; }

        public NameAliases? Aliases { get; private set; }

        public IReadOnlyList<TriggerVisit> Visits => _visits;

        public UnitKey? WaitsFor { get; private set; }

        public Dictionary<string, IReadOnlyList<UnitDocument>> Producers { get; } = new(StringComparer.Ordinal);

        public InputFacts Facts { get; } = new();

        public void Refuse(UnitKey unit, string reason)
        {
            if (NotReady is null)
            {
                WaitsFor = unit;
                NotReady = $"{unit} {reason}";
            }
        }

        // A table may be read twice, as the day's own and as history.
        public void AddProducers(string table, IReadOnlyList<UnitDocument> documents) =>
            Producers[table] = Producers.TryGetValue(table, out var known) ? [.. known, .. documents.ExceptBy(known.Select(unit => unit.Unit), unit => unit.Unit, StringComparer.Ordinal)] : documents;

        // What the fingerprint was made of is also what decides whether the chain is ready.
        public void AddLink(IReadOnlyList<UnitDocument> documents)
        {
            foreach (var document in documents)
            {
                _links[document.Unit] = document;
            }
        }

        public UnitDocument? Link(UnitKey unit) => _links.GetValueOrDefault(unit.ToString());

        public void Add(string fact) => Facts.Add(fact);

        // Without any, a unit's inputs are what they were before there could be any.
        public void Add(NameAliases aliases)
        {
            Aliases = aliases;
            if (aliases.All.Count > 0)
            {
                Facts.Add($"aliases:{aliases.Content}");
            }
        }

        public void Add(TriggerVisit visit)
        {
            _visits.Add(visit);
            Facts.Add(string.Create(CultureInfo.InvariantCulture, $"{visit.Trigger}@{visit.AsOf:O}#{visit.Visit}"));
        }

        // Whether another one stands is no part of what a stand-in's output stands for: it decides only whether there is anything to do.
        public void AddToken(UnitDocument? document) => Facts.AddToken(document);

        public void Add(UnitDocument document) => Facts.Add(document);
    }
}
