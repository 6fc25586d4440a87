using System.Globalization;

using NbaProps.Analytics;
using NbaProps.Chaos.Harness;
using NbaProps.Precompute;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Manifest.Precompute;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Chaos.League;

/// <summary>
/// A new version of one processor, rolled out in the middle of a day: every image holds the whole manifest, so that all kinds of processes are replaced one after the other,
/// each instance for itself, and both versions run side by side meanwhile.
/// </summary>
internal sealed class Deployment
{
    // Those whose new version says something else. What depends on them follows, and what was served stands.
    private static readonly IReadOnlyList<Func<bool, UnitWorkRegistration>> Changes =
    [
        raised => Changed(raised, new PlayerGameSummaryProcessor(), row => row with { UsageRate = Rounded(row.UsageRate, 1) }),
        raised => Changed(raised, new TeamOffenseGameSummaryProcessor(), row => row with { Pace = Rounded(row.Pace, 0) }),
        raised => Changed(raised, new PlayerDailyCacheProcessor(), row => row with { PointsAvgLast5 = Rounded(row.PointsAvgLast5, 0) }),
    ];

    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly UnitWorkRegistration? _changed;
    private readonly ProcessorDeclaration _declaration;

    private Deployment(ProcessorDeclaration declaration, UnitWorkRegistration? changed)
    {
        (_declaration, _changed) = (declaration, changed);
        Manifest = ManifestWith(declaration);
    }

    /// <summary>The pipeline with the new version.</summary>
    public PipelineManifest Manifest { get; }

    /// <summary>Draws one: any processor with the same output, or one of some with another one.</summary>
    /// <param name="random">The seed's chances.</param>
    /// <param name="isRaised">Whether another output has another version too.</param>
    public static Deployment Draw(SplitMix random, bool isRaised)
    {
        if (isRaised && random.Chance(50))
        {
            var all = NbaPipeline.Manifest.Processors;
            return new Deployment(Raised(all[random.Below(all.Count)]), changed: null);
        }

        var changed = Changes[random.Below(Changes.Count)](isRaised);
        return new Deployment(changed.Declaration, changed);
    }

    /// <summary>When which kind of process is replaced: from a moment of the first half on, one instance after the other.</summary>
    public IEnumerable<(DateTimeOffset At, Action<World> Happen)> Plan(SplitMix random, IReadOnlyList<ProcessRole> roles, DateTimeOffset from, DateTimeOffset until)
    {
        var at = from + ((until - from) * random.Below(500) / 1000);
        var left = roles.SelectMany(role => Enumerable.Repeat(role, role.Instances)).ToList();
        while (left.Count > 0)
        {
            var role = left[random.Below(left.Count)];
            left.Remove(role);
            yield return (at, world => Replace(world, role));
            at += (until - from) * random.Below(40) / 1000;
        }
    }

    /// <summary>The build that a process of a kind starts with now.</summary>
    public int BuildOf(ProcessRole role) => _begun.Contains(role.Name) ? 2 : 1;

    /// <summary>What a service registers in the new build.</summary>
    public IReadOnlyList<UnitWorkRegistration> Upgrade(IReadOnlyList<UnitWorkRegistration> works) => [.. works.Select(work =>
        !string.Equals(work.Declaration.Name, _declaration.Name, StringComparison.Ordinal) ? work
        : _changed ?? new UnitWorkRegistration(_declaration, around => new SameWork(work.Create(around), _declaration)))];

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{_declaration.Name} version {_declaration.Version}, {(_changed is null ? "the same output" : "another output")}");

    private static ProcessorDeclaration Raised(ProcessorDeclaration declaration) => declaration with { Version = declaration.Version + 1 };

    private static PipelineManifest ManifestWith(ProcessorDeclaration declaration) => new(
        [.. NbaPipeline.Manifest.Processors.Select(processor => string.Equals(processor.Name, declaration.Name, StringComparison.Ordinal) ? declaration : processor)]);

    private static UnitWorkRegistration Changed<TRow>(bool raised, IProcessor<TRow> processor, Func<TRow, TRow> change)
        where TRow : WarehouseRow => UnitWorks.Table(new ChangedProcessor<TRow>(processor, raised ? Raised(processor.Declaration) : processor.Declaration, change));

    private static double? Rounded(double? value, int digits) => value is { } known ? Math.Round(known, digits) : null;

    private void Replace(World world, ProcessRole role)
    {
        _begun.Add(role.Name);
        world.Replace(role, build: 2);
    }

    /// <summary>The same work under a new declaration.</summary>
    private sealed class SameWork(IUnitWork work, ProcessorDeclaration declaration) : IUnitWork
    {
        public ProcessorDeclaration Declaration => declaration;

        public bool WritesBeforeCommit => work.WritesBeforeCommit;

        public Task SettleAsync(UnitKey unit, long token, CancellationToken cancellationToken) => work.SettleAsync(unit, token, cancellationToken);

        public Task<Product> ProduceAsync(UnitTask task, CancellationToken cancellationToken) =>
            work.ProduceAsync(task, cancellationToken);
    }

    /// <summary>A processor whose rows say something else than they did.</summary>
    private sealed class ChangedProcessor<TRow>(IProcessor<TRow> before, ProcessorDeclaration declaration, Func<TRow, TRow> change) : IProcessor<TRow>
        where TRow : WarehouseRow
    {
        public ProcessorDeclaration Declaration => declaration;

        public Computation<TRow> Compute(IInputs inputs, RunContext context)
        {
            var computed = before.Compute(inputs, context);
            return computed with { Rows = [.. computed.Rows.Select(change)] };
        }
    }
}
