using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.BoxScores;
using NbaProps.RawProcessors.Payloads;
using NbaProps.Shared.Resilience;

namespace NbaProps.RawProcessors.BoxScores;

/// <summary>The counts of a box-score line, of a player or a team; within the limits of its table and without contradiction.</summary>
/// <param name="FieldGoalsMade">Field goals made, threes included.</param>
/// <param name="FieldGoalsAttempted">Field goals attempted, threes included.</param>
/// <param name="ThreePointersMade">Three-point field goals made.</param>
/// <param name="ThreePointersAttempted">Three-point field goals attempted.</param>
/// <param name="FreeThrowsMade">Free throws made.</param>
/// <param name="FreeThrowsAttempted">Free throws attempted.</param>
/// <param name="OffensiveRebounds">Offensive rebounds.</param>
/// <param name="DefensiveRebounds">Defensive rebounds.</param>
/// <param name="Rebounds">Rebounds, offensive and defensive.</param>
/// <param name="Assists">Assists.</param>
/// <param name="Steals">Steals.</param>
/// <param name="Blocks">Blocked shots.</param>
/// <param name="Turnovers">Turnovers.</param>
/// <param name="PersonalFouls">Personal fouls.</param>
/// <param name="Points">Points: 2 x field goals made + threes made + free throws made.</param>
/// <param name="PlusMinus">Margin, -150 to 150; null when the source does not give it.</param>
internal record BoxCounts(
    int FieldGoalsMade,
    int FieldGoalsAttempted,
    int ThreePointersMade,
    int ThreePointersAttempted,
    int FreeThrowsMade,
    int FreeThrowsAttempted,
    int OffensiveRebounds,
    int DefensiveRebounds,
    int Rebounds,
    int Assists,
    int Steals,
    int Blocks,
    int Turnovers,
    int PersonalFouls,
    int Points,
    int? PlusMinus)
{
    /// <summary>Whether everything is 0, as of somebody who did nothing or was not there.</summary>
    public bool IsEmpty => (FieldGoalsAttempted, FreeThrowsAttempted, Rebounds, Assists, Steals, Blocks) is (0, 0, 0, 0, 0, 0)
        && (Turnovers, PersonalFouls, PlusMinus ?? 0) is (0, 0, 0);

    /// <summary>Reads a line's counts.</summary>
    /// <param name="at">Where a name's value stands; it refuses a name that is absent.</param>
    /// <param name="margin">The margin's place; null when the source does not give it.</param>
    /// <param name="names">The source's names.</param>
    /// <param name="limits">The limits of the table.</param>
    /// <exception cref="PermanentException">A count is missing, no whole number or beyond its limit, or the line contradicts itself.</exception>
    public static BoxCounts Read(Func<string, PayloadNode> at, PayloadNode? margin, BoxCountNames names, BoxCountLimits limits) =>
        Stated(at, margin, names, limits).Consistent(at(names.Points));

    /// <summary>The same for a source whose lines are held against less: they may contradict themselves.</summary>
    /// <exception cref="PermanentException">A count is missing, no whole number or beyond its limit.</exception>
    public static BoxCounts Stated(Func<string, PayloadNode> at, PayloadNode? margin, BoxCountNames names, BoxCountLimits limits)
    {
        return new BoxCounts(
            Count(names.FieldGoalsMade, limits.Shots),
            Count(names.FieldGoalsAttempted, limits.Shots),
            Count(names.ThreePointersMade, limits.Shots),
            Count(names.ThreePointersAttempted, limits.Shots),
            Count(names.FreeThrowsMade, limits.Shots),
            Count(names.FreeThrowsAttempted, limits.Shots),
            Count(names.OffensiveRebounds, limits.OffensiveRebounds),
            Count(names.DefensiveRebounds, limits.DefensiveRebounds),
            Count(names.Rebounds, limits.Rebounds),
            Count(names.Assists, limits.Assists),
            Count(names.Steals, limits.StealsOrBlocks),
            Count(names.Blocks, limits.StealsOrBlocks),
            Count(names.Turnovers, limits.Turnovers),
            Count(names.PersonalFouls, limits.PersonalFouls),
            Count(names.Points, limits.Points),
            margin is { Kind: not JsonValueKind.Null } given ? Between(given, -BoxCountLimits.Margin, BoxCountLimits.Margin) : null);

        int Count(string name, int most) => Between(at(name), 0, most);
    }

    /// <summary>Reads the counts of an object.</summary>
    /// <param name="statistics">The object that has them.</param>
    /// <param name="names">The source's names.</param>
    /// <param name="limits">The limits of the table.</param>
    /// <exception cref="PermanentException">As above.</exception>
    public static BoxCounts Read(PayloadNode statistics, BoxCountNames names, BoxCountLimits limits) =>
        Read(statistics.Required, statistics.Optional(names.PlusMinus), names, limits);

    /// <summary>These counts, unless they contradict each other.</summary>
    /// <param name="at">Where the line stands, for the message.</param>
    /// <exception cref="PermanentException">Points or rebounds do not add up, or more was made than attempted.</exception>
    public BoxCounts Consistent(PayloadNode at) => Contradictions() is { Count: > 0 } wrong
        ? throw new PermanentException($"{at.File}: the line of {at.Where} contradicts itself: {string.Join("; ", wrong)}")
        : this;

    private static int Between(PayloadNode node, int least, int most) => node.WholeOrNull() is { } count && count >= least && count <= most
        ? count
        : throw node.Refused(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    /// <summary>What points are made of, without playing time.</summary>
    public BoxLine Scoring() => new(
        null, Points, FieldGoalsMade, FieldGoalsAttempted, ThreePointersMade, ThreePointersAttempted, FreeThrowsMade, FreeThrowsAttempted, OffensiveRebounds, Turnovers);

    private List<string> Contradictions()
    {
        var wrong = Scoring().Contradictions().ToList();
        if (OffensiveRebounds + DefensiveRebounds != Rebounds)
        {
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{nameof(Rebounds)} is {Rebounds}, offensive and defensive add up to {OffensiveRebounds + DefensiveRebounds}"));
        }

        return wrong;
    }
}
