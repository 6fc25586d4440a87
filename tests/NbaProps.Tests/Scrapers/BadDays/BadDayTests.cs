using System.Globalization;
using System.Text;

using Microsoft.Extensions.Logging.Abstractions;

using NbaProps.Hosting.Configuration;
using NbaProps.Hosting.Services;
using NbaProps.Scrapers;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Pipeline.Ledger;
using NbaProps.Shared.Pipeline.Running;
using NbaProps.Shared.Pipeline.Units;
using NbaProps.Tests.Support;

using static NbaProps.Tests.Support.GameRows;

using HttpUpstream = NbaProps.Hosting.Upstreams.HttpUpstream;

namespace NbaProps.Tests.Scrapers.BadDays;

/// <summary>What each scraper does when its source is bad in each way: the table in the docs is written from this, and compared with it.</summary>
public sealed class BadDayTests
{
    private const string Page = "docs/02-operations/bad-days.md";

    [Fact]
    [Trait("Incident", "O-08")]
    public async Task Each_scraper_does_with_each_bad_answer_what_the_page_says()
    {
        await using var server = await BadDayServer.StartAsync();
        var text = new StringBuilder(
            """
            # When a source has a bad day

            What each scraper does, written from a test that runs every scraper against a server which answers every request in the same way; here a request is
            tried twice. **none**: there is nothing, and that is no failure; the next trigger asks. **later**: the run failed in a way that may pass; it is tried
            again after a wait that doubles, and whoever stands in for the scraper is asked at once. **refused**: what came cannot be right, or will come again;
            the same; where the payload is not as the source's are, one incident for the scraper names the field. In brackets: requests made. What was refused is kept under `refused/` in the raw archive.


            """.ReplaceLineEndings("\n"));
        var ways = Enum.GetValues<BadWay>();
        text.Append(CultureInfo.InvariantCulture, $"| scraper | {string.Join(" | ", ways.Select(Words))} |\n|{string.Concat(Enumerable.Repeat("---|", ways.Length + 1))}\n");
        foreach (var scraper in ScrapersPhase.All)
        {
            var cells = await Task.WhenAll(ways.Select(way => OutcomeAsync(server.Address, scraper, way)));
            text.Append(CultureInfo.InvariantCulture, $"| `{scraper.Name}` | {string.Join(" | ", cells)} |\n");
        }

        var page = Path.Combine(RepositoryRoot.Path, Page);
        if (Environment.GetEnvironmentVariable("NBAPROPS_WRITE_DOCS") is "1")
        {
            await File.WriteAllTextAsync(page, text.ToString());
        }

        (await File.ReadAllTextAsync(page)).ShouldBe(text.ToString());
    }

    private static async Task<string> OutcomeAsync(Uri server, ProcessorDeclaration scraper, BadWay way)
    {
        var counter = new Counter();
        var options = new NbaPropsOptions();
        UpstreamOptions Bad(UpstreamOptions upstream) => upstream with
        {
            BaseAddress = new Uri(server, $"/{way}"),
            Attempts = 2,
            RetryDelay = TimeSpan.Zero,
            RequestsPerSecond = null,
            // A machine under load answers slowly too: only who never answers may be given up soon.
            Timeout = way == BadWay.Slow ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(60),
            ApiKey = "a-key",
            MissingAttempts = 0,
        };
        var upstreams = options.Upstreams;
        options = options with
        {
            Upstreams = new UpstreamsOptions
            {
                NbaStats = Bad(upstreams.NbaStats),
                NbaCdn = Bad(upstreams.NbaCdn),
                NbaOfficials = Bad(upstreams.NbaOfficials),
                NbaInjuryReports = Bad(upstreams.NbaInjuryReports),
                NbaGamebooks = Bad(upstreams.NbaGamebooks),
                Espn = Bad(upstreams.Espn),
                EspnPages = Bad(upstreams.EspnPages),
                BallDontLie = Bad(upstreams.BallDontLie),
                OddsApi = Bad(upstreams.OddsApi),
                BettingPros = Bad(upstreams.BettingPros),
                GoogleDrive = Bad(upstreams.GoogleDrive),
            },
        };
        var works = ScrapersService.Definition.Works(new ServiceSurroundings(options, counter.Wrap, new NoPdfs()));
        var pipeline = new WatchedPipeline(new FakeTimeProvider(), works);

        // What says only what is so now is asked in the evening; all others when everything that can come has.
        pipeline.Clock.Hold(scraper.SaysNow ? Day.At(20) : Day.AddDays(2).At(20));
        foreach (var moment in Moments.All.Where(moment => !scraper.SaysNow || moment < Moment.NextMorning))
        {
            await pipeline.ReachAsync(Day, moment);
        }

        await pipeline.PutAsync(Day, Scheduled());
        await pipeline.PutAsync(new UnitDocument { Unit = $"nbac_schedule|{Day}", Outcome = RunState.Succeeded, Generation = 1, Token = 1 });

        // Those that others stand in for have failed, so that everyone is asked.
        await pipeline.PutAsync([.. ScrapersPhase.All.Where(other => other != scraper).Select(other => new UnitDocument { Unit = $"{other.Name}|{Day}", Outcome = RunState.Failed, Token = 1, Attempts = 1 })]);
        var report = await pipeline.Runtime.Runner.RunAsync(new UnitKey(scraper.Name, new(Day)), new RunTrigger("test", string.Empty), CancellationToken.None);
        report.Verdict.ShouldBe(RunVerdict.Ran, $"{scraper.Name} {way}: {report.Reason}");
        var word = await WordAsync(pipeline, report);
        return string.Create(CultureInfo.InvariantCulture, $"{word} ({counter.Requests})");
    }

    private static async Task<string> WordAsync(WatchedPipeline pipeline, RunReport report)
    {
        if (report.State != RunState.Failed)
        {
            return report.State is RunState.NoData ? "none" : report.State.ToString()!;
        }

        var run = (await new RunLedger(pipeline.State).SinceAsync(DateTimeOffset.MinValue, CancellationToken.None)).Single(run => run.Unit == report.Unit.ToString());
        return run.Fault is "Transient" ? "later" : run.Fault is "Permanent" ? "refused" : $"{run.Fault}: {run.Reason}";
    }

    private static string Words(BadWay way) => way switch
    {
        BadWay.Forbidden => "403",
        BadWay.NotFound => "404",
        BadWay.TooMany => "429",
        BadWay.TooManyWithRetryAfter => "429, Retry-After",
        BadWay.ServerError => "500",
        BadWay.Slow => "slow",
        BadWay.Html => "HTML with 200",
        BadWay.Empty => "empty",
        BadWay.Truncated => "truncated",
        BadWay.WrongType => "wrong type",
        BadWay.MissingField => "missing field",
        BadWay.ErrorInside => "200 with an error inside",
        _ => throw new InvalidOperationException($"No words for {way}."),
    };

    /// <summary>Counts what is sent.</summary>
    private sealed class Counter
    {
        private int _requests;

        public int Requests => _requests;

        public IUpstream Wrap(UpstreamOptions options, string source) =>
            new HttpUpstream(source, options, new Counting(this), TimeProvider.System, () => 0, NullLogger<HttpUpstream>.Instance);

        private sealed class Counting(Counter counter) : DelegatingHandler(new SocketsHttpHandler())
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Interlocked.Increment(ref counter._requests);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
