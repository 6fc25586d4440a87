using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

namespace NbaProps.Simulator.Serving;

/// <summary>What the league and its observers have published by a moment. Nothing that is served may come from later.</summary>
/// <param name="Truth">The truth.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record LeagueMoment(SimulatedSeason Truth, DateTimeOffset Now)
{
    /// <summary>What is seen of it at the moment: no game knows its later date, and box scores are what the scorers have entered.</summary>
    public SimulatedSeason Season => Truth.At(Now);

    /// <summary>How a game stands; one that was put off has not begun.</summary>
    public GameStatus StatusOf(SimulatedGame game) =>
        game.IsOff || Now < game.Scheduled.TipOff ? GameStatus.Scheduled : Now < game.Ended ? GameStatus.Live : GameStatus.Final;

    /// <summary>Whether a game is on the schedule: the regular season's always, others from the morning before, when it is certain who plays.</summary>
    public bool Knows(SimulatedGame game) => game.Scheduled.Id.Phase == SeasonPhase.Regular || Now >= game.Scheduled.Date.AddDays(-1).At(6);

    /// <summary>Whether the league's box scores and game logs have a game: minutes after its end.</summary>
    public bool HasBoxScore(SimulatedGame game) => !game.IsOff && Now >= game.Ended.AddMinutes(6);

    /// <summary>Whether a feed's box score of a game, or its lines in a log, have no numbers yet, however the game stands.</summary>
    public bool IsPlaceholder(Feed feed, SimulatedGame game) => !game.IsOff && Now >= game.Scheduled.TipOff && FaultOf(FaultKind.PlaceholderRows, feed, game) is not null;

    /// <summary>The fault of a kind that a feed has with a game at the moment, of a player where one is given; null for none.</summary>
    public Fault? FaultOf(FaultKind kind, Feed feed, SimulatedGame game, PlayerKey? player = null) => Truth.Script.OfGame(kind, game.Scheduled.Id)
        .FirstOrDefault(fault => string.Equals(fault.Feed, feed.Name, StringComparison.Ordinal) && fault.IsOn(Now) && (player is null || fault.Player == player));

    /// <summary>Whether the gamebook of a game is there: between four and half past five in the morning after.</summary>
    public bool HasGamebook(SimulatedGame game) => !game.IsOff && Now >= game.Scheduled.Date.AddDays(1).At(4).AddMinutes(Delay(game, "gamebook", 90));

    /// <summary>Whether BigDataBall's file of a game is there: between seven and half past nine in the morning after.</summary>
    public bool HasBigDataBall(SimulatedGame game) => !game.IsOff && Now >= BigDataBallAt(game);

    /// <summary>When BigDataBall's file of a game appears.</summary>
    public DateTimeOffset BigDataBallAt(SimulatedGame game) => game.Scheduled.Date.AddDays(1).At(7).AddMinutes(Delay(game, "bigdataball", 150));

    /// <summary>Whether the officials of a date's games are named: from ten in the morning.</summary>
    public bool HasOfficials(GameDate date) => Now >= date.At(10);

    /// <summary>A team's players on a date, the best first, as far as trades are known by the moment.</summary>
    public IReadOnlyList<SimulatedPlayer> RosterOf(TeamTricode team)
    {
        var gone = new HashSet<SimulatedPlayer>(ReferenceEqualityComparer.Instance);
        var come = new List<SimulatedPlayer>();
        foreach (var move in Season.Moves.Where(move => Now >= move.Date.At(5)))
        {
            if (move.From == team)
            {
                gone.Add(move.Player);
                come.Remove(move.Player);
            }
            else if (move.To == team)
            {
                gone.Remove(move.Player);
                come.Add(move.Player);
            }
        }

        var first = Season.League.Rosters[team];
        return [.. first.Where(player => !gone.Contains(player)), .. come.Except(first)];
    }

    /// <summary>Whose fault a feed's is: one of the books that it lists.</summary>
    internal static Bookmaker BookOf(Fault fault, Feed feed)
    {
        var books = feed == Feeds.BettingPros ? [.. Bookmaker.All.Where(book => book.BettingProsId is not null)] : Bookmaker.All;
        return books[fault.Number % books.Count];
    }

    private double Delay(SimulatedGame game, string what, int minutes) =>
        Dice.For(Season.League.Seed, what, game.Scheduled.Id.ToString()).Between(0.0, minutes);
}

/// <summary>How a game stands.</summary>
public enum GameStatus
{
    /// <summary>It has not begun.</summary>
    Scheduled = 1,

    /// <summary>It is being played.</summary>
    Live = 2,

    /// <summary>It is over.</summary>
    Final = 3,
}
