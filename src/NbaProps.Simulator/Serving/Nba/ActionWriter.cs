using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Teams;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>Writes a game's events as actions, in order. A substitution is two of them; a block and a steal are actions of their own.</summary>
/// <param name="json">Where to.</param>
/// <param name="game">The game.</param>
/// <param name="crew">Its referees, of whom one calls each foul.</param>
internal sealed class ActionWriter(Utf8JsonWriter json, SimulatedGame game, IReadOnlyList<Official> crew)
{
    private const string Points = "PTS";
    private const string Fouls = "PF";
    private const int FoulsInPenalty = 5;

    private readonly PlayTotals _totals = new();
    private readonly PossessionTracker _possessions = new();
    private SimulatedPlayer? _player;
    private int _number;
    private int _lastShot;

    /// <summary>Writes the actions of an event.</summary>
    /// <param name="events">The game's events so far.</param>
    /// <param name="place">Which of them; each is written once, in their order.</param>
    public void Write(IReadOnlyList<PlayEvent> events, int place)
    {
        var play = events[place];
        var marks = _possessions.Next(play);
        switch (play.Kind)
        {
            case PlayKind.PeriodStart or PlayKind.PeriodEnd:
                Simple(play, "period", play.Kind == PlayKind.PeriodStart ? "start" : "end", play.Kind == PlayKind.PeriodStart ? "Period Start" : "Period End");
                break;
            case PlayKind.JumpBall:
                JumpBall(play);
                break;
            case PlayKind.Shot:
                Shot(play, marks);
                break;
            case PlayKind.FreeThrow:
                FreeThrow(play, marks);
                break;
            case PlayKind.Rebound:
                Rebound(play);
                break;
            case PlayKind.Turnover:
                Turnover(play);
                break;
            case PlayKind.Foul:
                Foul(events, place);
                break;
            case PlayKind.Substitution:
                Substitute(play, "out", play.Player!);
                Substitute(play, "in", play.Other!);
                break;
            case PlayKind.Timeout:
                Begin(play, "timeout", "full", ["team"], play.Side, player: null);
                End($"{Team(play.Side!.Value)} Timeout");
                break;
            default:
                throw new InvalidOperationException($"No action is of an event {play.Kind}.");
        }
    }

    /// <summary>Writes the game's end.</summary>
    public void GameEnd(PlayEvent last) => Simple(last, "game", "end", "Game End");

    private TeamTricode Team(Side side) => game.Plan.Of(side).Team;

    private void Simple(PlayEvent play, string type, string subType, string description)
    {
        Begin(play, type, subType, [], side: null, player: null);
        End(description);
    }

    private void JumpBall(PlayEvent play)
    {
        var (winner, loser) = play.Side == Side.Home ? (play.Player!, play.Other!) : (play.Other!, play.Player!);
        Begin(play, "jumpball", "recovered", [], play.Side, play.Receiver, play.Period == 1 ? "startperiod" : "overtime");
        json.WriteString("jumpBallRecoveredName", play.Receiver!.InitialName);
        json.WriteNumber("jumpBallRecoverdPersonId", play.Receiver.Id.Id);
        Named("jumpBallWonPlayerName", "jumpBallWonPersonId", winner);
        Named("jumpBallLostPlayerName", "jumpBallLostPersonId", loser);
        End($"Jump Ball {winner.InitialName} vs. {loser.InitialName}: Tip to {play.Receiver.InitialName}", winner, loser);
    }

    private void Shot(PlayEvent play, ShotMarks marks)
    {
        var (spot, shooter, made) = (play.Spot!, play.Player!, play.Made == true);
        var (subType, descriptor) = PlayWords.Of(spot.Style);
        Begin(play, spot.IsThree ? "3pt" : "2pt", subType, Qualifiers(marks), play.Side, shooter, descriptor, spot);
        _lastShot = _number;
        json.WriteString("shotResult", made ? "Made" : "Missed");
        var kind = spot.IsThree ? "3PT" : subType;
        var words = spot.IsThree ? $"{PlayWords.Feet(spot)} 3PT{Word(descriptor)}" : $"{PlayWords.Feet(spot)}{Word(descriptor)} {(made || descriptor is null || subType != "Jump Shot" ? kind : "Shot")}";
        if (!made)
        {
            End($"MISS {shooter.InitialName}{words}{(play.Other is null ? string.Empty : " - blocked")}", Blocked(play.Other));
            if (play.Other is { } blocker)
            {
                Own(play, "block", blocker, play.Side!.Value.Other(), "BLOCK", "BLK");
            }

            return;
        }

        var points = _totals.Add(shooter, Points, play.Points);
        json.WriteNumber("pointsTotal", points);
        var assist = string.Empty;
        if (play.Other is { } passer)
        {
            var assists = _totals.Add(passer, "AST");
            json.WriteString("assistPlayerNameInitial", passer.InitialName);
            json.WriteNumber("assistPersonId", passer.Id.Id);
            json.WriteNumber("assistTotal", assists);
            assist = string.Create(CultureInfo.InvariantCulture, $" ({passer.InitialName} {assists} AST)");
        }

        End(string.Create(CultureInfo.InvariantCulture, $"{shooter.InitialName}{words} ({points} PTS){assist}"), play.Other);
    }

