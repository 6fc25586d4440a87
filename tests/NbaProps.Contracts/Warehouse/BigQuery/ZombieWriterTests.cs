using NbaProps.Shared.Warehouse;

using Xunit.Abstractions;

namespace NbaProps.Contracts.Warehouse.BigQuery;

/// <summary>A writer whose lease was taken over, in the orders of insert, cancel, settle and retry that there can be: nothing of his becomes visible once his token was settled.</summary>
public sealed class ZombieWriterTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [Trait("Incident", "I-24")]
    public void In_every_order_nothing_of_a_settled_token_becomes_visible(int faults)
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var path = new List<(int Chosen, int Of)>();
        var (histories, situations) = (0, new HashSet<string>(StringComparer.Ordinal));
        do
        {
            var depth = 0;
            var run = Takeover.Run(faults, (situation, of) =>
            {
                // What follows from a situation is the same on whatever way it was reached: once is enough.
                if (depth == path.Count && !situations.Add(situation))
                    return null;
                if (depth == path.Count)
                    path.Add((0, of));
                path[depth].Of.ShouldBe(of, "the same steps lead to the same place");
                return path[depth++].Chosen;
            });
            if (run is not null)
                Note(run);
        }
        while (Next(path));

        foreach (var (outcome, count) in outcomes)
            output.WriteLine($"{outcome}: {count}");
        output.WriteLine($"{situations.Count} situations, {histories} ends");
        situations.Count.ShouldBeGreaterThan(faults == 0 ? 50 : 500);
        outcomes.Keys.ShouldContain(key => key.StartsWith("Written", StringComparison.Ordinal), "the zombie was in time in some");
        outcomes.Keys.ShouldContain(key => key.StartsWith("Superseded", StringComparison.Ordinal), "and too late in others");
        outcomes.Keys.ShouldContain(key => key.EndsWith("cancelled", StringComparison.Ordinal), "and under way in others");

        void Note(Takeover run)
        {
            histories++;
            var key = $"{string.Join(" then ", run.ZombiesAnswers.Select(Say))}, successor {Say(run.SuccessorsAnswer)}{(run.WasCancelled ? ", cancelled" : string.Empty)}";
            outcomes[key] = outcomes.GetValueOrDefault(key) + 1;
        }
    }

    [Theory]
    [InlineData(4, 500)]
    public void In_many_orders_with_more_lost_answers_neither(int faults, int seeds)
    {
        var superseded = 0;
        for (var seed = 0; seed < seeds; seed++)
        {
            var random = new Random(seed);
            superseded += Takeover.Run(faults, (_, of) => random.Next(of))!.ZombiesAnswers.Count(answer => answer == FencedWrite.Superseded);
        }

        superseded.ShouldBeGreaterThan(seeds / 4);
    }

    private static string Say(FencedWrite? answer) => answer?.ToString() ?? "unknown";

    // The next of all paths in order; false after the last.
    private static bool Next(List<(int Chosen, int Of)> path)
    {
        while (path.Count > 0)
        {
            var (chosen, of) = path[^1];
            path.RemoveAt(path.Count - 1);
            if (chosen + 1 < of)
            {
                path.Add((chosen + 1, of));
                return true;
            }
        }

        return false;
    }
}
