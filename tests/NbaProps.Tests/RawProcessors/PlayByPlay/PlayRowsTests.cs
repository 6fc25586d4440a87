using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.PlayByPlay;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Resilience;
using NbaProps.Shared.Warehouse;
using NbaProps.Tests.RawProcessors.BoxScores;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.PlayByPlay;

public sealed class PlayRowsTests
{
    [SkippableTheory]
    [InlineData("nba_playbyplay", "playbyplay_0022400500.json.gz", "0022400500", "2025-01-06", "MIN", "LAC", false)]
    [InlineData("nba_playbyplay", "playbyplay_0022500775.json.gz", "0022500775", "2026-02-11", "CHA", "ATL", false)]
    [InlineData("bigdataball", "playbyplay_0042400407.csv.gz", "0042400407", "2025-06-22", "OKC", "IND", true)]
    public void Every_line_becomes_a_row_that_its_table_takes(string source, string file, string id, string date, string home, string away, bool lineUps)
    {
        var game = Scheduled(id, date, home, away);
        var play = lineUps ? PlaySource.BigDataBall : PlaySource.Cdn;
        var rows = Reads.Real(source, file).Rows.Cast<PlayLine>().Select(line => PlayRows.Row(line, game, play, Reads.AsOf)).ToArray();
        rows.ShouldAllBe(row => Reads.BrokenRule(row) == null && row.Source == source && row.DataSource == (lineUps ? "bigdataball" : "nbacom_fallback"));
        rows.Select(row => row.EventSequence).Distinct().Count().ShouldBe(rows.Length);
        rows.ShouldAllBe(row => (row.AwayPlayer1NameKey != null) == lineUps && (row.HomePlayer5NameKey != null) == lineUps);
        rows.Where(row => row.ShotMade == true).Sum(row => row.PointsScored).ShouldBe(rows[^1].ScoreHome + rows[^1].ScoreAway);
    }

    [Fact]
    public void The_table_is_the_pipelines_by_name_key_and_partition()
    {
        var schema = Table<BigDataBallPlayByPlayRow>.Instance.Schema;
        (schema.FullName, schema.PartitionColumn).ShouldBe(("nba_raw.bigdataball_play_by_play", "game_date"));
        schema.Key.ShouldBe(["game_date", "game_id", "event_sequence"]);
        schema.Columns.Select(column => column.Name).ShouldContain("away_player_1_name_key");
    }

    [Fact]
    public void A_play_of_another_game_or_of_a_team_that_does_not_play_is_refused()
    {
        const string Payload = """
            {"game":{"gameId":"0022400500","actions":[{"actionNumber":7,"orderNumber":1,"clock":"PT11M42.00S","period":1,"periodType":"REGULAR","actionType":"timeout",
            "subType":"full","teamId":1610612746,"teamTricode":"LAC","scoreHome":"0","scoreAway":"0"}]}}
            """;
        var line = (PlayLine)Reads.Written("nba_playbyplay", Payload).Rows.Single();
        PlayRows.Row(line, Scheduled("0022400500", "2025-01-06", "MIN", "LAC"), PlaySource.Cdn, Reads.AsOf).Team.ShouldBe(TeamTricode.Parse("LAC"));
        Should.Throw<PermanentException>(() => PlayRows.Row(line, Scheduled("0022400501", "2025-01-06", "MIN", "LAC"), PlaySource.Cdn, Reads.AsOf));
        Should.Throw<PermanentException>(() => PlayRows.Row(line, Scheduled("0022400500", "2025-01-06", "MIN", "LAL"), PlaySource.Cdn, Reads.AsOf))
            .Message.ShouldBe("event 7 of game 0022400500 on an unknown date, team LAC, is none of 0022400500, LAL @ MIN on 2025-01-06");
        Should.Throw<PermanentException>(() => PlayRows.Row(line with { GameDate = new GameDate(2025, 1, 7) }, Scheduled("0022400500", "2025-01-06", "MIN", "LAC"), PlaySource.Cdn, Reads.AsOf));
    }

    private static NbacScheduleRow Scheduled(string id, string date, string home, string away) => GameRows.Scheduled() with
    {
        GameId = GameId.Parse(id), GameDate = GameDate.Parse(date), HomeTeam = TeamTricode.Parse(home), AwayTeam = TeamTricode.Parse(away),
    };
}
