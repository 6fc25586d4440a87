using NbaProps.Chaos.Harness;
using NbaProps.Fuzzing.Seeding;

namespace NbaProps.Fuzzing.Mutating;

/// <summary>A mutated payload, given wholly by the form's seeds, the campaign's seed and a number.</summary>
internal static class Mutation
{
    /// <summary>The payload of a number.</summary>
    /// <param name="form">The form and its seeds, of which there is one at least.</param>
    /// <param name="seed">Seed of the campaign.</param>
    /// <param name="number">Number of the mutation, from 0.</param>
    public static byte[] Of(FormSeeds form, ulong seed, long number)
    {
        var random = new SplitMix(Start(form.Name, seed, number));
        var payload = form.Seeds[random.Below(form.Seeds.Count)];
        var bytes = payload.Bytes;
        if (payload.Places.Count > 0 && random.Chance(80))
        {
            bytes = Edit.Apply(bytes, [.. Enumerable.Range(0, HowMany(random)).SelectMany(_ => JsonMutations.Draw(payload, random))]);
            return random.Chance(10) ? Damaged(bytes, random) : bytes;
        }

        bytes = payload.Places.Count > 0 || random.Chance(25) ? Damaged(bytes, random) : bytes;
        for (var times = HowMany(random); payload.Places.Count == 0 && times > 0 && bytes.Length > 0; times--)
        {
            bytes = Edit.Apply(bytes, LineMutations.Draw(bytes, random));
        }

        return bytes;
    }

    // Most findings need one change alone; some need two that fit together.
    private static int HowMany(SplitMix random) => random.Below(10) switch
    {
        < 6 => 1,
        < 9 => 2,
        _ => 5,
    };

    private static byte[] Damaged(byte[] bytes, SplitMix random)
    {
        for (var times = HowMany(random); times > 0 && bytes.Length > 0; times--)
        {
            bytes = Edit.Apply(bytes, ByteMutations.Draw(bytes, random));
        }

        return bytes;
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static ulong Start(string form, ulong seed, long number)
    {
        unchecked
        {
            var hash = 14_695_981_039_346_656_037 ^ seed;
            foreach (var letter in form)
            {
                hash = (hash ^ letter) * 1_099_511_628_211;
            }

            return new SplitMix(hash ^ (ulong)number).Next();
        }
    }
}
