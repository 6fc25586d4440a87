using NbaProps.Simulator.Chance;

namespace NbaProps.Simulator.Health;

/// <summary>What players miss games for.</summary>
internal static class Ailments
{
    public const string Rest = "Rest";
    public const string GLeague = "G League - Two-Way";
    public const string Illness = "Injury/Illness - N/A; Illness";

    private static readonly string[] Sides = ["Left", "Right"];
    private static readonly string[] Parts = ["Knee", "Ankle", "Hamstring", "Calf", "Foot", "Hip", "Shoulder", "Wrist", "Groin", "Achilles"];
    private static readonly string[] Kinds = ["Sprain", "Strain", "Soreness", "Contusion", "Surgery", "Injury Management", "Tendinopathy"];

    /// <summary>A kind that takes some days.</summary>
    public static string Injury(Dice dice, int days) =>
        $"Injury/Illness - {dice.One(Sides)} {dice.One(Parts)}; {(days > 45 ? "Surgery" : days < 4 ? dice.One(Kinds[2..4]) : dice.One(Kinds))}";

    /// <summary>Days that one lasts: most a few, some weeks, a few months.</summary>
    public static int Days(Dice dice) => dice.Weighted([0.50, 0.34, 0.16]) switch
    {
        0 => dice.Between(1, 4),
        1 => dice.Between(5, 18),
        _ => dice.Between(19, 90),
    };
}
