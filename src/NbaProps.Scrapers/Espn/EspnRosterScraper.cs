
using NbaProps.Domain.Teams;
using NbaProps.Scrapers.Contracts;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Espn;

/// <summary>Fetches ESPN's roster of each team; a team is an item.</summary>
/// <param name="declaration">Its line of the manifest.</param>
public sealed class EspnRosterScraper(ProcessorDeclaration declaration) : IScraper
{
    private static readonly PayloadContract Contract = new("a team's roster: team with athletes", "team.abbreviation:text", "team.athletes[].fullName:text")
    {
        Distinct = "team.athletes[].id",
    };

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
