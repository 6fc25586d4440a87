using System.Globalization;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.BigDataBall;

/// <summary>The column description: what happened as the league's scorers write it, such as "MISS Dvořáček 24' 3PT Jump Shot". Counts go with the game.</summary>
internal sealed class PlaySentence(Func<Side, TeamTricode> teamOf)
{
    private readonly Dictionary<SimulatedPlayer, Tally> _tallies = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SimulatedPlayer>);

    /// <summary>The sentence of the next event; null for the beginning and the end of a period.</summary>
    public string? Of(PlayEvent play) => play.Kind switch
    {
        PlayKind.JumpBall => $"Jump Ball {Name(play.Player!)} vs. {Name(play.Other!)}: Tip to {Name(play.Receiver!)}",
        PlayKind.Shot => ShotOf(play),
        PlayKind.FreeThrow => FreeThrow(play),
        PlayKind.Rebound => Rebound(play),
        PlayKind.Turnover => Turnover(play),
        PlayKind.Foul => Foul(play),
        PlayKind.Substitution => $"SUB: {Name(play.Other!)} FOR {Name(play.Player!)}",
        PlayKind.Timeout => $"{Team(play)} Timeout: Regular",
        _ => null,
    };

    private string ShotOf(PlayEvent play)
    {
        var spot = play.Spot!;
        var shot = string.Create(CultureInfo.InvariantCulture, $"{Name(play.Player!)} {CourtPlace.Feet(spot)}' {(spot.IsThree ? "3PT " : string.Empty)}{Words(spot.Style)}");
        if (play.Made == true)
        {
            var scored = Scored(play);
            var passed = play.Other is { } passer ? $" ({Name(passer)} {Count(passer, counts => counts with { Assists = counts.Assists + 1 }).Assists} AST)" : string.Empty;
            return $"{shot} ({scored} PTS){passed}";
        }

        return play.Other is { } blocker
            ? $"{Name(blocker)} BLOCK ({Count(blocker, counts => counts with { Blocks = counts.Blocks + 1 }).Blocks} BLK): MISS {shot}"
            : $"MISS {shot}";
    }

    private string FreeThrow(PlayEvent play)
    {
        var (number, of) = play.FreeThrow!.Value;
        var thrown = string.Create(CultureInfo.InvariantCulture, $"{Name(play.Player!)} Free Throw {number} of {of}");
        return play.Made == true ? string.Create(CultureInfo.InvariantCulture, $"{thrown} ({Scored(play)} PTS)") : $"MISS {thrown}";
    }

    private string Rebound(PlayEvent play)
    {
        if (play.Player is not { } catcher)
        {
            return $"{Team(play)} Rebound";
        }

        var counts = Count(catcher, before => play.Offensive == true ? before with { Offensive = before.Offensive + 1 } : before with { Defensive = before.Defensive + 1 });
        return string.Create(CultureInfo.InvariantCulture, $"{Name(catcher)} REBOUND (Off:{counts.Offensive} Def:{counts.Defensive})");
    }

    private string Turnover(PlayEvent play)
    {
        if (play.Player is not { } loser)
        {
            return $"{Team(play)} Turnover: Shot Clock";
        }

        var words = play.Turnover switch
        {
            TurnoverKind.BadPass => "Bad Pass",
            TurnoverKind.LostBall => "Lost Ball",
            TurnoverKind.Traveling => "Traveling",
            _ => "Offensive Foul",
        };
        var lost = string.Create(
            CultureInfo.InvariantCulture, $"{Name(loser)} {words} Turnover (P{Count(loser, counts => counts with { Turnovers = counts.Turnovers + 1 }).Turnovers})");
        return play.Other is { } thief
            ? string.Create(CultureInfo.InvariantCulture, $"{Name(thief)} STEAL ({Count(thief, counts => counts with { Steals = counts.Steals + 1 }).Steals} STL): {lost}")
            : lost;
    }

    private string Foul(PlayEvent play)
    {
        var word = play.Foul switch
        {
            FoulKind.Shooting => "S.FOUL",
            FoulKind.LooseBall => "L.B.FOUL",
            FoulKind.Offensive => "OFF.Foul",
            _ => "P.FOUL",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Name(play.Player!)} {word} (P{Count(play.Player!, counts => counts with { Fouls = counts.Fouls + 1 }).Fouls})");
    }

    private int Scored(PlayEvent play) => Count(play.Player!, counts => counts with { Points = counts.Points + play.Points }).Points;

    private Tally Count(SimulatedPlayer player, Func<Tally, Tally> change) => _tallies[player] = change(_tallies.GetValueOrDefault(player));

    private string Team(PlayEvent play) => TeamSpellings.SimulatedNickname(teamOf(play.Side!.Value));

    private static string Name(SimulatedPlayer player) => PlainLetters.Of(player.LastName);

    private static string Words(ShotStyle style) => style switch
    {
        ShotStyle.JumpShot => "Jump Shot",
        ShotStyle.PullUp => "Pullup Jump Shot",
        ShotStyle.StepBack => "Step Back Jump Shot",
        ShotStyle.Fadeaway => "Turnaround Fadeaway Shot",
        ShotStyle.Hook => "Hook Shot",
        ShotStyle.Floater => "Driving Floating Jump Shot",
        ShotStyle.Layup => "Layup",
        ShotStyle.DrivingLayup => "Driving Layup",
        _ => "Dunk",
    };

    private readonly record struct Tally(int Points, int Assists, int Blocks, int Steals, int Fouls, int Turnovers, int Offensive, int Defensive);
}
