using NbaProps.Simulator.Chance;

namespace NbaProps.Simulator.League;

/// <summary>Draws what a player can do, from where he plays, his place on the roster, his team's standing and his age.</summary>
internal static class SkillMaker
{
    // Shares of shots by zone, near basket to above the break, as guards, forwards and centres of the league take them.
    private static readonly double[][] Zones = [[0.26, 0.18, 0.15, 0.08, 0.33], [0.31, 0.17, 0.11, 0.12, 0.29], [0.47, 0.27, 0.10, 0.03, 0.13]];

    public static Skills Of(Dice dice, Position position, int place, double standing, int age)
    {
        // The first two of a roster are its stars, the last five hardly play.
        var star = place == 0 ? Math.Abs(dice.Normal(0, 0.55)) : 0;
        var worth = star + 1.75 - (0.21 * place) + standing + dice.Normal(0, 0.32) - (0.010 * (age - 27) * (age - 27) * 0.4);
        var usage = Math.Clamp(0.92 + (0.36 * (worth - 0.45)) + dice.Normal(0, 0.26), 0.42, 2.4);
        var big = position == Position.Center ? 1.0 : position == Position.Forward ? 0.45 : 0.0;
        return new Skills
        {
            Worth = worth,
            Usage = usage,
            Zones = ZonesOf(dice, position),
            Touch = Math.Clamp((0.016 * (worth - 0.5)) + dice.Normal(0, 0.012), -0.06, 0.06),
            Range = Math.Clamp(dice.Normal(-0.012 * big, 0.014), -0.05, 0.05),
            FreeThrow = Math.Clamp(dice.Normal(0.815 - (0.09 * big), 0.06), 0.5, 0.93),
            DrawsFouls = Positive(dice, 0.75 + (0.25 * usage) + (0.15 * big), 0.22),
            Passing = Positive(dice, (position == Position.Guard ? 1.55 : position == Position.Forward ? 0.8 : 0.75) * (0.5 + (0.5 * usage)), 0.3),
            Turnovers = Positive(dice, 1.0, 0.18),
            OffensiveRebounds = Positive(dice, 0.45 + (1.75 * big), 0.22),
            DefensiveRebounds = Positive(dice, 0.72 + (0.95 * big), 0.2),
            Steals = Positive(dice, 1.15 - (0.3 * big), 0.25),
            Blocks = Positive(dice, 0.4 + (1.9 * big), 0.35),
            Fouls = Positive(dice, 0.85 + (0.4 * big), 0.18),
            Defence = Math.Clamp(dice.Normal(0.008 * (worth - 0.5), 0.010), -0.03, 0.03),
        };
    }

    private static double[] ZonesOf(Dice dice, Position position)
    {
        var shares = Zones[(int)position].Select(share => share * dice.Between(0.55, 1.45)).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    private static double Positive(Dice dice, double mean, double deviation) => Math.Max(0.1, dice.Normal(mean, deviation));
}
