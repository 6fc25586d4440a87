using System.Globalization;

using NbaProps.Simulator.Running;

namespace NbaProps.Truth.Raw;

/// <summary>The league's words for a game that is over.</summary>
internal static class FinalText
{
    public static string Of(SimulatedGame game) => game.Box.Overtimes switch
    {
        0 => "Final",
        1 => "Final/OT",
        var overtimes => string.Create(CultureInfo.InvariantCulture, $"Final/OT{overtimes}"),
    };
}
