using NbaProps.Domain.Teams;
using NbaProps.Simulator.Faults;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

namespace NbaProps.Tests.Simulator.Faults;

/// <summary>Seasons in which a test says what happens.</summary>
internal static class Upheavals
{
    /// <summary>The pocket season of seed 1 with faults.</summary>
    public static SimulatedSeason Pocket(params Fault[] faults) => SimulatedSeason.Play(Leagues.Create(1, LeagueSize.Pocket), new FaultScript(faults));

    /// <summary>A fault of a game.</summary>
    public static Fault Of(FaultKind kind, SimulatedGame game, DateTimeOffset from, int number = 0, Feed? feed = null) =>
        new(kind, feed?.Name ?? Feeds.League) { Date = game.Scheduled.Date, Game = game.Scheduled.Id, From = from, Number = number };

    /// <summary>No team plays twice on a date, and none of a full league three days running.</summary>
    public static void CanBePlayed(SimulatedSeason season)
    {
        foreach (var team in season.League.Size.Teams)
        {
            var dates = season.Games.Where(game => Plays(game, team)).Select(game => game.Scheduled.Date).ToArray();
            dates.ShouldBeUnique();
            (season.League.Size.HasPostseason && dates.Where((date, place) => place > 1 && dates[place - 2] == date.AddDays(-2)).Any()).ShouldBeFalse();
        }
    }

    /// <summary>A season as text, line by line of its box scores.</summary>
    public static IEnumerable<string> Lines(IEnumerable<SimulatedGame> games) => games.SelectMany(game => game.Box.Players.Select(line =>
        FormattableString.Invariant($"{game.Scheduled.Id} {game.Scheduled.TipOff:u} {line.Player.Id} {line.Seconds} {line.Points} {line.Rebounds} {line.Assists} {line.PlusMinus}")));

    private static bool Plays(SimulatedGame game, TeamTricode team) => game.Scheduled.Home == team || game.Scheduled.Away == team;
}
