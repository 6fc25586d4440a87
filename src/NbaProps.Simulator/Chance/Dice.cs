using System.Globalization;

using NbaProps.Domain;

namespace NbaProps.Simulator.Chance;

/// <summary>
/// Random numbers that follow from what they are drawn for: the same seed and the same purpose give the same numbers, in whatever order purposes are
/// asked about. xoshiro256** (Blackman and Vigna, 2018), seeded through SplitMix64.
/// </summary>
/// <remarks>
/// Not <see cref="Random"/>, whose numbers may change with the runtime; and no logarithm, sine or exponential anywhere, whose last bits differ between
/// processors and would make another league there.
/// </remarks>
internal sealed class Dice
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    private Dice(ulong seed)
    {
        _s0 = SplitMix(ref seed);
        _s1 = SplitMix(ref seed);
        _s2 = SplitMix(ref seed);
        _s3 = SplitMix(ref seed);
    }

    /// <summary>The numbers of a purpose.</summary>
    /// <param name="seed">The league's seed.</param>
    /// <param name="purpose">What they are for, such as a game's id after "game".</param>
    public static Dice For(long seed, params ReadOnlySpan<string> purpose)
    {
        // The hash joins its parts without ambiguity, so that "a", "bc" is not "ab", "c".
        var hash = ContentHash.Of([seed.ToString(CultureInfo.InvariantCulture), .. purpose]);
        return new Dice(ulong.Parse(hash.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    /// <summary>Even over [0, 1).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something of a probability happens.</summary>
    public bool Happens(double probability) => Share() < probability;

    /// <summary>Even over whole numbers, both ends included.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    /// <summary>Even over numbers.</summary>
    public double Between(double least, double most) => least + (Share() * (most - least));

    /// <summary>Nearly normal, within six deviations: the sum of twelve even numbers (Irwin-Hall).</summary>
    public double Normal(double mean = 0, double deviation = 1)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Share();
        }

        return mean + (deviation * sum);
    }

    /// <summary>One of several, each as likely as the others.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[Between(0, of.Count - 1)];

    /// <summary>The place of one of several, each as likely as its weight; the last with a weight where rounding leaves none.</summary>
    /// <param name="weights">Zero or more each, not all zero.</param>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var left = Share() * sum;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
            {
                continue;
            }

            last = i;
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return last >= 0 ? last : throw new ArgumentException("No weight is above zero.", nameof(weights));
    }

    /// <summary>Mixes (Fisher-Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var other = Between(0, i);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = ulong.RotateLeft(_s3, 45);
            return result;
        }
    }
}
