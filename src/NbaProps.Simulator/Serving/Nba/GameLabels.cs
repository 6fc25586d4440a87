using System.Globalization;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Simulator.Play;
using NbaProps.Simulator.Running;
using NbaProps.Simulator.Schedule;

namespace NbaProps.Simulator.Serving.Nba;

/// <summary>What the schedule calls a game of the postseason, and how its series stands; empty for others.</summary>
/// <param name="Label">"Play-In Tournament", "East First Round", "NBA Finals".</param>
/// <param name="SubLabel">"East", "Game 3".</param>
/// <param name="Number">"Game 3".</param>
/// <param name="Series">"BOS leads 2-1".</param>
internal sealed record GameLabels(string Label, string SubLabel, string Number, string Series)
{
    private static readonly GameLabels None = new(string.Empty, string.Empty, string.Empty, string.Empty);

    /// <summary>The labels of a game.</summary>
    /// <param name="game">The game.</param>
    /// <param name="records">Wins of its series as far as they are known.</param>
    public static GameLabels Of(SimulatedGame game, TeamRecords records)
    {
        var id = game.Scheduled.Id;
        var conference = Divisions.IsEast(game.Scheduled.Home) ? "East" : "West";
        if (id.Phase == SeasonPhase.PlayIn)
        {
            return None with { Label = "Play-In Tournament", SubLabel = conference };
        }

        if (id.Phase != SeasonPhase.Playoffs)
        {
            return None;
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"Game {id.Number % 10}");
        var round = (id.Number / 100) switch
        {
            1 => $"{conference} First Round",
            2 => $"{conference} Conf. Semifinals",
            3 => $"{conference} Conf. Finals",
            _ => "NBA Finals",
        };
        return new(round, number, number, Standing(game, records));
    }

    private static string Standing(SimulatedGame game, TeamRecords records)
    {
        var (wins, losses) = records.Of(game, game.Scheduled.Home);
        var (more, fewer) = (Math.Max(wins, losses), Math.Min(wins, losses));
        TeamTricode leader = wins > losses ? game.Plan.Of(Side.Home).Team : game.Plan.Of(Side.Away).Team;
        return more == 0 ? string.Empty
            : more == fewer ? string.Create(CultureInfo.InvariantCulture, $"Series tied {more}-{fewer}")
            : string.Create(CultureInfo.InvariantCulture, $"{leader} {(more == 4 ? "wins" : "leads")} {more}-{fewer}");
    }
}
