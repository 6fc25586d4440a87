using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Odds;
using NbaProps.Domain.Players;
using NbaProps.Domain.Teams;
using NbaProps.Tests.Domain.Support;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.Domain.Players;

public sealed class RealNamesTests
{
    [SkippableFact]
    public void No_two_players_of_eight_seasons_share_a_key_and_none_of_them_is_an_alias()
    {
        var byKey = new Dictionary<NameKey, PlayerKey>();
        foreach (var file in Directory.GetFiles(SharedData.Require("data/nba-gamelogs"), "player_gamelogs_*.csv.gz"))
        {
            foreach (var row in RealRows.Csv(file))
            {
                var key = NameKey.From(row["PLAYER_NAME"]);
                var player = PlayerKey.Parse(row["PLAYER_ID"]);
                byKey.TryAdd(key, player);
                byKey[key].ShouldBe(player, row["PLAYER_NAME"]);
                PlayerAliases.Resolve(key).ShouldBe(key);
            }
        }

        byKey.Count.ShouldBeGreaterThan(1000);
    }

    [SkippableFact]
    public void Every_name_DraftKings_wrote_is_a_player_of_one_of_the_two_teams()
    {
        var rosters = Rosters();
        var unresolved = new SortedSet<string>(StringComparer.Ordinal);
        var lines = 0;
        foreach (var line in RealRows.PointsLines(SharedData.Require("data/points-lines/draftkings_2022-23.zip")))
        {
            lines++;
            PointsLine.TryParse(line.Line, out _).ShouldBeTrue(line.Line);
            AmericanOdds.TryParse(line.Over, out _).ShouldBeTrue(line.Over);
            AmericanOdds.TryParse(line.Under, out _).ShouldBeTrue(line.Under);
            var key = PlayerAliases.Resolve(NameKey.From(line.Player));
            if (!rosters[Team(line.Away)].Contains(key) && !rosters[Team(line.Home)].Contains(key))
                unresolved.Add(line.Player);
        }

        lines.ShouldBe(10_520);
        unresolved.ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_line_and_a_result_of_one_night_meet_by_name()
    {
        var line = RealRows.PointsLines(SharedData.Require("data/points-lines/draftkings_2022-23.zip"))
            .Single(row => row.FileDate == new GameDate(2022, 12, 27) && NameKey.From(row.Player) == NameKey.From("Luka Dončić"));
        var result = RealRows.Csv(SharedData.Require("data/nba-gamelogs/player_gamelogs_2022-23.csv.gz"))
            .Single(row => row["GAME_DATE"] == "2022-12-27" && NameKey.From(row["PLAYER_NAME"]) == NameKey.From(line.Player));

        PointsLine.Parse(line.Line).ShouldBe(new PointsLine(31.5m));
        new TwoWayPrice(AmericanOdds.Parse(line.Over), AmericanOdds.Parse(line.Under)).ToString().ShouldBe("-105/-125");
        result["PTS"].ShouldBe("60");
    }

    private static Dictionary<TeamTricode, HashSet<NameKey>> Rosters()
        => RealRows.Csv(SharedData.Require("data/nba-gamelogs/player_gamelogs_2022-23.csv.gz"))
            .GroupBy(row => TeamTricode.Parse(row["TEAM_ABBREVIATION"]))
            .ToDictionary(team => team.Key, team => team.Select(row => NameKey.From(row["PLAYER_NAME"])).ToHashSet());

    private static TeamTricode Team(string spelling)
        => TeamSpellings.TryResolve(TeamSource.DraftKings, spelling, out var team) ? team : throw new FormatException(spelling);
}
