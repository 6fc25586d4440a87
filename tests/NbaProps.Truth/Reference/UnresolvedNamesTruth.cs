using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Domain.Players;
using NbaProps.Shared.Manifest.Reference;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Books;
using NbaProps.Simulator.Running;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Knowledge;
using NbaProps.Truth.Raw;

namespace NbaProps.Truth.Reference;

/// <summary>
/// Names that a source writes without an id and that nobody can be told by. Rule: a whole name is known from the player's first appearance on an earlier date on (no two of the league have one),
/// a last name of a gamebook by <see cref="InactiveNames"/>; each line and each list that has the name is an occurrence.
/// </summary>
internal sealed class UnresolvedNamesTruth : TableTruth<UnresolvedPlayerNameRow>
{
    private static readonly Moment[] Moments = [Moment.Context, Moment.CutOff, Moment.NextMorning];

    protected override IEnumerable<UnresolvedPlayerNameRow> Rows(DayTruth day) => Standing.Of(day, Moments, moment => At(day, moment), (row, asOf) => row with { AsOf = asOf });

    private static IReadOnlyList<UnresolvedPlayerNameRow> At(DayTruth day, Moment moment) =>
    [
        .. from mention in Mentions(day, moment)
           group mention by (mention.Source, mention.Key, mention.Game) into name
           orderby name.Key.Source, name.Key.Key, name.Key.Game.Scheduled.Id
           select new UnresolvedPlayerNameRow
           {
               GameDate = day.Date,
               NameSource = name.Key.Source,
               NameKey = name.Key.Key,
               GameId = name.Key.Game.Scheduled.Id,
               PlayerName = name.Select(mention => mention.Written).Min(StringComparer.Ordinal)!,
               HomeTeam = name.Key.Game.Scheduled.Home,
               AwayTeam = name.Key.Game.Scheduled.Away,
               Reason = name.Any(mention => mention.Ambiguous) ? "ambiguous" : "unknown",
               Occurrences = name.Count(),
               Source = "unresolved_player_names",
               AsOf = default,
           },
    ];

    private static IEnumerable<Mention> Mentions(DayTruth day, Moment moment) =>
    [
        .. from seen in SeenQuotes.OfPlayers(day, moment)
           where !day.Seen.ContainsKey(seen.Quote.Player.Id)
           select new Mention("odds_api", seen.Quote.NameAsWritten, seen.Quote.Player.NameKey, seen.Game),
        .. from listed in InjuryReportTruth.Listed(day, moment)
           let player = listed.Player.Absence.Player
           where !day.Seen.ContainsKey(player.Id)
           select new Mention("nba_injury_report", PlainLetters.Of($"{player.LastName}, {player.GivenName}"), player.NameKey, listed.Team.Game),
        .. from row in moment == Moment.NextMorning ? GamebookTruth.Inactive(day) : []
           where row.PlayerId is null
           select new Mention("nba_gamebook", row.PlayerName, row.NameKey, day.Season.Season.ById[row.GameId]) { Ambiguous = row.NameResolutionStatus == "ambiguous" },
    ];

    private sealed record Mention(string Source, string Written, NameKey Key, SimulatedGame Game)
    {
        public bool Ambiguous { get; init; }
    }
}