    private SimulatedPlayer? Blocked(SimulatedPlayer? blocker)
    {
        if (blocker is not null)
        {
            Named("blockPlayerName", "blockPersonId", blocker);
        }

        return blocker;
    }

    private void FreeThrow(PlayEvent play, ShotMarks marks)
    {
        var (shooter, (number, of)) = (play.Player!, play.FreeThrow!.Value);
        var which = string.Create(CultureInfo.InvariantCulture, $"{number} of {of}");
        Begin(play, "freethrow", which, Qualifiers(marks), play.Side, shooter);
        _lastShot = _number;
        json.WriteString("shotResult", play.Made == true ? "Made" : "Missed");
        if (play.Made == true)
        {
            var points = _totals.Add(shooter, Points);
            json.WriteNumber("pointsTotal", points);
            End(string.Create(CultureInfo.InvariantCulture, $"{shooter.InitialName} Free Throw {which} ({points} PTS)"));
        }
        else
        {
            End($"MISS {shooter.InitialName} Free Throw {which}");
        }
    }

    private void Rebound(PlayEvent play)
    {
        var kind = play.Offensive == true ? "offensive" : "defensive";
        Begin(play, "rebound", kind, play.Player is null ? ["team"] : [], play.Side, play.Player);
        json.WriteNumber("shotActionNumber", _lastShot);
        if (play.Player is not { } catcher)
        {
            End($"TEAM {kind} REBOUND");
            return;
        }

        _totals.Add(catcher, kind);
        var (offensive, defensive) = (_totals.Of(catcher, "offensive"), _totals.Of(catcher, "defensive"));
        json.WriteNumber("reboundTotal", offensive + defensive);
        json.WriteNumber("reboundDefensiveTotal", defensive);
        json.WriteNumber("reboundOffensiveTotal", offensive);
        End(string.Create(CultureInfo.InvariantCulture, $"{catcher.InitialName} REBOUND (Off:{offensive} Def:{defensive})"));
    }

    private void Turnover(PlayEvent play)
    {
        var (subType, descriptor) = PlayWords.Of(play.Turnover!.Value, play.Other is not null);
        Begin(play, "turnover", subType, play.Player is null ? ["team"] : [], play.Side, play.Player, descriptor);
        if (play.Player is not { } player)
        {
            End($"{Team(play.Side!.Value)} {subType} Team TURNOVER");
            return;
        }

        var total = _totals.Add(player, "TO");
        json.WriteNumber("turnoverTotal", total);
        if (play.Other is not null)
        {
            Named("stealPlayerName", "stealPersonId", play.Other);
        }

        End(string.Create(CultureInfo.InvariantCulture, $"{player.InitialName}{Word(descriptor)} {subType} TURNOVER ({total} TO)"), play.Other);
        if (play.Other is { } thief)
        {
            Own(play, "steal", thief, play.Side!.Value.Other(), "STEAL", "STL");
        }
    }

    private void Foul(IReadOnlyList<PlayEvent> events, int place)
    {
        var play = events[place];
        var (subType, descriptor) = PlayWords.Of(play.Foul!.Value);
        var next = events.Skip(place + 1).SkipWhile(other => other.Kind == PlayKind.Substitution).FirstOrDefault();
        var throws = next is { Kind: PlayKind.FreeThrow, FreeThrow: (1, var of) } ? of : 0;
        string[] penalty = play.Foul != FoulKind.Offensive && PlayTotals.PeriodFouls(events, place) >= FoulsInPenalty ? ["inpenalty"] : [];
        Begin(play, "foul", subType, throws == 0 ? penalty : [.. penalty, string.Create(CultureInfo.InvariantCulture, $"{throws}freethrow")], play.Side, play.Player, descriptor);
        var total = _totals.Add(play.Player!, Fouls);
        json.WriteNumber("foulPersonalTotal", total);
        json.WriteNumber("foulTechnicalTotal", 0);
        json.WriteNumber("officialId", crew[play.Number % crew.Count].Code);
        Named("foulDrawnPlayerName", "foulDrawnPersonId", play.Other!);
        var shots = throws == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({play.Other!.LastName} {throws} FT)");
        End(string.Create(CultureInfo.InvariantCulture, $"{play.Player!.InitialName}{Word(descriptor)} {subType} FOUL ({total} PF){shots}"), play.Other);
    }

