using System.Buffers;
using System.Globalization;
using System.Text.Json;

using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving.Nba;
using NbaProps.Tests.Simulator.Serving.Nba;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Raw;

/// <summary>
/// A game's events as the content network tells them: ids and parts of names, nobody on court. Rules: a substitution is two actions; blocks and steals have actions, which take a number and
/// are no events.
/// </summary>
internal static class NetworkPlays
{
    public static IEnumerable<BigDataBallPlayByPlayRow> Of(SimulatedGame game, DayTruth day)
    {
        var words = Words(game, day.Season.Season);
        var number = 0;
        foreach (var play in day.Season.Season.EventsOf(game))
        {
            var row = PlayByPlayTruth.Row(game, play, day, day.At(Moment.NextMorning)) with { DataSource = "nbacom_fallback", Source = "nba_playbyplay", ShotDistance = play.Spot?.Feet };
            foreach (var action in Actions(row, play))
            {
                yield return Numbered(action, ++number, words);
            }

            number += play is { Kind: PlayKind.Shot or PlayKind.Turnover, Made: not true, Other: not null } ? 1 : 0;
        }
    }

    private static BigDataBallPlayByPlayRow Numbered(BigDataBallPlayByPlayRow row, int number, IReadOnlyDictionary<int, string> words) =>
        row with { EventSequence = 10_000 * number, EventId = number.ToString(CultureInfo.InvariantCulture), EventDescription = words[number] };

    private static IEnumerable<BigDataBallPlayByPlayRow> Actions(BigDataBallPlayByPlayRow row, PlayEvent play) => play.Kind switch
    {
        PlayKind.Substitution => [Own(row, play.Player) with { EventSubtype = "out" }, Own(row, play.Other) with { EventSubtype = "in" }],
        PlayKind.JumpBall => [Jump(row, play)],
        _ => [Second(Own(row, play.Player), play) with { EventSubtype = ActionWords.Subtype(play) }],
    };

    // The winner's event, with the one who lost and the one who got the ball.
    private static BigDataBallPlayByPlayRow Jump(BigDataBallPlayByPlayRow row, PlayEvent play)
    {
        var (winner, loser) = play.Side == Side.Home ? (play.Player!, play.Other!) : (play.Other!, play.Player!);
        return row with
        {
            EventSubtype = ActionWords.Subtype(play),
            Player1Name = winner.LastName,
            Player1Id = winner.Id,
            Player2Name = loser.LastName,
            Player2Id = loser.Id,
            Player2Role = "jumper",
            Player3Name = play.Receiver!.InitialName,
            Player3Id = play.Receiver.Id,
            Player3Role = "possession",
        };
    }

    private static BigDataBallPlayByPlayRow Own(BigDataBallPlayByPlayRow row, SimulatedPlayer? player) => row with { Player1Name = player?.InitialName, Player1Id = player?.Id };

    private static BigDataBallPlayByPlayRow Second(BigDataBallPlayByPlayRow row, PlayEvent play) => play.Other is not { } other
        ? row
        : row with
        {
            Player2Name = play is { Kind: PlayKind.Shot, Made: true } ? other.InitialName : other.LastName,
            Player2Id = other.Id,
            Player2Role = play switch { { Kind: PlayKind.Shot, Made: true } => "assist", { Kind: PlayKind.Shot } => "block", { Kind: PlayKind.Turnover } => "steal", _ => "fouled" },
        };

    // The sentences are the network's own: what it wrote is to be what is read.
    private static Dictionary<int, string> Words(SimulatedGame game, SimulatedSeason season)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            var (writer, events) = (new ActionWriter(json, game, Crews.Of(season, game)), season.EventsOf(game));
            for (var place = 0; place < events.Count; place++)
            {
                writer.Write(events, place);
            }

            json.WriteEndArray();
        }

        using var actions = JsonDocument.Parse(buffer.WrittenMemory);
        return actions.RootElement.EnumerateArray().ToDictionary(action => action.GetProperty("actionNumber").GetInt32(), action => action.GetProperty("description").GetString()!);
    }
}
