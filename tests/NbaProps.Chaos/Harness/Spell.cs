using System.Globalization;

namespace NbaProps.Chaos.Harness;

/// <summary>A time in which a port is not as it should be.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Port">Which.</param>
/// <param name="From">Since when, by the world's time.</param>
/// <param name="Until">Until when, this instant no more.</param>
public sealed record Spell(SpellKind Kind, Port Port, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>How many of ten calls it strikes: a quota by the minute lets some through.</summary>
    public int OfTen { get; init; } = 10;

    /// <summary>Draws up to two spells between two moments, a minute to a quarter of an hour each.</summary>
    public static IReadOnlyList<Spell> Draw(SplitMix random, DateTimeOffset from, DateTimeOffset until)
    {
        var spells = new List<Spell>();
        foreach (var kind in new[] { SpellKind.QuotaExceeded, SpellKind.SlowWrites })
        {
            for (var left = random.Below(3); left > 0; left--)
            {
                var begin = from + ((until - from) * random.Below(1000) / 1000);
                var port = kind == SpellKind.SlowWrites || random.Chance(50) ? Port.Warehouse : Port.State;
                spells.Add(new Spell(kind, port, begin, begin + TimeSpan.FromSeconds(60 + random.Below(840))) { OfTen = random.Chance(50) ? 10 : 3 + random.Below(6) });
            }
        }

        return spells;
    }

    /// <summary>Whether it concerns a call at a moment. Of a warehouse's quotas those of changes are the tight ones; a state store counts every call.</summary>
    public bool Concerns(PendingCall call, DateTimeOffset now) =>
        call.Port == Port && now >= From && now < Until && (call.Mutates || Port == Port.State);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} of {Port} from {From:HH:mm:ss} until {Until:HH:mm:ss}, {OfTen} of ten calls");
}

/// <summary>In which way a port is not as it should be.</summary>
public enum SpellKind
{
    /// <summary>It refuses calls, and nothing has happened.</summary>
    QuotaExceeded = 1,

    /// <summary>A write takes most of the time that its caller waits.</summary>
    SlowWrites,
}