    private void Substitute(PlayEvent play, string way, SimulatedPlayer player)
    {
        Begin(play, "substitution", way, [], play.Side, player);
        End($"SUB {way}: {player.InitialName}");
    }

    // An action that only repeats who blocked or stole.
    private void Own(PlayEvent play, string type, SimulatedPlayer player, Side side, string word, string what)
    {
        Begin(play, type, string.Empty, [], side, player);
        End(string.Create(CultureInfo.InvariantCulture, $"{player.InitialName} {word} ({_totals.Add(player, what)} {what})"));
    }

    private static string Word(string? descriptor) => descriptor is null ? string.Empty : $" {descriptor}";

    private static string[] Qualifiers(ShotMarks marks) =>
    [
        .. marks.FastBreak ? ["fastbreak"] : Array.Empty<string>(), .. marks.Paint ? ["pointsinthepaint"] : Array.Empty<string>(),
        .. marks.SecondChance ? ["2ndchance"] : Array.Empty<string>(), .. marks.FromTurnover ? ["fromturnover"] : Array.Empty<string>(),
    ];

    private void Named(string name, string id, SimulatedPlayer player)
    {
        json.WriteString(name, player.LastName);
        json.WriteNumber(id, player.Id.Id);
    }

    private void Begin(PlayEvent play, string type, string subType, IReadOnlyList<string> qualifiers, Side? side, SimulatedPlayer? player, string? descriptor = null, ShotSpot? spot = null)
    {
        var at = GameTimes.At(game, play).UtcDateTime;
        _number++;
        json.WriteStartObject();
        json.WriteNumber("actionNumber", _number);
        json.WriteString("clock", StatusText.Clock(play.Clock));
        json.WriteString("timeActual", at.ToString("yyyy-MM-dd'T'HH:mm:ss.f'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("period", play.Period);
        json.WriteString("periodType", PeriodScores.TypeOf(play.Period));
        if (side is { } own)
        {
            json.WriteNumber("teamId", TeamSpellings.NbaId(Team(own)));
            json.WriteString("teamTricode", Team(own).Value);
        }

        json.WriteString("actionType", type);
        json.WriteString("subType", subType);
        if (descriptor is not null)
        {
            json.WriteString("descriptor", descriptor);
        }

        json.WriteStartArray("qualifiers");
        foreach (var qualifier in qualifiers)
        {
            json.WriteStringValue(qualifier);
        }

        json.WriteEndArray();
        json.WriteNumber("personId", player?.Id.Id ?? 0);
        CourtPlace.Write(json, spot, towardsRight: (side == Side.Home) == (play.Period is 1 or 2));
        json.WriteNumber("possession", type == "game" || _possessions.Ball is not { } ball ? 0 : TeamSpellings.NbaId(Team(ball)));
        json.WriteString("scoreHome", play.HomeScore.ToString(CultureInfo.InvariantCulture));
        json.WriteString("scoreAway", play.AwayScore.ToString(CultureInfo.InvariantCulture));
        json.WriteString("edited", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("orderNumber", 10_000 * _number);
        json.WriteBoolean("isTargetScoreLastPeriod", value: false);
        json.WriteNumber("isFieldGoal", spot is null ? 0 : 1);
        _player = player;
    }

    private void End(string description, params ReadOnlySpan<SimulatedPlayer?> others)
    {
        json.WriteString("description", description);
        if (_player is not null)
        {
            json.WriteString("playerName", _player.LastName);
            json.WriteString("playerNameI", _player.InitialName);
        }

        json.WriteStartArray("personIdsFilter");
        foreach (var other in (ReadOnlySpan<SimulatedPlayer?>)[_player, .. others])
        {
            if (other is not null)
            {
                json.WriteNumberValue(other.Id.Id);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
