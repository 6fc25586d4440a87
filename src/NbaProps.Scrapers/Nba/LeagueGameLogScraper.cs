using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Nba;

/// <summary>Fetches the league's game log of a date, of players or of teams, one payload per part of the season.</summary>
public sealed class LeagueGameLogScraper : IScraper
{
    private readonly string _playerOrTeam;

    private LeagueGameLogScraper(ProcessorDeclaration declaration, string playerOrTeam) => (Declaration, _playerOrTeam) = (declaration, playerOrTeam);

    /// <summary>One line per player and game.</summary>
    public static LeagueGameLogScraper Players { get; } = new(ScrapersPhase.PlayerGameLog, "P");

    /// <summary>One line per team and game.</summary>
    public static LeagueGameLogScraper Teams { get; } = new(ScrapersPhase.TeamGameLog, "T");

    // Of a player and of a team alike. Without one of them there is no row.
    private static readonly string[] Numbers =
        ["MIN", "FGM", "FGA", "FG3M", "FG3A", "FTM", "FTA", "OREB", "DREB", "REB", "AST", "STL", "BLK", "TOV", "PF"];

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration { get; }

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var payloads = new List<FetchedPayload>();
        var rows = 0;
        var waiting = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var seasonType in SeasonTypes.For(context.Date))
        {
            var address = Address(context.Date, seasonType);
            var check = new PayloadCheck(Declaration.Name, address, "a game log: resultSets with headers and rowSet");
            var payload = await context.Upstream.GetAsync(address, cancellationToken) ?? throw check.Unexpected("status 404");
            rows += RowsOf(check, payload);
            waiting.UnionWith(GamesWithoutMinutes(payload));
            payloads.Add(payload);
        }

        if (waiting.Count > 0)
        {
            return new Scrape(RunState.Degraded, $"the lines of {string.Join(", ", waiting)} have no minutes yet", payloads);
        }

        // The empty answers are kept: they are what the upstream said, and what the day's NoData rests on.
        return rows == 0
            ? new Scrape(RunState.NoData, "the game log has no rows of the date", payloads)
            : new Scrape(RunState.Succeeded, string.Create(CultureInfo.InvariantCulture, $"{rows} rows in {payloads.Count} payloads"), payloads);
    }

    private int RowsOf(PayloadCheck check, FetchedPayload payload)
    {
        using var json = check.Json(payload);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("resultSets", out var sets)
            && sets.ValueKind == JsonValueKind.Array
            && sets.GetArrayLength() > 0
            && sets[0].ValueKind == JsonValueKind.Object
            && sets[0].TryGetProperty("rowSet", out var rows)
            && rows.ValueKind == JsonValueKind.Array
                ? LinesOf(check, sets[0], rows)
                : throw check.Changed("JSON without resultSets[0].rowSet", new ContractBreak("resultSets[].rowSet", "missing", "an array"));
    }

    // A log in which no line says whose it is, or one is there twice, or of which no line can be read, is nobody's: those that stand in are asked instead.
    private int LinesOf(PayloadCheck check, JsonElement set, JsonElement rows)
    {
        var whose = _playerOrTeam is "P" ? "PLAYER_ID" : "TEAM_ID";
        var seen = new HashSet<(string, string)>();
        foreach (var row in rows.EnumerateArray())
        {
            var line = (Cell(check, set, row, whose, JsonValueKind.Number), Cell(check, set, row, "GAME_ID", JsonValueKind.String));
            _ = Cell(check, set, row, "PTS", JsonValueKind.Number);
            if (!seen.Add(line))
            {
                throw check.Unexpected($"two lines of {line.Item1} in game {line.Item2}");
            }
        }

        foreach (var row in rows.EnumerateArray())
        {
            foreach (var number in Numbers)
            {
                _ = Cell(check, set, row, number, JsonValueKind.Number);
            }
        }

        return seen.Count;
    }

    private static string Cell(PayloadCheck check, JsonElement set, JsonElement row, string header, JsonValueKind kind)
    {
        var at = set.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Array
            ? headers.EnumerateArray().TakeWhile(name => !name.ValueEquals(header)).Count()
            : 0;
        var accepted = kind == JsonValueKind.Number ? "a number" : "a text";
        if (headers.ValueKind != JsonValueKind.Array || at == headers.GetArrayLength() || row.ValueKind != JsonValueKind.Array || at >= row.GetArrayLength())
        {
            throw check.Changed($"a game log without {header}", new ContractBreak($"resultSets[].{header}", "missing", accepted));
        }

        return row[at].ValueKind == kind
            ? row[at].ToString()
            : throw check.Changed($"a game log whose {header} is {row[at].GetRawText()}", new ContractBreak($"resultSets[].{header}", row[at].GetRawText(), accepted));
    }

    // The log lists who dressed before it has his numbers: a game of which nobody has a minute is not there yet.
    private static IEnumerable<string> GamesWithoutMinutes(FetchedPayload payload)
    {
        using var json = JsonDocument.Parse(payload.Bytes);
        var set = json.RootElement.GetProperty("resultSets")[0];
        var headers = set.TryGetProperty("headers", out var named) && named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().Select(name => name.ToString()).ToList() : [];
        var (game, minutes) = (headers.IndexOf("GAME_ID"), headers.IndexOf("MIN"));
        return game < 0 || minutes < 0
            ? []
            : [.. set.GetProperty("rowSet").EnumerateArray()
                .Where(row => row.ValueKind == JsonValueKind.Array && row.GetArrayLength() == headers.Count)
                .GroupBy(row => row[game].ToString(), StringComparer.Ordinal)
                .Where(lines => lines.All(line => line[minutes].ValueKind == JsonValueKind.Number && line[minutes].TryGetInt32(out var played) && played == 0))
                .Select(lines => lines.Key)];
    }

    private string Address(GameDate date, string seasonType)
    {
        var day = Uri.EscapeDataString(date.ToDateOnly().ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));
        return $"/stats/leaguegamelog?Counter=1000&DateFrom={day}&DateTo={day}&Direction=DESC&LeagueID=00&PlayerOrTeam={_playerOrTeam}"
            + $"&Season={Season.FromGameDate(date)}&SeasonType={Uri.EscapeDataString(seasonType)}&Sorter=DATE";
    }
}
