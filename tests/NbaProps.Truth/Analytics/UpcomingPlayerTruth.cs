using NbaProps.Domain;
using NbaProps.Domain.Calendar;
using NbaProps.Shared.Manifest.Analytics;
using NbaProps.Shared.Pipeline;
using NbaProps.Simulator.Play;
using NbaProps.Truth.Comparing;
using NbaProps.Truth.Features;
using NbaProps.Truth.Knowledge;

namespace NbaProps.Truth.Analytics;

/// <summary>Who may play, how he comes into the game, and his line before the cut-off.</summary>
internal sealed class UpcomingPlayerTruth : TableTruth<UpcomingPlayerGameContextRow>
{
    protected override IEnumerable<UpcomingPlayerGameContextRow> Rows(DayTruth day) => Standing.Of<UpcomingPlayerGameContextRow>(
        day, [Moment.Context, Moment.CutOff], moment => [.. day.SlateAt(moment).Candidates.Select(candidate => Row(candidate, day.SlateAt(moment), day))], (row, asOf) => row with { AsOf = asOf });

    private static UpcomingPlayerGameContextRow Row(Candidate candidate, Slate slate, DayTruth day)
    {
        var played = Load.Of(candidate.Player, day);
        var (game, current, opening) = (candidate.Game, candidate.Line?.Current, candidate.Line?.Opening);
        var team = day.Season.Before(day.Date, candidate.Team).FirstOrDefault();
        return new()
        {
            GameDate = day.Date,
            GameId = game.Scheduled.Id,
            PlayerId = candidate.Player.Id,
            PlayerName = candidate.Player.FullName,
            Team = candidate.Team,
            Opponent = candidate.Opponent,
            HomeGame = candidate.Side == Side.Home,
            Season = day.Season.Season.League.Season,
            SeasonPhase = game.Scheduled.Id.Phase.ToStorageName(),
            TipOff = game.Scheduled.TipOff,
            TipOffAssumed = false,
            CandidateBecause = candidate.Because,
            HistoryIsWhole = true,
            DaysRest = played.DaysRest,
            BackToBack = team is null ? null : day.Date.DaysSince(team.Date) == 1,
            GamesInLast7Days = played.Games(7),
            GamesInLast14Days = played.Games(14),
            MinutesInLast7Days = played.Minutes(7),
            MinutesInLast14Days = played.Minutes(14),
            BackToBacksLast14Days = played.BackToBacks(14),
            PointsAvgLast5 = Figures.Mean([.. played.All.Take(5).Select(earlier => (double)earlier.Line.Points)]),
            PointsAvgLast10 = Figures.Mean([.. played.All.Take(10).Select(earlier => (double)earlier.Line.Points)]),
            GamesPlayedSeason = played.All.Count,
            HasPropLine = slate.HasLines(game) ? current is not null : null,
            CurrentPointsLine = current?.Quote.Line,
            OpeningPointsLine = opening?.Quote.Line,
            LineMovement = current is null ? null : (double)(current.Quote.Line.Value - opening!.Quote.Line.Value),
            Bookmaker = current?.Quote.Book.Key,
            OverPrice = current?.Quote.Over,
            UnderPrice = current?.Quote.Under,
            LineSnapshotAt = current?.SeenAt,
            LineSnapshotAssumed = current is null ? null : false,
            MinutesBeforeTipOff = current is null ? null : (game.Scheduled.TipOff - current.SeenAt).TotalMinutes,
            Source = "upcoming_player_game_context",
            AsOf = default,
        };
    }
}
