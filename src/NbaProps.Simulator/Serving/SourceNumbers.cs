using System.Globalization;

using NbaProps.Domain;

namespace NbaProps.Simulator.Serving;

/// <summary>Numbers that a source has of its own: from the league's by a way that no two share one and none is the league's.</summary>
/// <param name="FirstGame">Below all its numbers of games.</param>
/// <param name="FirstPlayer">Below all its numbers of players.</param>
/// <param name="Factor">What tells its order from other sources'.</param>
internal sealed record SourceNumbers(long FirstGame, long FirstPlayer, int Factor)
{
    // Primes above what is counted through: multiplying modulo a prime maps different numbers to different ones.
    private const long GamesPrime = 99_999_989;
    private const long PlayersPrime = 1_000_003;

    /// <summary>ESPN's.</summary>
    public static SourceNumbers Espn { get; } = new(401_000_000, 4_000_000, 7_919);

    /// <summary>balldontlie's.</summary>
    public static SourceNumbers BallDontLie { get; } = new(18_000_000, 17_000_000, 104_729);

    /// <summary>BettingPros'.</summary>
    public static SourceNumbers BettingPros { get; } = new(20_000, 2_000, 15_485);

    /// <summary>Its number of a game.</summary>
    public long Of(GameId game) => FirstGame + (long.Parse(game.ToString(), CultureInfo.InvariantCulture) % GamesPrime * Factor % GamesPrime);

    /// <summary>Its number of a player.</summary>
    public long Of(PlayerKey player) => FirstPlayer + (player.Id % PlayersPrime * Factor % PlayersPrime);

    /// <summary>Its number of a game as text.</summary>
    public string TextOf(GameId game) => Of(game).ToString(CultureInfo.InvariantCulture);

    /// <summary>Its number of a player as text.</summary>
    public string TextOf(PlayerKey player) => Of(player).ToString(CultureInfo.InvariantCulture);
}
