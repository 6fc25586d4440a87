using System.Text.Json;

using NbaProps.Domain;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Serving;

namespace NbaProps.Tests.Simulator.Serving.Nba;

/// <summary>The play-by-play, read back, is what happened: every event with its time, score, people, result and place.</summary>
public sealed class PlayByPlayRoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(29)]
    public async Task Every_event_of_a_pocket_season_comes_back(long seed)
    {
        await using var served = await Served.Of(Leagues.Pocket(seed));
        foreach (var game in served.Season.Games)
        {
            await Agrees(served, game);
        }
    }

    [Fact]
    public async Task Every_event_of_a_date_of_the_full_league_and_of_a_game_with_overtime_comes_back()
    {
        await using var served = await Served.Of(Leagues.Full);
        foreach (var game in served.Season.ByDate[served.Season.Games[800].Scheduled.Date].Append(served.Season.Games.First(game => game.Box.Overtimes > 0)))
        {
            await Agrees(served, game);
        }
    }

    [Fact]
    public async Task Blocks_and_steals_are_actions_of_their_own_and_what_a_player_has_so_far_is_said_beside_each_action()
    {
        await using var served = await Served.Of(Leagues.Full);
        var game = served.Season.Games[40];
        using var json = JsonDocument.Parse((await served.Bytes(NbaAddresses.Plays(game))).ShouldNotBeNull());
        var actions = json.RootElement.GetProperty("game").GetProperty("actions").EnumerateArray().ToArray();

        Count("block").ShouldBe(game.Box.Players.Sum(line => line.Blocks));
        Count("steal").ShouldBe(game.Box.Players.Sum(line => line.Steals));
        Count("game").ShouldBe(1);
        foreach (var line in game.Box.Players)
        {
            Most(line, "pointsTotal", "personId").ShouldBe(line.Points);
            Most(line, "assistTotal", "assistPersonId").ShouldBe(line.Assists);
            Most(line, "reboundTotal", "personId").ShouldBe(line.Rebounds);
            Most(line, "turnoverTotal", "personId").ShouldBe(line.Turnovers);
            Most(line, "foulPersonalTotal", "personId").ShouldBe(line.Fouls);
        }

        int Count(string type) => actions.Count(action => action.GetProperty("actionType").GetString() == type);
        int Most(PlayerCounts line, string total, string who) => actions
            .Where(action => action.TryGetProperty(total, out _) && action.GetProperty(who).GetInt64() == line.Player.Id.Id).Select(action => action.GetProperty(total).GetInt32()).DefaultIfEmpty().Max();
    }

    [Fact]
    public async Task The_actual_times_go_from_the_tip_off_to_the_end()
    {
        await using var served = await Served.Of(Leagues.Pocket(3));
        var game = served.Season.Games[2];
        using var json = JsonDocument.Parse((await served.Bytes(NbaAddresses.Plays(game))).ShouldNotBeNull());
        var times = json.RootElement.GetProperty("game").GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("timeActual").GetDateTimeOffset()).ToArray();

        times[0].ShouldBe(game.Scheduled.TipOff);
        times[^1].ShouldBe(game.Ended);
        times.ShouldBeInOrder();
    }

    [Fact]
    public async Task Shots_lie_where_the_area_says()
    {
        await using var served = await Served.Of(Leagues.Full);
        var game = served.Season.Games[10];
        using var json = JsonDocument.Parse((await served.Bytes(NbaAddresses.Plays(game))).ShouldNotBeNull());
        var shots = json.RootElement.GetProperty("game").GetProperty("actions").EnumerateArray().Where(action => action.GetProperty("isFieldGoal").GetInt32() == 1).ToArray();

        shots.Length.ShouldBe(game.Box.Players.Sum(line => line.FieldGoalsAttempted));
        shots.ShouldAllBe(shot => shot.GetProperty("x").GetDouble() >= 0 && shot.GetProperty("x").GetDouble() <= 100 && shot.GetProperty("y").GetDouble() >= 0 && shot.GetProperty("y").GetDouble() <= 100);
        shots.ShouldAllBe(shot => shot.GetProperty("side").GetString() == (shot.GetProperty("x").GetDouble() < 50 ? "left" : "right"));
        shots.Select(shot => shot.GetProperty("area").GetString()).Distinct().Order().ShouldBe(
            ["Above the Break 3", "In The Paint (Non-RA)", "Left Corner 3", "Mid-Range", "Restricted Area", "Right Corner 3"]);
        shots.ShouldAllBe(shot => shot.GetProperty("area").GetString()!.EndsWith('3') == (shot.GetProperty("actionType").GetString() == "3pt"));
    }

    private static async Task Agrees(Served served, SimulatedGame game)
    {
        var reading = await served.Read("nba_playbyplay", NbaAddresses.Plays(game));
        reading.Rows.Cast<PlayLine>().Select(Text).ShouldBe(served.Season.EventsOf(game).SelectMany(play => Texts(game, play)));
        reading.LeftOut.ShouldAllBe(why => why.Contains("told by the action beside it", StringComparison.Ordinal) || why.Contains("the game has no event of its own", StringComparison.Ordinal));
    }

    private static string Text(PlayLine line) => FormattableString.Invariant(
        $"{line.GameId} {line.Period} {line.ClockSeconds} {line.ElapsedSeconds} {line.HomeScore}-{line.AwayScore} {line.EventType} {line.EventSubtype} {line.Team} {Name(line.Player1)} {Name(line.Player2)} {Name(line.Player3)} {line.ShotMade} {line.ShotType} {line.ShotDistance} {line.Points} {line.OriginalX} {line.OriginalY}");

    private static string Name(PlayPlayer? player) => player is null ? "-" : $"{player.PlayerId}{player.Role}";

    private static IEnumerable<string> Texts(SimulatedGame game, PlayEvent play)
    {
        if (play.Kind == PlayKind.Substitution)
        {
            yield return Text(game, play, "substitution", "out", [(play.Player, null)]);
            yield return Text(game, play, "substitution", "in", [(play.Other, null)]);
            yield break;
        }

        yield return play.Kind switch
        {
            PlayKind.PeriodStart => Text(game, play, "start of period", ActionWords.Subtype(play), []),
            PlayKind.PeriodEnd => Text(game, play, "end of period", ActionWords.Subtype(play), []),
            PlayKind.JumpBall => Text(
                game, play, "jump ball", ActionWords.Subtype(play),
                play.Side == Side.Home ? [(play.Player, null), (play.Other, "jumper"), (play.Receiver, "possession")] : [(play.Other, null), (play.Player, "jumper"), (play.Receiver, "possession")]),
            PlayKind.Shot => Text(game, play, "shot", ActionWords.Subtype(play), [(play.Player, null), (play.Other, play.Made == true ? "assist" : "block")]),
            PlayKind.FreeThrow => Text(game, play, "free throw", ActionWords.Subtype(play), [(play.Player, null)]),
            PlayKind.Rebound => Text(game, play, "rebound", ActionWords.Subtype(play), [(play.Player, null)]),
            PlayKind.Turnover => Text(game, play, "turnover", ActionWords.Subtype(play), [(play.Player, null), (play.Other, "steal")]),
            PlayKind.Foul => Text(game, play, "foul", ActionWords.Subtype(play), [(play.Player, null), (play.Other, "fouled")]),
            _ => Text(game, play, "timeout", ActionWords.Subtype(play), []),
        };
    }

    private static string Text(SimulatedGame game, PlayEvent play, string type, string subtype, IReadOnlyList<(SimulatedPlayer? Player, string? Role)> people)
    {
        var there = people.Where(one => one.Player is not null).Select(one => $"{one.Player!.Id}{one.Role}").Concat(["-", "-", "-"]).Take(3);
        var team = play.Side is { } side ? game.Plan.Of(side).Team.Value : string.Empty;
        int? points = play.Made is null ? null : play.Points;
        var kind = play.Spot is null ? string.Empty : play.Spot.IsThree ? "3pt" : "2pt";
        return FormattableString.Invariant(
            $"{game.Scheduled.Id} {play.Period} {play.Clock} {play.Elapsed} {play.HomeScore}-{play.AwayScore} {type} {subtype} {team} {string.Join(' ', there)} {play.Made} {kind} {play.Spot?.Feet} {points} {play.Spot?.X} {play.Spot?.Y}");
    }
}
