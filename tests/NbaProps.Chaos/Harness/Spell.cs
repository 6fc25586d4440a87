using System.Globalization;

namespace NbaProps.Chaos.Harness;

/// <summary>A time in which a port is not as it should be. It begins with the first call that it concerns, so that none passes while nobody calls.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Port">Which.</param>
/// <param name="From">Not before, by the world's time.</param>
/// <param name="Length">How long from then on.</param>
public sealed record Spell(SpellKind Kind, Port Port, DateTimeOffset From, TimeSpan Length)
{
    /// <summary>How many of ten calls it strikes: a quota by the minute lets some through.</summary>
    public int OfTen { get; init; } = 10;

    /// <summary>Draws spells between two moments: one to three of one kind or of both, a minute to a quarter of an hour each.</summary>
    public static IReadOnlyList<Spell> Draw(SplitMix random, DateTimeOffset from, DateTimeOffset until)
    {
        SpellKind[] kinds = random.Below(3) switch
        {
            0 => [SpellKind.QuotaExceeded],
            1 => [SpellKind.SlowWrites],
            _ => [SpellKind.QuotaExceeded, SpellKind.SlowWrites],
        };
        var spells = new List<Spell>();
        foreach (var kind in kinds)
        {
            for (var left = 1 + random.Below(3); left > 0; left--)
            {
                var port = kind == SpellKind.SlowWrites || random.Chance(50) ? Port.Warehouse : Port.State;
                var begin = from + ((until - from) * random.Below(1000) / 1000);
                spells.Add(new Spell(kind, port, begin, TimeSpan.FromSeconds(60 + random.Below(840))) { OfTen = random.Chance(50) ? 10 : 3 + random.Below(6) });
            }
        }

        return spells;
    }

    /// <summary>Whether it may concern a call. Of a warehouse's quotas those of changes are the tight ones; a state store counts every call.</summary>
    public bool MayConcern(PendingCall call, DateTimeOffset now) => call.Port == Port && now >= From && (call.Mutates || Port == Port.State);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Kind} of {Port} for {Length.TotalSeconds:0} s from the first call after {From:HH:mm:ss}, {OfTen} of ten calls");
}

/// <summary>In which way a port is not as it should be.</summary>
public enum SpellKind
{
    /// <summary>It refuses calls, and nothing has happened.</summary>
    QuotaExceeded = 1,

    /// <summary>A write takes most of the time that its caller waits.</summary>
    SlowWrites,
}
