
using System.Globalization;
using System.Text;
using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Resilience;

namespace NbaProps.Scrapers.Espn;

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

                return payload is not null && HasBoxScore(payload, page) ? [payload] : [];
            },
            cancellationToken);
    }

    // A page without the lines of players is one of a game that has not been played, or one that asks for patience: taken, it would be asked for no more.
    private bool HasBoxScore(FetchedPayload payload, string page)
    {
        var body = payload.Bytes.Span;
        if (body.IndexOf("__espnfitt__"u8) < 0)
        {
            throw new TransientException($"{Declaration.Name}: GET {page} answered with a page that is not ESPN's box score");
        }

        var lines = body.IndexOf("\"athlts\""u8);
        if (lines < 0)
        {
            return false;
        }

        if (body[lines..].IndexOf("</script"u8) < 0)
        {
            throw new TransientException($"{Declaration.Name}: GET {page} answered with a page that is cut off");
        }

        // What its reader refuses as a whole would, once taken, be asked for no more.
        var read = Read(payload, page);
        if (read.BoxScores != 1)
        {
            var found = string.Create(CultureInfo.InvariantCulture, $"there {read.BoxScores} times");
            var broken = new ContractBreak("a list of teams with tm, stats and athlts", found, "one in the scripts of the page");
            throw new PermanentException($"{Declaration.Name}: GET {page} answered with a page in which {broken}") { Break = broken };
        }

        return read.ListedTwice is not { } player
            ? true
            : throw new PermanentException($"{Declaration.Name}: GET {page} answered with a page that lists the player {player} twice; accepted is each once");
    }

    private EspnBoxScorePage Read(FetchedPayload payload, string page)
    {
        try
        {
            return EspnBoxScorePage.Of(Encoding.UTF8.GetString(payload.Bytes.Span));
        }
        catch (JsonException error)
        {
            throw new TransientException($"{Declaration.Name}: GET {page} answered with a page whose JSON is cut off or damaged ({error.Message})", error);
        }
    }
}
