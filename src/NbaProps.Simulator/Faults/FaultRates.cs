namespace NbaProps.Simulator.Faults;

/// <summary>How often what goes wrong where. A feed's own rate stands before that of all feeds, the one that was given last before others.</summary>
public sealed class FaultRates
{
    private readonly Dictionary<(string Feed, FaultKind Kind), double> _rates = [];

    /// <summary>Takes rates.</summary>
    public FaultRates(params IEnumerable<FaultRate> rates)
    {
        foreach (var rate in rates)
        {
            _rates[(rate.Feed, rate.Kind)] = rate.Probability;
        }
    }

    /// <summary>Nothing goes wrong.</summary>
    public static FaultRates None { get; } = new();

    /// <summary>Whether nothing can go wrong.</summary>
    public bool AreNone => _rates.Values.All(rate => rate <= 0);

    /// <summary>Reads texts such as <c>*:500:0.02</c>.</summary>
    /// <param name="texts">One for each rate.</param>
    /// <param name="rates">What they say; null where one is wrong.</param>
    /// <returns>What is wrong with the first wrong one and what is accepted, in one line; null when nothing is.</returns>
    public static string? Read(IEnumerable<string> texts, out FaultRates? rates)
    {
        rates = null;
        var read = new List<FaultRate>();
        foreach (var text in texts)
        {
            if (FaultRate.Read(text, out var rate) is { } problem)
            {
                return problem;
            }

            read.Add(rate!);
        }

        rates = new FaultRates(read);
        return null;
    }

    /// <summary>How often a kind happens to a feed, or to the league.</summary>
    public double Of(string feed, FaultKind kind) =>
        _rates.TryGetValue((feed, kind), out var own) ? own : _rates.GetValueOrDefault((FaultRate.Every, kind));

    /// <summary>The same text for the same rates, in whatever order they were given: rates with commas between.</summary>
    public override string ToString() =>
        string.Join(',', _rates.Select(rate => new FaultRate(rate.Key.Feed, rate.Key.Kind, rate.Value).ToString()).Order(StringComparer.Ordinal));
}
