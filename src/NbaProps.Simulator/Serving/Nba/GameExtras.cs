using System.Globalization;

using NbaProps.Simulator.League;
using NbaProps.Simulator.Play;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>What the content network's box score counts beyond a line: how points came about, leads, runs, fouls drawn. Counted from the events.</summary>
internal sealed class GameExtras
{
    private readonly Dictionary<SimulatedPlayer, PlayerExtras> _players = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SimulatedPlayer>);
    private readonly Dictionary<Side, TeamExtras> _teams = new() { [Side.Home] = new(), [Side.Away] = new() };

    /// <summary>Counts a game as far as it is played.</summary>
    public GameExtras(IReadOnlyList<PlayEvent> events)
    {
        var possessions = new PossessionTracker();
        PlayEvent? before = null;
        foreach (var play in events)
        {
            Time(before, play);
            var marks = possessions.Next(play);
            Count(play, marks);
            if (play.Points > 0)
            {
                Score(play, before!);
            }

            before = play;
        }
    }

    /// <summary>Times that the lead changed sides.</summary>
    public int LeadChanges { get; private set; }

    /// <summary>Times that a basket made the score level.</summary>
    public int TimesTied { get; private set; }

    private Side? Leader { get; set; }

    private (Side Side, int Points) Run { get; set; }

    /// <summary>A player's; zeros of one who is in no event.</summary>
    public PlayerExtras Of(SimulatedPlayer player) => _players.TryGetValue(player, out var extras) ? extras : _players[player] = new();

    /// <summary>A side's.</summary>
    public TeamExtras Of(Side side) => _teams[side];

    private void Time(PlayEvent? before, PlayEvent play)
    {
        if (before is not null && before.Period == play.Period && before.HomeScore != before.AwayScore)
        {
            Of(before.HomeScore > before.AwayScore ? Side.Home : Side.Away).SecondsLeading += before.Clock - play.Clock;
        }
    }

    private void Count(PlayEvent play, ShotMarks marks)
    {
        switch (play.Kind)
        {
            case PlayKind.Shot or PlayKind.FreeThrow:
                Tries(Of(play.Side!.Value), play, marks);
                var shooter = Of(play.Player!);
                shooter.FastBreakPoints += marks.FastBreak ? play.Points : 0;
                shooter.PaintPoints += marks.Paint ? play.Points : 0;
                shooter.SecondChancePoints += marks.SecondChance ? play.Points : 0;
                shooter.BlocksReceived += play is { Kind: PlayKind.Shot, Made: false, Other: not null } ? 1 : 0;
                break;
            case PlayKind.Foul:
                Of(play.Player!).OffensiveFouls += play.Foul == FoulKind.Offensive ? 1 : 0;
                Of(play.Other!).FoulsDrawn++;
                Of(play.Side!.Value).BonusFouls += play.Foul == FoulKind.Offensive ? 0 : 1;
                break;
            case PlayKind.Rebound when play.Player is null:
                Of(play.Side!.Value).TeamOffensiveRebounds += play.Offensive == true ? 1 : 0;
                Of(play.Side!.Value).TeamDefensiveRebounds += play.Offensive == true ? 0 : 1;
                break;
            case PlayKind.Turnover when play.Player is null:
                Of(play.Side!.Value).TeamTurnovers++;
                break;
        }
    }

    private static void Tries(TeamExtras team, PlayEvent play, ShotMarks marks)
    {
        team.TurnoverPoints += marks.FromTurnover ? play.Points : 0;
        team.FastBreak.Add(marks.FastBreak, play);
        team.Paint.Add(marks.Paint, play);
        team.SecondChance.Add(marks.SecondChance, play);
    }

    private void Score(PlayEvent play, PlayEvent before)
    {
        var side = play.Side!.Value;
        foreach (var (five, own) in new[] { (play.HomeFive, Side.Home), (play.AwayFive, Side.Away) })
        {
            foreach (var player in five)
            {
                Of(player).Plus += own == side ? play.Points : 0;
                Of(player).Minus += own == side ? 0 : play.Points;
            }
        }

        var team = Of(side);
        var score = string.Create(CultureInfo.InvariantCulture, $"{play.AwayScore}-{play.HomeScore}");
        var lead = side == Side.Home ? play.HomeScore - play.AwayScore : play.AwayScore - play.HomeScore;
        if (lead > team.BiggestLead)
        {
            (team.BiggestLead, team.BiggestLeadScore) = (lead, score);
        }

        Run = Run.Side == side ? (side, Run.Points + play.Points) : (side, play.Points);
        if (Run.Points > team.BiggestRun)
        {
            (team.BiggestRun, team.BiggestRunScore) = (Run.Points, score);
        }

        TimesTied += lead == 0 && before.HomeScore != before.AwayScore ? 1 : 0;
        if (lead > 0 && Leader != side)
        {
            LeadChanges += Leader is null ? 0 : 1;
            Leader = side;
        }
    }
}

/// <summary>A player's.</summary>
internal sealed class PlayerExtras
{
    public int BlocksReceived { get; set; }

    public int OffensiveFouls { get; set; }

    public int FoulsDrawn { get; set; }

    public int Plus { get; set; }

    public int Minus { get; set; }

    public int FastBreakPoints { get; set; }

    public int PaintPoints { get; set; }

    public int SecondChancePoints { get; set; }
}

/// <summary>A team's.</summary>
internal sealed class TeamExtras
{
    public TryCount FastBreak { get; } = new();

    public TryCount Paint { get; } = new();

    public TryCount SecondChance { get; } = new();

    public int TurnoverPoints { get; set; }

    /// <summary>Fouls that count towards the bonus: all but those with the ball.</summary>
    public int BonusFouls { get; set; }

    public int BiggestLead { get; set; }

    /// <summary>The score then, visitors first; empty while it never led.</summary>
    public string BiggestLeadScore { get; set; } = string.Empty;

    public int BiggestRun { get; set; }

    /// <summary>The score then, visitors first.</summary>
    public string BiggestRunScore { get; set; } = string.Empty;

    public int TeamOffensiveRebounds { get; set; }

    public int TeamDefensiveRebounds { get; set; }

    public int TeamTurnovers { get; set; }

    public int SecondsLeading { get; set; }
}

/// <summary>Field goals of a kind, and all points of it.</summary>
internal sealed class TryCount
{
    public int Attempted { get; private set; }

    public int Made { get; private set; }

    public int Points { get; private set; }

    public void Add(bool counts, PlayEvent play)
    {
        if (counts)
        {
            Attempted += play.Kind == PlayKind.Shot ? 1 : 0;
            Made += play is { Kind: PlayKind.Shot, Made: true } ? 1 : 0;
            Points += play.Points;
        }
    }
}
