using System.Globalization;


using NbaProps.Domain.Teams;
using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.Espn;

/// <summary>Fetches ESPN's roster of each team; a team is an item.</summary>
/// <param name="declaration">Its line of the manifest.</param>
public sealed class EspnRosterScraper(ProcessorDeclaration declaration) : IScraper
{
    private static readonly PayloadContract Contract = new("a team's roster: team with athletes", "team.abbreviation:text", "team.athletes[].fullName:text")
    {
        Distinct = [new("team.athletes[].id")],
    };

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => declaration;

    /// <inheritdoc/>
    public async Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken)
    {
        var payloads = new List<FetchedPayload>();
        var missing = new List<string>();
        var failures = new PartFailures("team");

        // Each moment's look is a whole one: at the cut-off the morning's injuries are old.
        foreach (var team in TeamTricode.All.Where(team => !context.Brought.Contains(team.Value)))
        {
            var code = TeamSpellings.All(TeamSource.Espn).First(spelling => TeamSpellings.TryResolve(TeamSource.Espn, spelling, out var meant) && meant == team);
            var address = $"/apis/site/v2/sports/basketball/nba/teams/{code.ToLowerInvariant()}?enable=roster";
            await failures.TryAsync(team.Value, async () =>
            {
                if (await context.Upstream.GetAsync(address, cancellationToken) is not { } payload)
                {
                    missing.Add(team.Value);
                    return;
                }

                Contract.Check(new PayloadCheck(declaration.Name, address, Contract.Accepted), payload);
                payloads.Add(payload with { Item = team.Value });
            });
        }

        // A roster that one attempt brought stands while another asks for the rest.
        var there = payloads.Count + context.Brought.Count;
        var reason = there == TeamTricode.All.Count ? "the rosters of all teams" : string.Create(CultureInfo.InvariantCulture, $"{there} of {TeamTricode.All.Count} rosters");
        var scrape = failures.Conclude(missing.Count == 0 ? reason : $"{reason}; none of {string.Join(", ", missing)}", there > 0, payloads);
        return missing.Count > 0 && scrape.State == RunState.Succeeded ? scrape with { State = RunState.Degraded } : scrape;
    }
}
