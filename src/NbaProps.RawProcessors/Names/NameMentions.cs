using NbaProps.Domain.Teams;
using NbaProps.RawProcessors.BallDontLie;
using NbaProps.RawProcessors.Chains;
using NbaProps.RawProcessors.Espn;
using NbaProps.RawProcessors.Formats;
using NbaProps.Shared.Manifest;
using NbaProps.Shared.Manifest.Raw;
using NbaProps.Shared.Pipeline;
using NbaProps.Shared.Quality;
using NbaProps.Shared.Quality.Aliases;

namespace NbaProps.RawProcessors.Names;

/// <summary>Every name that a source of the date writes without the league's id, with the date's game it is about; others are no names of the date.</summary>
internal sealed class NameMentions(IInputs inputs, PayloadReader reader)
{
    private readonly Dictionary<TeamTricode, GameOfMention> _games = Games(inputs.Rows<NbacScheduleRow>());

    /// <summary>All of them; none on a date without games, of which a source rightly lists nothing.</summary>
    public IReadOnlyList<NameMention> All => _games.Count == 0 ? [] : [.. Props(), .. Injuries(), .. Gamebooks(), .. Rosters(), .. BoxScores()];

    private static Dictionary<TeamTricode, GameOfMention> Games(IEnumerable<NbacScheduleRow> schedule)
    {
        var games = new Dictionary<TeamTricode, GameOfMention>();
        foreach (var game in schedule.OrderBy(game => game.Postponed).ThenBy(game => game.GameId))
        {
            var named = new GameOfMention(game.GameId, game.HomeTeam, game.AwayTeam);
            games.TryAdd(game.HomeTeam, named);
            games.TryAdd(game.AwayTeam, named);
        }

        return games;
    }

    private IEnumerable<NameMention> Props() => inputs.Rows<OddsApiPlayerPointsPropsRow>()
        .Select(row => new NameMention(row.Source, row.PlayerName, row.NameKey, Team: null, new(row.GameId, row.HomeTeam, row.AwayTeam)));

    private IEnumerable<NameMention> Injuries() => inputs.Rows<InjuryReportRow>()
        .Where(row => row.PlayerId is null)
        .SelectMany(row => InGame(row.Team, game => new NameMention(row.Source, row.PlayerName, row.NameKey, row.Team, game)));

    // Whom a last name means was asked when the rows were made.
    private IEnumerable<NameMention> Gamebooks() => inputs.Rows<GamebookPlayerStatsRow>()
        .Where(row => string.Equals(row.PlayerStatus, "inactive", StringComparison.Ordinal))
        .SelectMany(row => InGame(row.Team, game => new NameMention(row.Source, row.PlayerName, row.NameKey, row.Team, game) { Told = MethodOf(row) }));

    private IEnumerable<NameMention> Rosters() => Newest(ScrapersPhase.RostersEspn.Name, raw => EspnRosterPayload.Read(raw.Json(), default))
        .SelectMany(line => InGame(line.Team, game => new NameMention(NameSources.Espn, line.PlayerName, line.NameKey, line.Team, game)));

    private IEnumerable<NameMention> BoxScores() =>
    [
        .. Newest(ScrapersPhase.BoxScoreEspn.Name, raw => PayloadCatalog.Read<EspnBoxScoreLine>(NameSources.Espn, raw, default))
            .SelectMany(line => InGame(line.Team, game => new NameMention(NameSources.Espn, line.PlayerName, line.NameKey, line.Team, game))),
        .. Newest(ScrapersPhase.BoxScoresBallDontLie.Name, raw => BallDontLieBoxScores.Read(raw.Json(), default)).OfType<BallDontLiePlayerLine>()
            .SelectMany(line => InGame(line.Team, game => new NameMention(NameSources.BallDontLie, line.PlayerName, line.NameKey, line.Team, game))),
    ];

    private static NameResolutionMethod MethodOf(GamebookPlayerStatsRow row) => row switch
    {
        { PlayerId: not null } => NameResolutionMethod.TeamOfTheGame,
        { NameResolutionStatus: "ambiguous" } => NameResolutionMethod.Ambiguous,
        _ => NameResolutionMethod.Unknown,
    };

    private IEnumerable<NameMention> InGame(TeamTricode team, Func<GameOfMention, NameMention> mention) =>
        _games.TryGetValue(team, out var game) ? [mention(game)] : [];

    /// <summary>The lines of a scraper's captures: of each item those of the newest that can be read.</summary>
    private IEnumerable<TRow> Newest<TRow>(string scraper, Func<RawPayload, Reading<TRow>> read) => inputs.Captures(scraper).Reverse()
        .GroupBy(capture => capture.Item, StringComparer.Ordinal)
        .SelectMany(item => item.Select(capture => reader.ReadList(capture, read)).FirstOrDefault(reading => reading is not null)?.Rows ?? []);
}
