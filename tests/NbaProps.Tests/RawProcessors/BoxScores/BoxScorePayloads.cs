namespace NbaProps.Tests.RawProcessors.BoxScores;

/// <summary>Box scores of one player a side, in the league's two forms of JSON objects.</summary>
internal static class BoxScorePayloads
{
    public static string Cdn(int status = 3) => $$"""
        {"game":{"gameId":"0022500775","gameEt":"2026-02-11T19:00:00-05:00","gameStatus":{{status}},
        "homeTeam":{"teamId":1610612766,"teamTricode":"CHA","score":18,"players":[{{CdnPlayer(11, "Hal Home")}}],"statistics":{{Statistics("PT240M00.00S")}} },
        "awayTeam":{"teamId":1610612737,"teamTricode":"ATL","score":18,"players":[{{CdnPlayer(21, "Ann Away")}}],"statistics":{{Statistics("PT240M00.00S")}} } } }
        """;

    public static string Traditional() => $$"""
        {"boxScoreTraditional":{"gameId":"0022400561",
        "homeTeam":{"teamId":1610612755,"teamTricode":"PHI","players":[{{TraditionalPlayer(11, "Hal", "Home", "30:19", string.Empty)}},{{TraditionalPlayer(12, "Nene", string.Empty, "0:04", string.Empty)}}],"statistics":{{Statistics("265:00")}} },
        "awayTeam":{"teamId":1610612752,"teamTricode":"NYK","players":[{{TraditionalPlayer(21, "Ann", "Away", "30:19", string.Empty)}},{{TraditionalPlayer(22, "Ida", "Idle", string.Empty, "DNP - Coach's Decision")}}],"statistics":{{Statistics("265:00")}} } } }
        """;

    private static string CdnPlayer(int id, string name) =>
        $$"""{"personId":{{id}},"starter":"1","played":"1","name":"{{name}}","statistics":{{Statistics("PT30M19.00S")}} }""";

    private static string TraditionalPlayer(int id, string first, string family, string minutes, string comment) =>
        $$"""{"personId":{{id}},"firstName":"{{first}}","familyName":"{{family}}","position":"{{(id % 10 == 1 ? "F" : string.Empty)}}","comment":"{{comment}}","statistics":{{Statistics(minutes)}} }""";

    private static string Statistics(string minutes) => $$"""
        {"minutes":"{{minutes}}","fieldGoalsMade":5,"fieldGoalsAttempted":12,"threePointersMade":4,"threePointersAttempted":7,"freeThrowsMade":4,"freeThrowsAttempted":4,
        "reboundsOffensive":2,"reboundsDefensive":4,"reboundsTotal":6,"reboundsPersonal":6,"assists":4,"steals":2,"blocks":1,"turnovers":3,"foulsPersonal":4,"points":18,"plusMinusPoints":-6.0}
        """;
}
