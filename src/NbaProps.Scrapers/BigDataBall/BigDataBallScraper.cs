using System.Text.Json;

using NbaProps.Scrapers.Contracts;
using NbaProps.Scrapers.Pages;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;

namespace NbaProps.Scrapers.BigDataBall;

/// <summary>
/// Fetches BigDataBall's play-by-play of each game from Google Drive: a search by the game's id names the file, newest first. What is not there yet is
/// asked for again within the run, then at the later triggers; meanwhile the league's own plays stand in.
/// </summary>
/// <param name="missingAttempts">How often files that are not there are asked for again within the run.</param>
/// <param name="missingDelay">Wait before that; doubles.</param>
public sealed class BigDataBallScraper(int missingAttempts, TimeSpan missingDelay) : IScraper
{
    private static readonly PayloadContract Found = new("a list of files, each with id and name", "files[].id:text", "files[].name:text");

    /// <inheritdoc/>
    public ProcessorDeclaration Declaration => ScrapersPhase.BigDataBall;

    /// <inheritdoc/>
    public Task<Scrape> FetchAsync(ScrapeContext context, CancellationToken cancellationToken) => new GameByGame(missingAttempts, missingDelay).FetchAsync(
        context,
        async (game, token) =>
        {
            var search = Search(game);

            // What the search says is no payload of the game: it is looked at, and not kept.
            var answer = await context.Lookup.GetAsync(search, token);
            if (answer is null || FileOf(answer, search) is not { } id)
            {
                return [];
            }

            var address = $"/drive/v3/files/{Uri.EscapeDataString(id)}?alt=media&supportsAllDrives=true";
            var file = await context.Upstream.GetAsync(address, token);
            if (file is null)
            {
                return [];
            }

            PayloadCheck.Csv(Declaration.Name, address, file, "game_id,", "a play-by-play file, its first column game_id");
            return [file];
        },
        cancellationToken);

    private static string Search(NbacScheduleRow game)
    {
        var query = Uri.EscapeDataString($"name contains '{game.GameId}' and mimeType != 'application/vnd.google-apps.folder' and trashed = false");
        return $"/drive/v3/files?q={query}&orderBy=modifiedTime%20desc&pageSize=10&fields=files(id,name,modifiedTime)&supportsAllDrives=true&includeItemsFromAllDrives=true";
    }

    private string? FileOf(FetchedPayload answer, string search)
    {
        Found.Check(new PayloadCheck(Declaration.Name, search, Found.Accepted), answer);
        using var json = JsonDocument.Parse(answer.Bytes);
        return json.RootElement.GetProperty("files").EnumerateArray()
            .Where(file => file.GetProperty("name").GetString()!.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            .Select(file => file.GetProperty("id").GetString())
            .FirstOrDefault();
    }
}
