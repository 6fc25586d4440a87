using NbaProps.Archive;
using NbaProps.Domain.Calendar;
using NbaProps.RawProcessors.BoxScores;
using NbaProps.RawProcessors.Names;
using NbaProps.RawProcessors.Odds;
using NbaProps.RawProcessors.Players;
using NbaProps.RawProcessors.Schedule;
using NbaProps.Scrapers.Nba;
using NbaProps.Scrapers.Odds;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Warehouse;

namespace NbaProps.Tests.Support;

/// <summary>Walks the moments of game days through the scrapers and raw processors, against an archive that is served over HTTP.</summary>
internal sealed class GameDayWalk : IAsyncDisposable
{
    private static readonly IScraper[] Scrapers =
    [
        new NbaScheduleScraper(), LeagueGameLogScraper.Players, LeagueGameLogScraper.Teams, OddsApiScraper.PlayerPoints(new OddsApiOptions()),
    ];

    private readonly ArchiveUpstream _archive;
    private readonly HttpClient _client;
    private readonly List<PlayersRegistryRow> _registry = [];

    private GameDayWalk(ArchiveUpstream archive) => (_archive, _client) = (archive, new HttpClient { BaseAddress = archive.BaseAddress });

    public static async Task<GameDayWalk> StartAsync(string folder) => new(await ArchiveUpstream.StartAsync(ArchiveFolder.Open(folder)));

    /// <summary>All moments of a date, then its raw tables.</summary>
    public async Task<GameDayTables> WalkAsync(GameDate date)
    {
        var inputs = new FakeInputs()
            .WithoutCaptures(ScrapersPhase.RostersEspn.Name, ScrapersPhase.BoxScoreEspn.Name, ScrapersPhase.BoxScoresBallDontLie.Name)
            .With<InjuryReportRow>([])
            .With<GamebookPlayerStatsRow>([]);
        foreach (var processor in RawProcessorsPhase.All)
        {
            inputs.Of(processor);
        }

        foreach (var moment in Moments.All)
        {
            await ScrapeAsync(inputs, moment, date);
        }

        var context = new RunContext(new Partition(date), Moments.InstantOf(Moment.NextMorning, date, firstTip: null));
        var schedule = new ScheduleProcessor().Compute(inputs, context);
        inputs.With(schedule.Rows).With<PlayersRegistryRow>(_registry.Where(row => row.GameDate >= date.AddDays(-RawProcessorsPhase.RegistryDays)));
        var players = new PlayerBoxscoresProcessor().Compute(inputs, context);
        inputs.With(players.Rows);
        var props = new PlayerPointsPropsProcessor().Compute(inputs, context);
        inputs.With(props.Rows);
        var registry = new PlayersRegistryProcessor().Compute(inputs, context);
        var unresolved = new UnresolvedPlayerNamesProcessor().Compute(inputs, context);
        _registry.AddRange(registry.Rows);
        return new GameDayTables(date, schedule, players, new TeamBoxscoreProcessor().Compute(inputs, context), props, registry, unresolved);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _archive.DisposeAsync();
    }

    private async Task ScrapeAsync(FakeInputs inputs, Moment moment, GameDate date)
    {
        // The tip-off is unknown throughout the archive, so the assumed one sets the cut-off.
        var asOf = Moments.InstantOf(moment, date, firstTip: null);
        _archive.Now = asOf;
        foreach (var scraper in Scrapers.Where(scraper => scraper.Declaration.Triggers.Contains(new Trigger(moment))))
        {
            var scrape = await scraper.FetchAsync(new ScrapeContext(date, asOf, new HttpUpstream(_client)), CancellationToken.None);
            foreach (var payload in scrape.Payloads)
            {
                inputs.WithCapture(scraper.Declaration.Name, asOf, payload.Bytes);
            }
        }
    }
}

/// <summary>The raw tables of a date.</summary>
internal sealed record GameDayTables(
    GameDate Date,
    Computation<NbacScheduleRow> Schedule,
    Computation<NbacPlayerBoxscoreRow> Players,
    Computation<NbacTeamBoxscoreRow> Teams,
    Computation<OddsApiPlayerPointsPropsRow> Props,
    Computation<PlayersRegistryRow> Registry,
    Computation<UnresolvedPlayerNameRow> Unresolved);
