using System.Globalization;

using NbaProps.Shared.Manifest.Raw;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.BigDataBall;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>A game's events as BigDataBall's file tells them: whole names without marks, no ids, and the ten on court.</summary>
internal static class FilePlays
{
    public static IEnumerable<BigDataBallPlayByPlayRow> Of(SimulatedGame game, DayTruth day)
    {
        var sentence = new PlaySentence(side => game.Plan.Of(side).Team);
        var asOf = day.Date.AddDays(1).At(10);
        var (period, clock) = (0, 0);
        foreach (var play in day.Season.Season.EventsOf(game))
        {
            var before = play.Period == period ? clock : PlayEvent.PeriodLength(play.Period);
            (period, clock) = (play.Period, play.Clock);
            yield return OnCourt(Placed(People(PlayByPlayTruth.Row(game, play, day, asOf), play), play), play) with
            {
                EventSequence = play.Number,
                EventId = play.Number.ToString(CultureInfo.InvariantCulture),
                PlayLengthSeconds = before - play.Clock,
                EventSubtype = PlayWords.Type(play),
                EventDescription = sentence.Of(play),
                DataSource = "bigdataball",
                Source = "bigdataball",
            };
        }
    }

    private static BigDataBallPlayByPlayRow People(BigDataBallPlayByPlayRow row, PlayEvent play)
    {
        var role = play.Kind switch
        {
            PlayKind.Shot => play.Made == true ? "assist" : "block",
            PlayKind.Turnover => "steal",
            PlayKind.Foul => "fouled",
            PlayKind.Substitution => "entered",
            _ => "jumper",
        };
        return row with
        {
            Player1Name = Name(play.Player),
            Player1NameKey = play.Player?.NameKey,
            Player2Name = Name(play.Other),
            Player2NameKey = play.Other?.NameKey,
            Player2Role = play.Other is null ? null : role,
            Player3Name = Name(play.Receiver),
            Player3NameKey = play.Receiver?.NameKey,
            Player3Role = play.Receiver is null ? null : "possession",
        };
    }

    // The visitors shoot at the near basket, five feet from the end of a court of 94 by 50; the home team at the far one.
    private static BigDataBallPlayByPlayRow Placed(BigDataBallPlayByPlayRow row, PlayEvent play) => play.Spot is not { } spot
        ? row
        : row with
        {
            ShotDistance = Math.Round(spot.Feet, MidpointRounding.AwayFromZero),
            ConvertedX = play.Side == Side.Home ? 25 + (spot.X / 10.0) : 25 - (spot.X / 10.0),
            ConvertedY = play.Side == Side.Home ? 89 - (spot.Y / 10.0) : 5 + (spot.Y / 10.0),
        };

    private static BigDataBallPlayByPlayRow OnCourt(BigDataBallPlayByPlayRow row, PlayEvent play) => row with
    {
        AwayPlayer1NameKey = play.AwayFive[0].NameKey,
        AwayPlayer2NameKey = play.AwayFive[1].NameKey,
        AwayPlayer3NameKey = play.AwayFive[2].NameKey,
        AwayPlayer4NameKey = play.AwayFive[3].NameKey,
        AwayPlayer5NameKey = play.AwayFive[4].NameKey,
        HomePlayer1NameKey = play.HomeFive[0].NameKey,
        HomePlayer2NameKey = play.HomeFive[1].NameKey,
        HomePlayer3NameKey = play.HomeFive[2].NameKey,
        HomePlayer4NameKey = play.HomeFive[3].NameKey,
        HomePlayer5NameKey = play.HomeFive[4].NameKey,
    };

    private static string? Name(SimulatedPlayer? player) => player is null ? null : PlainLetters.Of(player.FullName);
}
