using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.BigDataBall;

/// <summary>Where a shot was taken, as BigDataBall has it: seen from the basket, and on the whole court.</summary>
internal static class CourtPlace
{
    // Feet: the court is 50 wide and 94 long, the baskets hang 5 from the ends.
    private const double Middle = 25;
    private const double VisitorsBasket = 5;
    private const double HomeBasket = 89;

    /// <summary>Whole feet from the basket.</summary>
    public static int Feet(ShotSpot spot) => (int)Math.Round(spot.Feet, MidpointRounding.AwayFromZero);

    /// <summary>Feet across and along the whole court: the visitors shoot at the near basket, the home team at the far one.</summary>
    public static (double X, double Y) OnCourt(ShotSpot spot, Side side) => side == Side.Home
        ? (Middle + (spot.X / 10.0), HomeBasket - (spot.Y / 10.0))
        : (Middle - (spot.X / 10.0), VisitorsBasket + (spot.Y / 10.0));
}
