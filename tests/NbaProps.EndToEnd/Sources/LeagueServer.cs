using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using NbaProps.Domain.Calendar;
using NbaProps.Shared.Web;

namespace NbaProps.EndToEnd.Sources;

/// <summary>Every source of the pipeline on one address of this machine, at the paths of the real ones and in their formats, as of the moment that it is told.</summary>
internal sealed partial class LeagueServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly LeagueTables _tables;
    private readonly LeagueFiles _files;
    private readonly EspnFiles _espn;
    private readonly BallDontLieFiles _ballDontLie;
    private readonly OddsFiles _odds;
    private readonly Documents _documents;
    private readonly DriveFiles _drive;
    private readonly RealGame _real;
    private readonly Payloads _payloads;
    private readonly ConcurrentQueue<string> _echoed = new();
    private long _now;
    private int _requests;

    private LeagueServer(string payloads)
    {
        _payloads = new Payloads(payloads);
        _real = new RealGame(_payloads);
        (_tables, _files, _espn) = (new LeagueTables(_payloads, _real), new LeagueFiles(_payloads), new EspnFiles(_payloads, _real));
        (_ballDontLie, _odds, _documents, _drive) = (new BallDontLieFiles(_payloads, _real), new OddsFiles(_payloads, _real), new Documents(_real), new DriveFiles(_payloads, _real));
        var builder = BareWeb.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_application.Urls.Single());

    /// <summary>The status that a path is refused with, and 0 for those that are answered.</summary>
    public Func<string, int> Refuses { get; set; } = _ => 0;

    /// <summary>Whether who is refused hears what he sent: address and headers. A status below 0 hangs up on him.</summary>
    public bool Echoes { get; set; }

    /// <summary>What those who were refused had sent.</summary>
    public IReadOnlyCollection<string> Echoed => _echoed;

    /// <summary>Who is given a token; null for nobody.</summary>
    public Func<string, string>? Tokens { get; set; }

    /// <summary>Whether the league has found a free throw more for everyone.</summary>
    public bool Corrects { get; set; }

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The moment: what is later is not known yet.</summary>
    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _now), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _now, value.UtcTicks);
    }

    public static async Task<LeagueServer> StartAsync(string payloads)
    {
        var server = new LeagueServer(payloads);
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var path = context.Request.Path + context.Request.QueryString.Value;
        if (Tokens is { } tokens && HttpMethods.IsPost(context.Request.Method))
        {
            using var asked = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(tokens(await asked.ReadToEndAsync(context.RequestAborted)), context.RequestAborted);
            return;
        }

        var status = Refuses(path);
        if (status < 0)
        {
            context.Abort();
            return;
        }

        var body = status == 0 ? Body(context.Request) : null;
        context.Response.StatusCode = status != 0 ? status : body is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        if (body is null && Echoes)
        {
            var sent = $"{path} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))}";
            _echoed.Enqueue(sent);
            body = Encoding.UTF8.GetBytes($"refused: {sent}");
        }

        if (body is not null)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private byte[]? Body(HttpRequest request)
    {
        var path = request.Path.Value!;
        string Asked(string name) => request.Query[name].ToString();
        var text = path switch
        {
            "/stats/scheduleleaguev2int" or "/static/json/staticData/scheduleLeagueV2_1.json" => _files.Schedule(Now).ToJsonString(),
            "/stats/scoreboardV2" => _tables.Scoreboard(Date(Asked("GameDate"), "MM/dd/yyyy"), Now).ToJsonString(),
            "/static/json/liveData/scoreboard/todaysScoreboard_00.json" => _files.TodaysScoreboard(Now).ToJsonString(),
            "/stats/leaguegamelog" when Asked("PlayerOrTeam") == "P" => _tables.PlayerLog(Date(Asked("DateFrom"), "MM/dd/yyyy"), Now, freeThrows: Corrects ? 1 : 0).ToJsonString(),
            "/stats/leaguegamelog" => _tables.TeamLog(Date(Asked("DateFrom"), "MM/dd/yyyy"), Now).ToJsonString(),
            "/stats/boxscoretraditionalv3" => Over(Asked("GameID"), game => _tables.TraditionalBoxScore(game).ToJsonString()),
            "/stats/playerindex" => _payloads.Text("nba_player_list/playerindex.json.gz"),
            "/js/data/playermovement/NBA_Player_Movement.json" => _files.Movement().ToJsonString(),
            "/wp-json/api/v1/get-game-officials" => _files.Officials(Date(Asked("date"), "yyyy-MM-dd")).ToJsonString(),
            "/apis/site/v2/sports/basketball/nba/scoreboard" => _espn.Scoreboard(Date(Asked("dates"), "yyyyMMdd"), Now).ToJsonString(),
            "/nba/boxscore" => Over(Asked("gameId"), _espn.BoxScore),
            "/v1/box_scores" => _ballDontLie.BoxScores(Date(Asked("date"), "yyyy-MM-dd"), Now).ToJsonString(),
            "/v1/player_injuries" => _ballDontLie.Injuries().ToJsonString(),
            "/v4/sports/basketball_nba/events" => _odds.Events(GameDate.FromInstant(DateTimeOffset.Parse(Asked("commenceTimeFrom"), CultureInfo.InvariantCulture)), Now).ToJsonString(),
            "/v3/events" => _odds.BettingProsEvents(Date(Asked("date"), "yyyy-MM-dd"), Now).ToJsonString(),
            "/v3/offers" => _odds.BettingProsOffers([.. Asked("event_id").Split(':').Select(Game).OfType<NightGame>()], Now).ToJsonString(),
            "/drive/v3/files" => Found(Asked("q")),
            _ => null,
        };
        return text is null ? BodyByPath(path, Asked("markets")) : Encoding.UTF8.GetBytes(text);
    }

    private byte[]? BodyByPath(string path, string markets)
    {
        if (path.StartsWith("/referee/injury/", StringComparison.Ordinal))
        {
            return Report(path);
        }

        var file = path[(path.LastIndexOf('/') + 1)..];
        if (path.StartsWith("/pdfs/", StringComparison.Ordinal))
        {
            var book = Nights.Games.FirstOrDefault(game => game.IsOver(Now) && string.Equals(file, $"{game.Day}_{game.Away}{game.Home}.pdf", StringComparison.Ordinal));
            return book is null ? null : _documents.Gamebook(book);
        }

        var id = Digits().Match(path).Value;
        var text = path switch
        {
            _ when path.StartsWith("/static/json/liveData/boxscore/", StringComparison.Ordinal) => Over(id, game => _real.BoxScore(game).ToJsonString()),
            _ when path.StartsWith("/static/json/liveData/playbyplay/", StringComparison.Ordinal) => Over(id, _real.Plays),
            _ when path.StartsWith("/apis/site/v2/sports/basketball/nba/teams/", StringComparison.Ordinal) => _espn.Roster(file).ToJsonString(),
            _ when path.StartsWith("/v4/sports/basketball_nba/events/", StringComparison.Ordinal) && Game(id) is { } game && Now < game.TipOff =>
                (markets == "player_points" ? _odds.PlayerPoints(game, Now) : _odds.GameLines(game, Now)).ToJsonString(),
            _ when path.StartsWith("/drive/v3/files/", StringComparison.Ordinal) => Over(id, _drive.File),
            _ => null,
        };
        return text is null ? null : Encoding.UTF8.GetBytes(text);
    }

    // One is made every quarter of an hour; the newest is asked for first.
    private byte[] Report(string path)
    {
        var name = ReportName().Match(path);
        var at = DateTime.ParseExact($"{name.Groups[1].Value} {name.Groups[2].Value}", "yyyy-MM-dd hh_mmtt", CultureInfo.InvariantCulture);
        var date = GameDate.FromDateOnly(DateOnly.FromDateTime(at));
        return _documents.InjuryReport(date, date.At(at.Hour, at.Minute));
    }

    // A file is put there in the small hours.
    private string Found(string query) => Game(Digits().Match(query).Value) is { } game && Now >= game.Date.At(28) ? DriveFiles.Found(game).ToJsonString() : """{"files":[]}""";

    private string? Over(string id, Func<NightGame, string> payload) => Game(id) is { } game && game.IsOver(Now) ? payload(game) : null;

    private static NightGame? Game(string id) => Nights.Games.FirstOrDefault(game => string.Equals(game.Id, id, StringComparison.Ordinal) || string.Equals(game.Number.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal));

    private static GameDate Date(string text, string format) => GameDate.FromDateOnly(DateOnly.ParseExact(text, format, CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9]{10}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"Injury-Report_([0-9-]+)_([0-9_]+[AP]M)\.pdf", RegexOptions.CultureInvariant)]
    private static partial Regex ReportName();
}
