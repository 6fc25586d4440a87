using System.Text.Json;

using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>Where an action took place, in the content network's three ways: area, percent of the court, and tenths of feet from the basket.</summary>
internal static class CourtPlace
{
    // A court of 94 by 50 feet, with the basket 5.25 feet in front of the line.
    private const double Length = 940;
    private const double Width = 500;
    private const double Basket = 52.5;

    /// <summary>Writes it; of what is no shot only that there is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="spot">The shot's place; null for what is none.</param>
    /// <param name="towardsRight">Whether the basket is the right one.</param>
    public static void Write(Utf8JsonWriter json, ShotSpot? spot, bool towardsRight)
    {
        if (spot is null)
        {
            foreach (var name in new[] { "x", "y", "xLegacy", "yLegacy", "side" })
            {
                json.WriteNull(name);
            }

            return;
        }

        var along = 100 * (spot.Y + Basket) / Length;
        var across = 100 * spot.X / Width;
        json.WriteNumber("x", towardsRight ? 100 - along : along);
        json.WriteNumber("y", towardsRight ? 50 + across : 50 - across);
        json.WriteString("area", PlayWords.Area(spot));
        json.WriteString("areaDetail", PlayWords.AreaDetail(spot));
        json.WriteString("side", towardsRight ? "right" : "left");
        json.WriteNumber("shotDistance", spot.Feet);
        json.WriteNumber("xLegacy", spot.X);
        json.WriteNumber("yLegacy", spot.Y);
    }
}
