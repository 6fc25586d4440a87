using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Simulator.Plausibility;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Simulator.Plausibility;

/// <summary>The regular season 2022-23 as the league's logs and one book's lines have it.</summary>
internal static class RealSeason
{
    private static readonly string[] Needed =
        ["GAME_ID", "GAME_DATE", "TEAM_ABBREVIATION", "MATCHUP", "PLAYER_ID", "PLAYER_NAME", "MIN", "PTS", "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "AST", "STL", "BLK", "TOV", "PF"];

    private static readonly Lazy<SeasonFacts> Facts = new(Read);

    /// <summary>Its facts; the calling test is skipped where the real data is absent.</summary>
    public static SeasonFacts Require()
    {
        SharedData.Require("data");
        return Facts.Value;
    }

    private static SeasonFacts Read()
    {
        var players = new List<(PlayerGame Line, NameKey Name)>();
        foreach (var row in CsvFile.Rows(SharedData.Require("data/nba-gamelogs/player_gamelogs_2022-23.csv.gz"), Needed))
        {
            var team = row.Team("TEAM_ABBREVIATION");
            players.Add((new(row.Game("GAME_ID"), row.Date("GAME_DATE"), team, row.Matchup("MATCHUP").Home == team, new(row.Number("PLAYER_ID")), row.Whole("MIN"), Counts(row)), NameKey.From(row.Text("PLAYER_NAME"))));
        }

        // By game and name: a line without anyone of its name is one on somebody who did not play.
        var played = players.ToDictionary(player => (player.Line.Game, PlayerAliases.Resolve(player.Name)), player => player.Line);
        var lines = new List<LineOutcome>();
        foreach (var (game, books) in ArchiveFolder.Open(SharedData.Require("data")).Find(new Season(2022))!.Quotes)
        {
            foreach (var quote in books.Single().Lines)
            {
                lines.Add(new(game, quote.Line, new TwoWayPrice(quote.Over, quote.Under), played.GetValueOrDefault((game, PlayerAliases.Resolve(NameKey.From(quote.Player))))));
            }
        }

        return new(players.Select(player => player.Line), lines);
    }

    private static BoxCounts Counts(ArchiveRow row) => new(
        row.Whole("PTS"),
        row.Whole("FGM"),
        row.Whole("FGA"),
        row.Whole("FG3M"),
        row.Whole("FG3A"),
        row.Whole("FTM"),
        row.Whole("FTA"),
        row.Whole("OREB"),
        row.Whole("DREB"),
        row.Whole("AST"),
        row.Whole("STL"),
        row.Whole("BLK"),
        row.Whole("TOV"),
        row.Whole("PF"));
}
