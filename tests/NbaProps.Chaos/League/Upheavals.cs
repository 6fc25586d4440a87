using NbaProps.Chaos.Harness;
using NbaProps.Simulator.Faults;

namespace NbaProps.Chaos.League;

/// <summary>
/// What goes wrong on a seed's day beside its messages, processes and calls. Drawn by chances of its own, so that a seed in which nothing of it happens is what it was
/// without.
/// </summary>
internal sealed record Upheavals
{
    private const ulong Own = 0x5DEECE66DC0FFEE5;

    /// <summary>What goes wrong with the sources.</summary>
    public FaultScript Script { get; private init; } = FaultScript.None;

    /// <summary>A new version that comes in the middle of the day; null for none.</summary>
    public Deployment? Deployment { get; private init; }

    /// <summary>Whether somebody asks for dates of the past meanwhile.</summary>
    public bool AsksForThePast { get; private init; }

    /// <summary>Times in which quotas are used up, or writes take long.</summary>
    public IReadOnlyList<Spell> Spells { get; private init; } = [];

    /// <summary>The chances of what is still to be drawn: when it happens.</summary>
    public required SplitMix Random { get; init; }

    /// <summary>Nothing of it.</summary>
    public static Upheavals None => new() { Random = new SplitMix(0) };

    /// <summary>Draws a seed's: of each kind one seed in three has some.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="league">Its league.</param>
    /// <param name="until">When its day ends, by the world's time.</param>
    /// <param name="defect">A planted mistake: such a seed has what the mistake is in, and nothing else of this.</param>
    public static Upheavals Draw(ulong seed, PocketLeague league, DateTimeOffset until, PlantedDefect defect)
    {
        var random = new SplitMix(seed ^ Own);
        if (defect != PlantedDefect.None)
        {
            return new Upheavals
            {
                Deployment = defect == PlantedDefect.NewOutputUnderTheOldVersion ? Deployment.Draw(random, isRaised: false) : null,
                Random = random,
            };
        }

        var (script, deployment, past, spells) = (random.Chance(33), random.Chance(33), random.Chance(33), random.Chance(33));
        return new Upheavals
        {
            Script = script ? UpstreamScript.Draw(random, league.Season, league.Date) : FaultScript.None,
            Deployment = deployment ? Deployment.Draw(random, isRaised: true) : null,
            AsksForThePast = past,
            Spells = spells ? Spell.Draw(random, league.Start.Now, until) : [],
            Random = random,
        };
    }

    /// <summary>What is told at a history's beginning: a line for each.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Script.Faults.Select(fault => $"source: {fault}"),
        .. Spells.Select(spell => $"spell: {spell}"),
        .. Deployment is { } deployment ? [$"deployment: {deployment}"] : Array.Empty<string>(),
    ];
}
