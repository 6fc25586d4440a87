using NbaProps.Domain.Injuries;
using NbaProps.Domain.Odds;
using NbaProps.Simulator.Chance;
using NbaProps.Simulator.Health;
using NbaProps.Simulator.League;
using NbaProps.Simulator.Running;

using Side = NbaProps.Simulator.Play.Side;

namespace NbaProps.Simulator.Books;

/// <summary>
/// The points lines of a season's games. A book believes what the player's seasons before and his games so far say, shifts it when team-mates are missing, errs a little, and rounds:
/// it does not know the skills.
/// </summary>
public sealed class PropBoard
{
    private const double FewestMinutes = 25;

    // Minutes of a team's missing players on a usual night: a player's record has been made beside others who were missing.
    private const double UsuallyOpen = 25;

    private readonly SimulatedSeason _season;
    private readonly PlayerRecords _records;

    /// <summary>The board of a season.</summary>
    public PropBoard(SimulatedSeason season)
    {
        _season = season;
        _records = new PlayerRecords(season);
    }

    /// <summary>All lines on a game as they stand at a moment; none before the game is opened, and none from its start on.</summary>
    public IReadOnlyList<Quote> Of(SimulatedGame game, DateTimeOffset at) => Of(game, at, Bookmaker.All);

    /// <summary>The same of some books alone.</summary>
    internal IReadOnlyList<Quote> Of(SimulatedGame game, DateTimeOffset at, IReadOnlyList<Bookmaker> books)
    {
        if (QuoteTimes.LastBefore(game.Scheduled, at) is not { } moment)
        {
            return [];
        }

        var quotes = new List<Quote>();
        foreach (var side in new[] { Side.Home, Side.Away })
        {
            foreach (var (player, expected) in Expected(game, side, moment))
            {
                foreach (var book in books)
                {
                    quotes.AddRange(Lines(game, player, expected, book, moment));
                }
            }
        }

        return quotes;
    }

    /// <summary>Points that all books expect of whom they list: who plays much, as far as is known who plays.</summary>
    private IEnumerable<(SimulatedPlayer Player, double Points)> Expected(SimulatedGame game, Side side, int moment)
    {
        var absences = game.AbsencesOf(side).ToDictionary(absence => absence.Player.Id);
        var missing = absences.Values.Where(absence => IsOut(absence, moment)).Select(absence => absence.Player).ToArray();
        var open = missing.Sum(player => Minutes(game, player, moment));
        var candidates = game.Plan.Of(side).Players.Select(plan => plan.Player).Concat(absences.Values.Where(absence => !absence.Plays).Select(absence => absence.Player));
        foreach (var player in candidates.Except(missing).OrderBy(player => player.Id))
        {
            var minutes = Minutes(game, player, moment) * (1 + (0.0022 * (open - UsuallyOpen)));
            if (minutes >= FewestMinutes && RecordOf(game, player, moment) is { } record)
            {
                var error = Dice.For(_season.League.Seed, "belief", game.Scheduled.Id.ToString(), player.Id.ToString()).Normal(1, 0.03);
                yield return (player, Math.Min(minutes, 37) * record.PerMinute * (1 + (0.0011 * (open - UsuallyOpen))) * error);
            }
        }
    }

    private static bool IsOut(Absence absence, int moment) => moment < QuoteTimes.KnowsAbsences
        ? absence.Early is InjuryStatus.Out or InjuryStatus.Doubtful
        : absence.Final is InjuryStatus.Out or InjuryStatus.Doubtful;

    private double Minutes(SimulatedGame game, SimulatedPlayer player, int moment) => RecordOf(game, player, moment)?.Minutes ?? 0;

    // At the opening, the evening before, that evening's games are not over.
    private PlayerRecord? RecordOf(SimulatedGame game, SimulatedPlayer player, int moment) => _records.At(player.Id, QuoteTimes.Of(game.Scheduled)[moment]);

    private IEnumerable<Quote> Lines(SimulatedGame game, SimulatedPlayer player, double expected, Bookmaker book, int moment)
    {
        var dice = Dice.For(_season.League.Seed, "quote", game.Scheduled.Id.ToString(), player.Id.ToString(), book.Key);
        if (dice.Happens(0.12))
        {
            yield break;
        }

        // A median lies below a mean; and at each moment the book moves a little from where it was.
        var median = (expected * 0.95 * dice.Normal(1, book.Noise)) - 0.3;
        for (var i = 0; i < moment; i++)
        {
            median += dice.Happens(0.4) ? dice.Normal(0, 0.22) : 0;
        }

        var spread = Math.Sqrt(19.2 + (1.77 * Math.Max(1, expected)));
        var main = Math.Max(0.5, dice.Happens(0.93) ? Math.Floor(median) + 0.5 : Math.Round(median));
        var updated = QuoteTimes.Written(game.Scheduled, moment, dice);
        yield return Line(game, player, book, main, median, spread, oneSided: false, isMain: true, updated);
        if (book.Alternates)
        {
            foreach (var shift in new[] { -5.0, 5.0 })
            {
                if (main + shift >= 0.5)
                {
                    yield return Line(game, player, book, main + shift, median, spread, oneSided: shift > 0 && book.ShortNames, isMain: false, updated);
                }
            }
        }
    }

    private static Quote Line(
        SimulatedGame game, SimulatedPlayer player, Bookmaker book, double line, double median, double spread, bool oneSided, bool isMain, DateTimeOffset updated)
    {
        // The middle of a normal curve is straight enough for a main line; an alternate's further out is bent back towards the edge.
        var off = (median - line) / spread;
        var over = Math.Clamp(0.5 + (off * (0.399 - (0.045 * off * off))), 0.08, 0.92);
        return new(
            book, player, Written(player, book), new PointsLine((decimal)line), BookPrice.Of(over, book), oneSided ? null : BookPrice.Of(1 - over, book), isMain, updated);
    }

    /// <summary>A player's name as a book writes it.</summary>
    internal static string Written(SimulatedPlayer player, Bookmaker book) =>
        PlainLetters.Of(book.ShortNames ? $"{player.GivenName} {player.FamilyName}" : player.FullName);
}
