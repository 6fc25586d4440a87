using System.Globalization;
using System.Text;

using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Tests.Support;

namespace NbaProps.Tests.RawProcessors.Chains;

/// <summary>Scheduled games and small payloads of those that stand in for the league's.</summary>
internal static class ChainPayloads
{
    public static NbacScheduleRow Scheduled(string id, GameDate date, string home, string away, int? homeScore, int? awayScore, int status = 3) => GameRows.Scheduled(status) with
    {
        GameId = GameId.Parse(id), GameDate = date, Season = GameId.Parse(id).Season, HomeTeam = TeamTricode.Parse(home), AwayTeam = TeamTricode.Parse(away),
        HomeScore = homeScore, AwayScore = awayScore, TipOff = date.At(19),
    };

    public static string EspnBoard(params string[] games) => "{\"events\":[" + string.Join(',', games) + "]}";

    public static string EspnGame(string id, string home, string away, string start, string state = "post", string status = "STATUS_FINAL", int homeScore = 110, int awayScore = 101, bool timeValid = true)
    {
        var completed = status == "STATUS_FINAL";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"id":"{{id}}","competitions":[{"date":"{{start}}","timeValid":{{Flag(timeValid)}},
             "status":{"type":{"name":"{{status}}","state":"{{state}}","completed":{{Flag(completed)}},"detail":"{{(completed ? "Final/OT" : "as ESPN says")}}"} },
             "competitors":[{"homeAway":"home","winner":{{Flag(completed && homeScore > awayScore)}},"team":{"abbreviation":"{{home}}"},"score":"{{homeScore}}"},
             {"homeAway":"away","winner":{{Flag(completed && awayScore > homeScore)}},"team":{"abbreviation":"{{away}}"},"score":"{{awayScore}}"}]}]}
            """);
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
