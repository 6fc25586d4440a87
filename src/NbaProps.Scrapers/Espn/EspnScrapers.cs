using System.Globalization;
using System.Text.Json;

using NbaProps.Domain.Calendar;
using NbaProps.Domain.Teams;
using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Espn;

/// <summary>ESPN's scoreboard of a date, for whoever needs it.</summary>
internal static class EspnScoreboard
{
    public static PayloadContract Contract { get; } = new("ESPN's scoreboard: events with competitions and competitors", "events[].id:text", "events[].date:text", "events[].competitions[].competitors[].team:object");

    public static string Address(GameDate date) =>
        $"/apis/site/v2/sports/basketball/nba/scoreboard?dates={date.ToDateOnly().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>ESPN's id of each pair of teams.</summary>
    public static IReadOnlyDictionary<(TeamTricode Home, TeamTricode Away), string> Events(FetchedPayload scoreboard)
    {
        using var json = JsonDocument.Parse(scoreboard.Bytes);
        var found = new Dictionary<(TeamTricode, TeamTricode), string>();
        foreach (var one in json.RootElement.GetProperty("events").EnumerateArray())
        {
            var teams = new SortedDictionary<string, TeamTricode>(StringComparer.Ordinal);
            foreach (var side in one.GetProperty("competitions")[0].GetProperty("competitors").EnumerateArray())
            {
                if (side.TryGetProperty("homeAway", out var where)
                    && side.GetProperty("team").TryGetProperty("abbreviation", out var code)
                    && TeamSpellings.TryResolve(TeamSource.Espn, code.ToString(), out var team))
                {
                    teams[where.ToString()] = team;
                }
            }

            if (teams.TryGetValue("home", out var home) && teams.TryGetValue("away", out var away))
            {
                found[(home, away)] = one.GetProperty("id").ToString();
            }
        }

        return found;
    }
}

/// <summary>Fetches ESPN's box score of each game: the scoreboard says under which number.</summary>
/// <param name="scoreboard">The way to ESPN's interface; the pages are the scraper's own.</param>
public sealed class EspnBoxScoreScraper(IUpstream scoreboard) : IScraper
{
    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.BoxScoreEspn;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var address = EspnScoreboard.Address(context.Date);
        if (await context.Through(scoreboard).GetAsync(address, cancellationToken) is not { } board)
        {
            return Scrape.NoData("ESPN has no scoreboard of the date");
        }

        EspnScoreboard.Contract.Check(new PayloadCheck(Declaration.Name, address, EspnScoreboard.Contract.Accepted), board);
        var events = EspnScoreboard.Events(board);
        return await new GameByGame().FetchAsync(
            context,
            async (game, token) =>
            {
                if (!events.TryGetValue((game.HomeTeam, game.AwayTeam), out var id))
                {
                    return [];
                }

                var page = $"/nba/boxscore?gameId={Uri.EscapeDataString(id)}";
                var payload = await context.Upstream.GetAsync(page, token);
                if (payload is { Bytes.Length: 0 })
                {
                    throw new TransientException($"{Declaration.Name}: GET {page} answered with an empty body; accepted is a page with a box score");
                }

                return payload is null ? [] : [payload];
            },
            cancellationToken);
    }
}

/// <summary>Fetches ESPN's roster of each team; a team is an item.</summary>
/// <param name="declaration">Its line of the manifest.</param>
public sealed class EspnRosterScraper(ProcessorDeclaration declaration) : IScraper
{
    private static readonly PayloadContract Contract = new("a team's roster: team with athletes", "team.abbreviation:text", "team.athletes[].fullName:text");

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => declaration;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var payloads = new List<FetchedPayload>();
        var missing = new List<string>();
        foreach (var team in TeamTricode.All.Where(team => !context.Captured.Contains(team.Value)))
        {
            var code = TeamSpellings.All(TeamSource.Espn).First(spelling => TeamSpellings.TryResolve(TeamSource.Espn, spelling, out var meant) && meant == team);
            var address = $"/apis/site/v2/sports/basketball/nba/teams/{code.ToLowerInvariant()}?enable=roster";
            if (await context.Upstream.GetAsync(address, cancellationToken) is not { } payload)
            {
                missing.Add(team.Value);
                continue;
            }

            Contract.Check(new PayloadCheck(declaration.Name, address, Contract.Accepted), payload);
            payloads.Add(payload with { Item = team.Value });
        }

        return missing.Count == 0
            ? new Scrape(RunState.Succeeded, "the rosters of all teams", payloads)
            : new Scrape(RunState.Degraded, $"no roster of {string.Join(", ", missing)}", payloads);
    }
}
