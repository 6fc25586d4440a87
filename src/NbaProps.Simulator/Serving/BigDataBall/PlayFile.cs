using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

using NbaProps.Domain.Calendar;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.BigDataBall;

/// <summary>BigDataBall's file of a game: a line for each event, with the ten on court.</summary>
internal static class PlayFile
{
    private const string Header =
        "game_id,data_set,date,a1,a2,a3,a4,a5,h1,h2,h3,h4,h5,period,away_score,home_score,remaining_time,elapsed,play_length,play_id,team,event_type,assist,away,home,block,"
        + "entered,left,num,opponent,outof,player,points,possession,reason,result,steal,type,shot_distance,original_x,original_y,converted_x,converted_y,description";

    // By the list itself, and no longer than somebody has it.
    private static readonly ConditionalWeakTable<IReadOnlyList<PlayEvent>, byte[]> Written = [];

    /// <summary>"[2025-11-04]-0022500101-DEN@BOS.csv".</summary>
    public static string NameOf(SimulatedGame game) => $"[{game.Scheduled.Date}]-{game.Scheduled.Id}-{game.Scheduled.Away}@{game.Scheduled.Home}.csv";

    /// <summary>The file. Of one list of events it is written once: it is asked for again and again, and is the largest of all answers.</summary>
    /// <param name="game">The game.</param>
    /// <param name="events">Its events.</param>
    public static byte[] Write(SimulatedGame game, IReadOnlyList<PlayEvent> events) => Written.GetValue(events, _ => WriteNow(game, events));

    private static byte[] WriteNow(SimulatedGame game, IReadOnlyList<PlayEvent> events)
    {
        var text = new StringBuilder(events.Count * 400);
        text.Append(Header).Append('\n');
        var sentence = new PlaySentence(side => game.Plan.Of(side).Team);
        var start = $"{game.Scheduled.Id.ToString().TrimStart('0')},{DataSet(game)},{game.Scheduled.Date}";
        var (period, clock) = (0, 0);
        foreach (var play in events)
        {
            var before = play.Period == period ? clock : PlayEvent.PeriodLength(play.Period);
            text.Append(start);
            foreach (var cell in Cells(game, play, before - play.Clock, sentence))
            {
                text.Append(',').Append(Quoted(cell));
            }

            text.Append('\n');
            (period, clock) = (play.Period, play.Clock);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string DataSet(SimulatedGame game) => game.Scheduled.Id.Phase switch
    {
        SeasonPhase.Regular => $"NBA {game.Scheduled.Id.Season} Regular Season",
        SeasonPhase.PlayIn => string.Create(CultureInfo.InvariantCulture, $"NBA {game.Scheduled.Id.Season.EndYear} Play-In"),
        _ => string.Create(CultureInfo.InvariantCulture, $"NBA {game.Scheduled.Id.Season.EndYear} Playoffs"),
    };

    private static IEnumerable<string?> Cells(SimulatedGame game, PlayEvent play, int seconds, PlaySentence sentence)
    {
        var team = play.Side is { } side ? game.Plan.Of(side).Team.Value : null;
        var isJump = play.Kind == PlayKind.JumpBall;
        var isTry = play.Kind is PlayKind.Shot or PlayKind.FreeThrow;
        var leaves = play.Kind == PlayKind.Substitution ? play.Player : null;
        IEnumerable<string?> cells =
        [
            .. play.AwayFive.Select(Name), .. play.HomeFive.Select(Name), Number(play.Period), Number(play.AwayScore), Number(play.HomeScore), Time(play.Clock),
            Time(play.Elapsed), Time(seconds), Number(play.Number), team, PlayWords.Event(play.Kind), OtherIn(play, PlayKind.Shot, made: true),
            isJump ? Name(play.Other) : null, isJump ? Name(play.Player) : null, OtherIn(play, PlayKind.Shot, made: false), OtherIn(play, PlayKind.Substitution), Name(leaves),
            Number(play.FreeThrow?.Number), OtherIn(play, PlayKind.Foul), Number(play.FreeThrow?.Of), Name(play.Player), isTry ? Number(play.Points) : null, Name(play.Receiver),
            PlayWords.Reason(play), isTry ? (play.Made == true ? "made" : "missed") : null, OtherIn(play, PlayKind.Turnover), PlayWords.Type(play),
        ];
        return [.. cells, .. Places(play), sentence.Of(play)];
    }

    private static string?[] Places(PlayEvent play)
    {
        if (play.Spot is not { } spot)
        {
            return new string?[5];
        }

        var (x, y) = CourtPlace.OnCourt(spot, play.Side!.Value);
        return [Number(CourtPlace.Feet(spot)), Number(spot.X), Number(spot.Y), x.ToString("R", CultureInfo.InvariantCulture), y.ToString("R", CultureInfo.InvariantCulture)];
    }

    private static string? OtherIn(PlayEvent play, PlayKind kind, bool? made = null) => play.Kind == kind && (made is null || play.Made == made) ? Name(play.Other) : null;

    private static string? Name(SimulatedPlayer? player) => player is null ? null : PlainLetters.Of(player.FullName);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Time(int seconds) => string.Create(CultureInfo.InvariantCulture, $"0:{seconds / 60:00}:{seconds % 60:00}");

    private static string? Quoted(string? cell) => cell?.Contains(',', StringComparison.Ordinal) == true ? $"\"{cell}\"" : cell;
}
